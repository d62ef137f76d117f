import ArgumentParser

/// Prints docs/reference.md, so that it cannot drift from the program.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Print the reference of commands and settings as Markdown.", shouldDisplay: false)

    mutating func run() throws {
        print(Reference.text, terminator: "")
    }
}

enum Reference {
    static var text: String {
        let commands = [("matbaa", Matbaa.self as any ParsableCommand.Type)] + leaves(of: Matbaa.self, "matbaa")
        let sections = commands.map { name, type in
            "## `\(name)`\n\n```\n\(Matbaa.helpMessage(for: type, columns: 110))\n```\n"
        }
        let settings = Setting.allCases.map { setting in
            "| `\(setting.rawValue)` | `\(setting.environment)` | \(setting.standard.isEmpty ? "" : "`\(setting.standard)`") | \(setting.explanation) |"
        }
        return """
            # Reference

            Printed by `matbaa reference`; a test holds this file to it.

            \(sections.joined(separator: "\n"))
            ## Settings

            A flag goes before the environment, the environment before `matbaa.yaml` in the data folder. `NAME_FILE` in the environment names a
            file that holds the value. A wrong or unknown setting is named, and the program does not start.

            | in `matbaa.yaml` | in the environment | without it | what it does |
            |---|---|---|---|
            \(settings.joined(separator: "\n"))

            """
    }

    /// All that can be run below a command, in the order of `--help`.
    private static func leaves(of group: any ParsableCommand.Type, _ name: String) -> [(String, any ParsableCommand.Type)] {
        var found: [(String, any ParsableCommand.Type)] = []
        for command in group.configuration.subcommands where command.configuration.shouldDisplay {
            let whole = "\(name) \(command._commandName)"
            if command.configuration.subcommands.isEmpty { found.append((whole, command)) } else { found += leaves(of: command, whole) }
        }
        return found
    }
}
