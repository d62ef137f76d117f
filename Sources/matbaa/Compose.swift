import ArgumentParser
import Basics
import Foundation
import Logging
import Newsroom
import Web

/// The flags that most commands share.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "The data folder.")
    var folder = "data"

    @Option(help: "A PostgreSQL database, as in postgres://user@host/name, in place of SQLite in the data folder.")
    var database: String?

    /// The settings, with `more` flags beside these.
    func settings(_ more: [Setting: String?] = [:]) throws -> Settings {
        var flags = more.compactMapValues(\.self)
        if let database { flags[.database] = database }
        return try Settings(folder: folder, flags: flags)
    }
}

/// Puts the parts of the program together from the settings.
struct Compose: Sendable {
    let settings: Settings

    /// The newsroom in the data folder, which is made when it is not there.
    func newsroom() async throws -> Newsroom {
        do {
            try FileManager.default.createDirectory(
                atPath: settings.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw Refusal(
                .unavailable, ar: "تعذّر إنشاء مجلد البيانات \(settings.folder)",
                en: "The data folder \(settings.folder) cannot be made: \(error.localizedDescription)")
        }
        return try await Newsroom(folder: settings.folder, location: settings.database)
    }

    /// The keys by which passwords and small secrets are kept, from a file outside the database: made when it is not there.
    func keys() throws -> SecretKeys { try SecretKeyFile(path: settings.folder + "/secret.key").keys(makes: true) }

    func site(_ newsroom: Newsroom) throws -> Site {
        try Site(
            newsroom, origin: settings.origin, cacheBytes: settings.cacheBytes, keys: try keys(), forwarding: settings.forwarding,
            library: try media(newsroom))
    }

    func media(_ newsroom: Newsroom) throws -> Media {
        Media(newsroom.database, folder: try MediaFolder(settings.folder + "/media"), door: OutboundDoor(settings.outbound))
    }

    /// Takes letters to the server of the settings, or lays them in the data folder. Refuses with `invalid` when mail would be from nowhere.
    func postman(_ face: Face) throws -> Postman {
        let host = URL(string: settings.origin)?.host ?? ""
        let standard = EmailAddress("no-reply@\(host)")
        let name = settings.mailFrom.flatMap { $0.name.isEmpty ? nil : Phrase(ar: $0.name, en: $0.name) }
        let route: Postman.Route = settings.mailServer.map { .server($0) } ?? .folder(MailFolder(settings.folder + "/mail"))
        if settings.mailServer != nil, settings.mailFrom == nil, standard == nil {
            throw Refusal(
                .invalid, ar: "لا يصلح «\(host)» مصدرًا للبريد: حدّد mail-from أو origin.",
                en: "Mail cannot be from “\(host)”: set mail-from, or origin.", field: Setting.mailFrom.rawValue)
        }
        // A letter in a folder goes nowhere: this name is nobody's (RFC 2606).
        let address = settings.mailFrom?.address ?? standard ?? EmailAddress(trusted: "no-reply@newsroom.invalid")
        return Postman(
            route, address: address, name: name ?? Phrase(ar: face.name(in: .ar), en: face.name(in: .en)), host: (standard ?? address).domain)
    }

    func logger() -> Logger {
        var logger = Logger(label: "matbaa") { LogLines(label: $0) }
        logger.logLevel = settings.logLevel
        return logger
    }
}
