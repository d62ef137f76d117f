package import Basics
package import Storage

/// The part of the archive that a reader searches, as a form gives it and an address holds it. What is not understood is left out.
package struct SearchRange: Hashable, Sendable {
    package var section: Slug?
    /// The name, or some of it, of whoever signs.
    package var author = ""
    /// A name, in any spelling or script, of whoever says something in the story by the record.
    package var speaker = ""
    /// The first and the last day, as in 2020-05-31.
    package var from = ""
    package var to = ""

    package init() {}

    package init(section: String?, author: String?, speaker: String? = nil, from: String?, to: String?) {
        self.section = section.flatMap { $0.isEmpty ? nil : Slug(trusted: $0) }
        self.author = String((author ?? "").prefix(Self.longestName))
        self.speaker = String((speaker ?? "").prefix(Self.longestName))
        self.from = Self.day(from) == nil ? "" : from ?? ""
        self.to = Self.day(to) == nil ? "" : to ?? ""
    }

    private static let longestName = 100

    package var isWhole: Bool { self == SearchRange() }

    /// As it stands in an address, behind the query.
    var addressed: String {
        [("section", section?.text ?? ""), ("by", author), ("said-by", speaker), ("from", from), ("to", to)].filter { !$0.1.isEmpty }
            .map { "&\($0.0)=\(URLComponent.encode($0.1))" }.joined()
    }

    /// The filter that it is in this newsroom; nil when nothing can be in it.
    package func filter(_ tx: Transaction, _ tree: SectionTree, _ language: Language, _ face: Face) throws -> Search.Filter? {
        var filter = Search.Filter()
        if let section {
            guard let found = tree.sections.first(where: { $0.names[language]?.slug == section }) else { return nil }
            filter.section = found.id
        }
        if !author.isEmpty {
            filter.authors = try Search.authors(tx, named: author)
            if filter.authors == [] { return nil }
        }
        if !speaker.allSatisfy(\.isWhitespace) {
            let speakers = try Speakers.candidates(tx, speaker).filter { $0.speaker.visibility != .hidden }.map(\.speaker.id)
            if speakers.isEmpty { return nil }
            filter.editions = """
                SELECT t.edition_id AS id FROM statements t JOIN statement_places p ON p.statement_id = t.id
                WHERE t.speaker_id IN \(list: speakers) AND t.state = 'confirmed' AND p.state <> 'lost'
                """
        }
        filter.from = Self.day(from).map { face.start(of: $0) }
        filter.before = Self.day(to).map { face.start(of: $0.adding(seconds: 86_400)) }
        return filter
    }

    /// The start of a day in UTC.
    private static func day(_ text: String?) -> Instant? {
        let parts = (text ?? "").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return CivilTime.instant(year: year, month: month, day: day)
    }
}

extension Face {
    /// When a day that is given by its start in UTC begins in the newsroom.
    fileprivate func start(of day: Instant) -> Instant { day.adding(seconds: -Int64(civil(day).offset)) }
}
