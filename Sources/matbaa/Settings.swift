import Basics
import Configuration
import Foundation
import Logging
import Newsroom
import Storage

/// The settings as they were read, each checked.
struct Settings: Sendable {
    let folder: String
    let port: Int
    let host: String
    let origin: String
    let database: DatabaseLocation?
    let forwarding: ForwardingServers
    let cacheBytes: Int
    let fetchesMedia: Bool
    let outbound: OutboundPolicy
    /// Nil when letters are laid in a folder.
    let mailServer: MailServer?
    let mailFrom: Mailbox?
    let logLevel: Logger.Level

    static let fileName = "matbaa.yaml"

    /// Reads flags, then the environment, then `matbaa.yaml` in the data folder. Refuses a wrong or unknown setting by its name.
    init(folder: String, flags: [Setting: String] = [:], environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        self.folder = folder
        let reader = ConfigReader(providers: [
            Self.provider("flags", flags), Self.provider("environment", try Self.environment(environment)),
            Self.provider(Self.fileName, try Self.file(folder)), Self.provider("defaults", Self.defaults),
        ])
        let values = Values(reader: reader)
        host = values[.host]
        port = try values.number(.port, 0...65_535)
        origin = try Self.origin(values[.origin], host: host, port: port)
        database = try Self.database(values[.database])
        guard let forwarding = ForwardingServers(values[.trustedProxies]) else { throw Self.refusal(.trustedProxies, values[.trustedProxies]) }
        self.forwarding = forwarding
        cacheBytes = try values.number(.cacheMegabytes, 1...16_384) << 20
        fetchesMedia = try values.flag(.fetchMedia)
        let allowed = values[.allowed].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        outbound = OutboundPolicy(proxy: values[.proxy].isEmpty ? nil : values[.proxy], allowedAddresses: Set(allowed))
        mailServer = try Self.mailServer(values, proxy: outbound.proxy)
        mailFrom = try Self.mailFrom(values[.mailFrom])
        guard let level = Logger.Level(rawValue: values[.logLevel]) else { throw Self.refusal(.logLevel, values[.logLevel]) }
        logLevel = level
    }

    private static func provider(_ name: String, _ values: [Setting: String]) -> InMemoryProvider {
        InMemoryProvider(
            name: name,
            values: Dictionary(
                uniqueKeysWithValues: values.map {
                    (AbsoluteConfigKey([$0.key.rawValue]), ConfigValue(.string($0.value), isSecret: $0.key.isSecret))
                }))
    }

    private static let defaults = Dictionary(uniqueKeysWithValues: Setting.allCases.map { ($0, $0.standard) })

    private static func environment(_ environment: [String: String]) throws -> [Setting: String] {
        var values: [Setting: String] = [:]
        let names = Dictionary(uniqueKeysWithValues: Setting.allCases.map { ($0.environment, $0) })
        for (name, value) in environment where name.hasPrefix("MATBAA_") && !name.hasPrefix("MATBAA_TEST_") {
            if let setting = names[name] {
                values[setting] = value
            } else if name.hasSuffix("_FILE"), let setting = names[String(name.dropLast(5))] {
                guard let text = try? String(contentsOfFile: value, encoding: .utf8) else {
                    throw Refusal(.invalid, ar: "\(name): تعذّرت قراءة الملف \(value)", en: "\(name): the file \(value) cannot be read", field: name)
                }
                values[setting] = text.trimmingCharacters(in: .whitespacesAndNewlines)
            } else {
                let known = names.keys.sorted().joined(separator: ", ")
                throw Refusal(.invalid, ar: "\(name): متغير غير معروف", en: "\(name): no such setting; there are \(known)", field: name)
            }
        }
        return values
    }

    private static func file(_ folder: String) throws -> [Setting: String] {
        let path = folder + "/" + fileName
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        let yaml = try StrictYAML(String(decoding: data, as: UTF8.self), file: path)
        try yaml.allow(Setting.allCases.map(\.rawValue))
        return try Setting.allCases.reduce(into: [:]) { values, setting in values[setting] = try yaml.text(setting.rawValue) }
    }

    private static func origin(_ text: String, host: String, port: Int) throws -> String {
        if text.isEmpty { return "http://\(host):\(port)" }
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let url = URL(string: trimmed), url.scheme == "https" || url.scheme == "http", let name = url.host, !name.isEmpty,
            url.path.isEmpty, url.query == nil, url.user == nil
        else { throw refusal(.origin, text) }
        return trimmed
    }

    private static func database(_ text: String) throws -> DatabaseLocation? {
        if text.isEmpty { return nil }
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { throw refusal(.database, text) }
        return .postgres(url: text)
    }

    private static func mailServer(_ values: Values, proxy: String?) throws -> MailServer? {
        guard let security = MailServer.Security(rawValue: values[.mailSecurity]) else { throw refusal(.mailSecurity, values[.mailSecurity]) }
        let (address, password, authorities) = (values[.mailServer], values[.mailPassword], values[.mailAuthorities])
        if address.isEmpty, password.isEmpty { return nil }
        guard var server = MailServer(address, password: password.isEmpty ? nil : password) else { throw refusal(.mailServer, address) }
        server.security = security
        server.proxy = server.isLocal ? nil : proxy
        if !authorities.isEmpty {
            guard FileManager.default.isReadableFile(atPath: authorities) else { throw refusal(.mailAuthorities, authorities) }
            server.authorities = authorities
        }
        return server
    }

    private static func mailFrom(_ text: String) throws -> Mailbox? {
        if text.isEmpty { return nil }
        guard let mailbox = Mailbox(text) else { throw refusal(.mailFrom, text) }
        return mailbox
    }

    /// A secret value is not shown.
    fileprivate static func refusal(_ setting: Setting, _ given: String) -> Refusal {
        let value = setting.isSecret ? "…" : given
        return Refusal(
            .invalid, ar: "قيمة غير صالحة للإعداد \(setting.rawValue): «\(value)»",
            en: "The setting \(setting.rawValue) cannot be “\(value)”. \(setting.explanation)", field: setting.rawValue)
    }
}

private struct Values {
    let reader: ConfigReader

    subscript(setting: Setting) -> String { reader.string(forKey: ConfigKey([setting.rawValue]), default: setting.standard) }

    func number(_ setting: Setting, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(self[setting]), range.contains(number) else { throw Settings.refusal(setting, self[setting]) }
        return number
    }

    func flag(_ setting: Setting) throws -> Bool {
        switch self[setting] {
        case "true": true
        case "false": false
        default: throw Settings.refusal(setting, self[setting])
        }
    }
}
