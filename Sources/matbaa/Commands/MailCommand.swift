import ArgumentParser

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Look after the newsroom's mail.", subcommands: [MailTestCommand.self])
}
