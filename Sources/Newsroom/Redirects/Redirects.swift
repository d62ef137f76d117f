package import Basics
import Foundation
package import Storage

/// The room of old addresses: each leads to one record, and so to wherever that is today.
package enum Redirects {
    package enum Target: Hashable, Sendable {
        case edition(ID<Edition>)
        case section(ID<Section>)
        case topic(ID<Topic>)
        case person(ID<Person>)
        case media(ID<MediaItem>)
    }

    /// Leads an old address to `target`, or to its feed in a language. An address that leads somewhere already keeps doing so: then false.
    @discardableResult
    package static func add(_ tx: Transaction, path: String, to target: Target?, feed: Language? = nil) throws -> Bool {
        guard let path = normal(path), path != "/" else { return false }
        return try tx.run(
            """
            INSERT INTO redirects (path, edition_id, section_id, topic_id, person_id, media_id, feed, created_at)
            VALUES (\(path), \(target?.edition), \(target?.section), \(target?.topic), \(target?.person), \(target?.media), \(feed), \(tx.now))
            ON CONFLICT (path) DO NOTHING
            """) == 1
    }

    /// Where an old address leads today; nil when it is none of ours or its page is not public.
    package static func find(_ tx: Transaction, path: String) throws -> SitePath? {
        guard let path = normal(path) else { return nil }
        let found = try tx.first(
            "SELECT edition_id, section_id, topic_id, person_id, media_id, feed FROM redirects WHERE path = \(path)"
        ) { row in
            (
                edition: try row["edition_id"] as ID<Edition>?, section: try row["section_id"] as ID<Section>?,
                topic: try row["topic_id"] as ID<Topic>?, person: try row["person_id"] as ID<Person>?,
                media: try row["media_id"] as ID<MediaItem>?, feed: try row["feed"] as Language?
            )
        }
        guard let found else { return nil }
        if let id = found.edition { return try edition(tx, id) }
        if let id = found.section { return try section(tx, id, feed: found.feed) }
        if let id = found.topic { return try topic(tx, id) }
        if let id = found.person { return try person(tx, id) }
        if let id = found.media { return try Media.items(tx, [id])[id]?.publicAddress.map { .media($0.fileName) } }
        return found.feed.map(SitePath.feed)
    }

    /// The address as it is compared: percent-decoded, composed, without host, fragment or closing slash. A query stays.
    static func normal(_ path: String) -> String? {
        var text = Substring(path)
        if let scheme = text.range(of: "://") {
            guard let slash = text[scheme.upperBound...].firstIndex(of: "/") else { return "/" }
            text = text[slash...]
        }
        text = text.prefix { $0 != "#" }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first else { return nil }
        var result = decoded(first).precomposedStringWithCanonicalMapping
        while result.count > 1, result.hasSuffix("/") { result.removeLast() }
        if !result.hasPrefix("/") { result = "/" + result }
        if parts.count == 2, !parts[1].isEmpty { result += "?" + parts[1] }
        return result.utf8.count <= 2_000 && !result.utf8.contains(0) ? result : nil
    }

    /// WordPress cuts long addresses in the middle of a letter: what is left of it reads as U+FFFD, here and when it is looked for.
    private static func decoded(_ text: Substring) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var place = 0
        while place < source.count {
            let digits = source[min(place + 1, source.count)..<min(place + 3, source.count)]
            if source[place] == UInt8(ascii: "%"), digits.count == 2, digits.first != UInt8(ascii: "+"),
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                place += 3
            } else {
                bytes.append(source[place])
                place += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The host of an absolute address, in lower case; empty for a path.
    static func host(of address: String) -> String {
        guard let scheme = address.range(of: "://") else { return "" }
        return address[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
    }

    private static func edition(_ tx: Transaction, _ id: ID<Edition>) throws -> SitePath? {
        try tx.first("SELECT kind, language, slug FROM editions WHERE id = \(id) AND visibility IN ('published', 'withdrawn')") { row in
            let kind: Work.Kind = try row["kind"]
            return kind == .page ? .page(try row["language"], try row["slug"]) : .article(try row["language"], try row["slug"])
        }
    }

    private static func section(_ tx: Transaction, _ id: ID<Section>, feed: Language?) throws -> SitePath? {
        let names = try tx.all("SELECT language, slug FROM section_names WHERE section_id = \(id) ORDER BY language DESC") {
            (language: try $0["language"] as Language, slug: try $0["slug"] as Slug)
        }
        guard let name = names.first(where: { $0.language == feed }) ?? names.first else { return nil }
        return feed == nil ? .section(name.language, name.slug) : .sectionFeed(name.language, name.slug)
    }

    private static func topic(_ tx: Transaction, _ id: ID<Topic>) throws -> SitePath? {
        try tx.first("SELECT language, slug FROM topic_names WHERE topic_id = \(id) ORDER BY language DESC") {
            .topic(try $0["language"], try $0["slug"])
        }
    }

    private static func person(_ tx: Transaction, _ id: ID<Person>) throws -> SitePath? {
        try tx.first(
            """
            SELECT p.slug, n.language FROM people p LEFT JOIN person_names n ON n.person_id = p.id
            WHERE p.id = \(id) ORDER BY n.language DESC LIMIT 1
            """
        ) { .person(try $0["language"] as Language? ?? .en, try $0["slug"]) }
    }
}

extension Redirects.Target {
    fileprivate var edition: ID<Edition>? { if case .edition(let id) = self { id } else { nil } }
    fileprivate var section: ID<Section>? { if case .section(let id) = self { id } else { nil } }
    fileprivate var topic: ID<Topic>? { if case .topic(let id) = self { id } else { nil } }
    fileprivate var person: ID<Person>? { if case .person(let id) = self { id } else { nil } }
    fileprivate var media: ID<MediaItem>? { if case .media(let id) = self { id } else { nil } }
}
