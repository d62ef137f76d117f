import ArgumentParser
import Basics
import Foundation
import Newsroom
import Storage
import Web

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check settings, data folder, database and tools, and say what to mend.")

    @OptionGroup var data: DataOptions

    mutating func run() async throws {
        let settings = try data.settings()
        var isWell = true
        func tell(_ name: String, _ fault: String?, _ fine: String) {
            isWell = isWell && fault == nil
            print("\(fault == nil ? "ok  " : "BAD ") \(name): \(fault ?? fine)")
        }
        tell("settings", nil, "read; the site's address is \(settings.origin)")
        guard FileManager.default.fileExists(atPath: settings.folder) else {
            tell("data folder", "\(settings.folder) is not there; `matbaa demo` or an import makes it", "")
            throw ExitCode(1)
        }
        let isWritable = FileManager.default.isWritableFile(atPath: settings.folder)
        tell("data folder", isWritable ? nil : "\(settings.folder) may not be written by this user", settings.folder)
        do {
            let newsroom = try await Newsroom(folder: settings.folder, location: settings.database)
            let counts = try await newsroom.counts()
            tell("database", nil, "\(newsroom.database.dialect.rawValue), \(counts.editions) editions of \(counts.works) works")
            tell("newsroom.yaml", nil, newsroom.face.name(in: .en))
            _ = try Compose(settings: settings).site(newsroom)
            tell("media", nil, counts.media.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))
            tell("mail", nil, try await mail(Compose(settings: settings).postman(newsroom.face), newsroom))
            for failure in try await newsroom.database.read({ try Media.failures($0, limit: 20) }) {
                print("     not ready: \(failure.fileName): \(failure.reason.en)")
            }
            try await newsroom.database.close()
        } catch let refusal as Refusal {
            tell("newsroom", refusal.words.en, "")
        }
        tell("picture tools", Darkroom().available()?.en, Darkroom().readsCredits()?.en ?? "found")
        if !isWell { throw ExitCode(1) }
    }

    /// Where mail goes, and what has become of it.
    private func mail(_ postman: Postman, _ newsroom: Newsroom) async throws -> String {
        let counts = try await newsroom.database.read { try Mail.counts($0) }
        let states = Mail.State.allCases.compactMap { state in counts[state].map { "\($0) \(state.rawValue)" } }
        let way =
            switch postman.route {
            case .server: "sent by \(postman.route), from \(postman.address)"
            case .folder: "no mail-smtp is set: letters are laid in \(postman.route)"
            }
        return ([way] + states).joined(separator: ", ")
    }
}
