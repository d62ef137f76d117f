import ArgumentParser
import Basics
import Foundation

/// The program: a newsroom in one binary.
struct Matbaa: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matbaa",
        abstract: "A newsroom in one binary: write, check, publish and correct news in Arabic and English.",
        discussion: "Start with `matbaa demo`, or bring your archive: `matbaa import wordpress FILE… --data DIR`, then `matbaa serve --data DIR`.",
        version: Version.text,
        subcommands: [
            ServeCommand.self, DemoCommand.self, ImportCommand.self, UserCommand.self, AuditCommand.self, RecordCommand.self, MailCommand.self,
            ReindexCommand.self, DoctorCommand.self, CheckCommand.self, LabCommand.self, ReferenceCommand.self,
        ])
}

enum Version {
    static let text = "0.1.0"
}

/// Exit status: 0 when all is done, 1 when something is missing or failed, 2 for wrong use or a wrong setting.
@main
enum Program {
    static func main() async {
        Heap.keepTogether()
        do {
            var command = try Matbaa.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            complain("matbaa: \(refusal)")
            exit(refusal.kind == .invalid ? 2 : 1)
        } catch {
            let code = Matbaa.exitCode(for: error)
            let message = Matbaa.fullMessage(for: error)
            if code == .success {
                print(message)
            } else if !message.isEmpty {
                complain(message)
            }
            exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }

    private static func complain(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }
}
