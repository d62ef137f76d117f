import ArgumentParser
import Basics
import Foundation
import Linguistics

/// Reads files as the copydesk does, without a newsroom.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read text, Markdown or HTML as a copy editor does, and say what stands out.",
        discussion: """
            Exit status: 0 when nothing stands out at the level of --fail-on or above, 1 when something does, 2 for wrong use or a file that cannot be
            read. Spelling needs the packages hunspell-en-us and hunspell-ar. docs/language/copydesk.md lists the checks.
            """)

    @Argument(help: "Files: .md and .markdown are read as Markdown, .html and .htm as HTML, others as plain text.", completion: .file())
    var files: [String]

    @Option(help: "The language of the messages: en or ar.")
    var language = "en"

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print SARIF 2.1.0.")
    var sarif = false

    @Option(help: "The lowest level that fails: suggestion, warning or error.")
    var failOn = "warning"

    @Option(help: "A list of words that are right, one a line.", completion: .file())
    var words: String?

    @Option(
        help: "A list of names: English form, Arabic form, other spellings and spellings of others (parted by |), parted by tabs.",
        completion: .file())
    var names: String?

    @Option(help: "Turn a check off by its id; may be repeated.")
    var disable: [String] = []

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard Language(rawValue: language) != nil else { throw ValidationError("--language is en or ar, not \(language).") }
        guard Finding.Level(rawValue: failOn) != nil else {
            throw ValidationError("--fail-on is suggestion, warning or error, not \(failOn).")
        }
        guard !(json && sarif) else { throw ValidationError("Either --json or --sarif.") }
        let known = Set(Copydesk.catalogue.map(\.id))
        if let unknown = disable.first(where: { !known.contains($0) }) {
            throw ValidationError("There is no check \(unknown). There are: \(known.sorted().joined(separator: ", ")).")
        }
    }

    mutating func run() throws {
        guard let language = Language(rawValue: language), let least = Finding.Level(rawValue: failOn) else { return }
        let desk = Copydesk(house: try house())
        let report = CheckReport(try files.map { try CheckedFile($0).report(desk) })
        if json {
            print(try report.json(language))
        } else if sarif {
            print(try report.sarif(language, version: Version.text))
        } else {
            print(report.text(language))
        }
        let languages = Set(report.files.map(\.language))
        for missing in Copydesk.unavailable where languages.contains(missing.language) && !disable.contains(missing.check) {
            FileHandle.standardError.write(Data("\(missing.check): \(missing.reason[language])\n".utf8))
        }
        if report.count(from: least) > 0 { throw ExitCode(1) }
    }

    private func house() throws -> Copydesk.House {
        var house = Copydesk.House()
        for check in disable { house.levels[check] = .some(nil) }
        if let words { house.add(words: try CheckedFile.text(words)) }
        if let names {
            do {
                try house.add(names: try CheckedFile.text(names))
            } catch let refusal as Refusal where refusal.kind == .invalid && refusal.field == nil {
                throw Refusal(.invalid, ar: "\(names): \(refusal.words.ar)", en: refusal.words.en, field: names)
            }
        }
        return house
    }
}
