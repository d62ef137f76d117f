import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring stories from elsewhere into the newsroom.",
        subcommands: [ImportWordPressCommand.self, ImportMarkdownCommand.self, ImportSnaxCommand.self])
}
