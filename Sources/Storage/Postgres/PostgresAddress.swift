import Basics
import CPostgres

/// Where a server is and how it is to be used, read from its address:
///
///     postgres://user:password@host:5432/name?sslmode=verify-full&pool=8&pool_timeout=10
///
/// `pool` (connections) and `pool_timeout` (seconds to wait for one) are ours, all else is libpq's.
struct PostgresAddress: Sendable {
    /// The address as libpq reads it.
    let connectionString: String
    /// The settings of the session that the operator has asked for.
    let options: String
    /// Database, host and user, for messages: never the password.
    let place: String
    let connections: Int
    let patienceInSeconds: Int

    /// Refuses with `unavailable` what libpq cannot read.
    init(_ url: String) throws {
        let (connectionString, own) = try PostgresAddress.parted(url)
        self.connectionString = connectionString
        connections = try PostgresAddress.number("pool", of: own, allowed: 1...200) ?? 8
        patienceInSeconds = try PostgresAddress.number("pool_timeout", of: own, allowed: 1...300) ?? 10
        let known = try PostgresAddress.parsed(connectionString)
        options = known["options"] ?? ""
        let host = known["host"] ?? known["hostaddr"] ?? "the local socket"
        let port = known["port"].map { ":\($0)" } ?? ""
        let user = known["user"].map { ", user \($0)" } ?? ""
        place = "\(known["dbname"] ?? known["user"] ?? "?") (\(host)\(port)\(user))"
    }

    /// Takes our own parameters out of the query of a URL.
    private static func parted(_ url: String) throws -> (connectionString: String, own: [String: String]) {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else { return (url, [:]) }
        let halves = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        try refuseStrayAt(halves)
        guard halves.count == 2 else { return (url, [:]) }
        var own: [String: String] = [:]
        var rest: [Substring] = []
        for item in halves[1].split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, pair[0] == "pool" || pair[0] == "pool_timeout" { own[String(pair[0])] = String(pair[1]) } else { rest.append(item) }
        }
        return (halves[0] + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&")), own)
    }

    /// A password with a bare `@`, `/` or `?` would be taken for host, port or name, and so come to stand in messages.
    private static func refuseStrayAt(_ halves: [Substring]) throws {
        let parts = halves[0].split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let strays = parts.dropFirst(3).contains { $0.contains("@") } || halves.dropFirst().contains { $0.contains("@") }
        if strays || parts.count > 2 && parts[2].filter({ $0 == "@" }).count > 1 { throw unreadable }
    }

    private static func number(_ name: String, of own: [String: String], allowed: ClosedRange<Int>) throws -> Int? {
        guard let text = own[name] else { return nil }
        guard let number = Int(text), allowed.contains(number) else {
            throw Refusal(
                .unavailable, ar: "يجب أن تكون قيمة \(name) في عنوان PostgreSQL بين \(allowed.lowerBound) و\(allowed.upperBound).",
                en: "\(name) in the address of PostgreSQL must be from \(allowed.lowerBound) to \(allowed.upperBound).")
        }
        return number
    }

    private static func parsed(_ connectionString: String) throws -> [String: String] {
        guard let first = PQconninfoParse(connectionString, nil) else { throw unreadable }
        defer { PQconninfoFree(first) }
        var known: [String: String] = [:]
        var option = first
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { known[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return known
    }

    /// Without libpq's own words, which may hold a part of the password.
    private static var unreadable: Refusal {
        Refusal(
            .unavailable,
            ar: "تعذّرت قراءة عنوان PostgreSQL. يجب أن يكون على هيئة postgres://user:password@host:5432/name، "
                + "مع ترميز المحارف الخاصة في كلمة المرور (مثل ‎%40 بدل @).",
            en: "The address of PostgreSQL cannot be read. It should look like postgres://user:password@host:5432/name, with only "
                + "libpq's parameters, pool and pool_timeout behind it, and with special characters of the password percent-encoded (%40 for @).")
    }
}
