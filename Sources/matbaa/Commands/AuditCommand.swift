import ArgumentParser
import Basics
import Newsroom
import Storage

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look after the record of what the staff have done.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Work the chain of the record out again, and say whether anything in it was changed.",
            discussion: """
                Prints how many entries there are and the digest of the last. Note it elsewhere now and then: whoever cuts off the end of the record leaves a whole
                chain that ends in another digest. The status is 1 when the chain is broken.
                """)

        @OptionGroup var data: DataOptions

        func run() async throws {
            let settings = try data.settings([:])
            let newsroom = try await Compose(settings: settings).newsroom()
            let verdict = try await newsroom.database.read { try Audit.verify($0) }
            try await newsroom.database.close()
            switch verdict {
            case .whole(let entries, let head): print("The record is whole: \(entries) entries, the last \(head?.hex ?? "none").")
            case .broken(let number):
                print("The record was changed: entry \(number) does not follow from those before it.")
                throw ExitCode(1)
            }
        }
    }
}
