import Basics
import Foundation
import Storage

/// The sites that a run took in: what is to be said and done once all of their files are in.
struct ImportedSites: Sendable {
    private struct Imported: Sendable {
        let ledger: ImportLedger
        let file: String
        let language: Language
        let title: String
        let tagline: String
    }

    private var sites: [Imported] = []

    /// Adds the site of a file, by the file's last batch.
    mutating func add(_ batch: WordPressBatch, _ file: String) {
        let site = batch.terms.site
        let tagline = PlainText.of(site.description)
        sites.append(
            Imported(
                ledger: ImportLedger(site: batch.terms.siteKey), file: file, language: batch.mainLanguage, title: PlainText.of(site.title),
                // What WordPress writes there until somebody writes something better.
                tagline: tagline == "Just another WordPress site" ? "" : tagline))
    }

    /// The pictures that stories name by an attachment's number and no file has defined: there is nothing to fetch them from.
    func undefinedPictures(_ tx: Transaction) throws -> [ImportReport.Entry] {
        var entries: [ImportReport.Entry] = []
        var told: Set<String> = []
        for site in sites.reversed() where told.insert(site.ledger.site).inserted {
            let missing = try site.ledger.undefinedPictures(tx)
            guard !missing.isEmpty else { continue }
            let stories = try Self.stories(tx, with: Set(missing.map(\.record)))
            entries += missing.map { number, record in
                ImportReport.Entry(
                    .note, ImportReport.Place(file: site.file, id: number, title: stories[record] ?? ""),
                    Phrase(
                        ar: "الصورة رقم \(number) ليست بين مرفقات التصدير: لا مصدر تُجلب منه",
                        en: "the export has no attachment \(number) for this picture: there is nowhere to fetch it from"))
            }
        }
        return entries
    }

    /// The headline of the first story that shows each of these pictures.
    private static func stories(_ tx: Transaction, with pictures: Set<Int64>) throws -> [Int64: String] {
        var stories: [Int64: String] = [:]
        try tx.forEach(
            """
            SELECT r.headline, r.body, w.media_id FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.head_id ORDER BY e.id
            """
        ) { row in
            let shown =
                try [row["media_id"] as Int64?].compactMap(\.self)
                + (row["body"] as String).components(separatedBy: "media:").dropFirst().compactMap { Int64($0.prefix { $0.isNumber }) }
            for id in shown where pictures.contains(id) && stories[id] == nil { stories[id] = try row["headline"] }
        }
        return stories
    }

    /// Gives a newsroom without a face the first site's, so that it looks right at once. Nil when it has one, or no story came in.
    func writeFace(_ newsroom: Newsroom) async throws -> ImportReport.Entry? {
        let used = try await newsroom.database.read { tx in
            try tx.all("SELECT DISTINCT language FROM editions ORDER BY language") { try $0["language"] as Language }
        }
        guard let main = sites.first?.language, !used.isEmpty else { return nil }
        var face = Face.plain
        face.languages = used.filter { $0 == main } + used.filter { $0 != main }
        face.names = Self.texts(sites.map { ($0.language, $0.title) }, in: used)
        face.taglines = Self.texts(sites.map { ($0.language, $0.tagline) }, in: used)
        guard try face.writeFirst(to: newsroom.folder) else { return nil }
        return ImportReport.Entry(
            .note, ImportReport.Place(file: Face.fileName),
            Phrase(ar: "كُتب باسم الموقع القديم ولغاته: راجعه", en: "was written with the old site's name and languages: look it over"))
    }

    /// For each language the text of a site in it, or else of the first site.
    private static func texts(_ texts: [(language: Language, text: String)], in languages: [Language]) -> [Language: String] {
        let given = texts.filter { !$0.text.isEmpty }
        return languages.reduce(into: [:]) { result, language in
            result[language] = (given.first { $0.language == language } ?? given.first)?.text
        }
    }
}

extension ImportLedger {
    /// Attachments of the site that are known by their number only.
    fileprivate func undefinedPictures(_ tx: Transaction) throws -> [(number: String, record: Int64)] {
        try tx.all(
            """
            SELECT l.source_id, m.id FROM import_ledger l JOIN media m ON m.id = l.record_id
            WHERE l.site = \(site) AND l.kind = 'media' AND m.state = 'awaited' AND m.source_url IS NULL ORDER BY m.id
            """
        ) { (try $0["source_id"], try $0["id"]) }
    }
}
