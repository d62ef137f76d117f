import Basics

/// Every setting of the program: by flag, by environment, by file, in that order; the first that names it wins.
enum Setting: String, CaseIterable {
    case port
    case host
    case origin
    case database
    case trustedProxies = "trusted-proxies"
    case cacheMegabytes = "cache-megabytes"
    case fetchMedia = "fetch-media"
    case proxy = "outbound-proxy"
    case allowed = "outbound-allow"
    case mailServer = "mail-smtp"
    case mailPassword = "mail-password"
    case mailSecurity = "mail-tls"
    case mailAuthorities = "mail-ca"
    case mailFrom = "mail-from"
    case logLevel = "log-level"

    /// Whether its value may hold a password: then it is never shown.
    var isSecret: Bool { [.database, .mailServer, .mailPassword].contains(self) }

    var standard: String {
        switch self {
        case .port: "8080"
        case .host: "127.0.0.1"
        case .origin: ""
        case .database: ""
        case .trustedProxies: ""
        case .cacheMegabytes: "32"
        case .fetchMedia: "true"
        case .proxy: ""
        case .allowed: ""
        case .mailServer: ""
        case .mailPassword: ""
        case .mailSecurity: "required"
        case .mailAuthorities: ""
        case .mailFrom: ""
        case .logLevel: "notice"
        }
    }

    /// The environment's name for it; a name with `_FILE` behind it names a file that holds the value.
    var environment: String { "MATBAA_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined() }

    var explanation: String {
        switch self {
        case .port: "The port the site is served on; 0 takes any that is free."
        case .host: "The address it is served on. Leave it at this machine's own when a server such as nginx stands before it."
        case .origin:
            "How readers reach the site, as in https://news.example.org: canonical addresses and feeds are made from it. Without it, the host and port."
        case .database: "A PostgreSQL database, as in postgres://matbaa@localhost/matbaa. Without it, a file of SQLite in the data folder."
        case .trustedProxies:
            "Addresses of servers before this one, parted by commas, as in 127.0.0.1: what they say in X-Forwarded-For is whose tries are counted. "
                + "Without it all readers behind such a server share one count."
        case .cacheMegabytes: "The memory that finished pages may take, in megabytes."
        case .fetchMedia: "Whether pictures named by an import are fetched from the old site, in the background: true or false."
        case .proxy: "A proxy for all that goes out, as in socks5h://127.0.0.1:9050."
        case .allowed: "Addresses of the own network that may be fetched from, as in 10.0.0.5:80, parted by commas."
        case .mailServer:
            "The server that mail is sent by, as in smtps://user@mail.example.org:465 or smtp://user@mail.example.org:587. Without it, letters are "
                + "laid in the folder mail of the data folder."
        case .mailPassword: "The password of the user in mail-smtp; it may stand there as well, percent-encoded."
        case .mailSecurity:
            "Whether smtp:// is encrypted by STARTTLS: required, optional (where the server offers it) or none. A certificate is always checked; "
                + "smtps:// is always encrypted."
        case .mailAuthorities: "A file of certificates (PEM) to trust for mail-smtp in place of the system's."
        case .mailFrom:
            "Whom mail is from, as in The Post <no-reply@example.org> or an address alone. Without it, the newsroom's name and no-reply at the site's host."
        case .logLevel: "How much is logged: trace, debug, info, notice, warning, error or critical."
        }
    }
}
