import Basics
import Foundation
import Markup
import Storage

/// Brings a folder of Markdown into a newsroom. Run again, it changes only what has changed.
package struct MarkdownImport: Sendable {
    let newsroom: Newsroom
    let media: Media
    let ledger: ImportLedger
    private let author = "import"

    /// `source` names where the files come from: by it a second import knows them.
    package init(_ newsroom: Newsroom, media: Media, source: String) {
        self.newsroom = newsroom
        self.media = media
        ledger = ImportLedger(site: "markdown:" + source)
    }

    /// What files may refer to, by the names they use.
    struct Names: Sendable {
        var sections: [String: ID<Section>] = [:]
        var topics: [String: ID<Topic>] = [:]
        var people: [String: ID<Person>] = [:]
        var pictures: [String: ID<MediaItem>] = [:]
        var notes: [String: MarkdownFolder.PictureNotes] = [:]
        var links = MarkdownLinks(paths: [:], pictures: [:])
    }

    /// Refuses a fault in the lists beside the files; a fault of one file is an entry of the report, and the others are taken in.
    package func run(
        _ folder: String, progress: @Sendable (Int, Int) -> Void = { _, _ in }, entry: (ImportReport.Entry) throws -> Void = { _ in }
    ) async throws -> ImportReport {
        let folder = MarkdownFolder(path: folder)
        let files = try folder.documents()
        var report = ImportReport()
        var names = try await prepare(folder, &report)
        var documents: [MarkdownDocument] = []
        for file in files {
            do {
                documents.append(try MarkdownDocument(file: file, text: try folder.text(of: file) ?? ""))
            } catch let refusal as Refusal {
                try entry(report.lose(file, refusal.words))
            }
        }
        documents.sort { ($0.published ?? Instant(seconds: 0), $0.file) < ($1.published ?? Instant(seconds: 0), $1.file) }
        for twin in Self.twins(in: documents) {
            documents.removeAll { $0.file == twin.file }
            try entry(report.lose(twin.file, twin.fault("slug", ar: "لملف آخر العنوان نفسه", en: "another file has the same address").words))
        }
        let paths = try await newsroom.database.read { [self, documents] tx in
            try Dictionary(uniqueKeysWithValues: documents.map { ($0.file, try path(tx, of: $0)) })
        }
        names.links = MarkdownLinks(paths: paths, pictures: names.pictures)
        for document in documents {
            do {
                let (outcome, notes) = try await newsroom.database.write { [self, names] tx in try take(tx, document, names) }
                report.items += 1
                report[keyPath: outcome] += 1
                for note in notes { try entry(ImportReport.Entry(.note, ImportReport.Place(file: document.file, title: document.title), note)) }
            } catch let refusal as Refusal {
                try entry(report.lose(document.file, refusal.words))
            }
            progress(report.items, files.count)
        }
        return report
    }

    /// Those that would have the address of one before them.
    private static func twins(in documents: [MarkdownDocument]) -> [MarkdownDocument] {
        var taken: Set<SitePath> = []
        return documents.filter { !taken.insert($0.path).inserted }
    }

    /// Where the edition is, or where it will be.
    private func path(_ tx: Transaction, of document: MarkdownDocument) throws -> SitePath {
        let known = try ledger.entry(tx, "file", document.file).flatMap { try Articles.edition(tx, ID($0.recordID))?.slug }
        let slug = try known ?? FreeSlug.find(document.slug) { try Articles.edition(tx, document.kind, document.language, slug: $0) != nil }
        return document.kind == .page ? .page(document.language, slug) : .article(document.language, slug)
    }

    // MARK: Editions

    private typealias Outcome = any WritableKeyPath<ImportReport, Int> & Sendable

    private func take(_ tx: Transaction, _ document: MarkdownDocument, _ names: Names) throws -> (Outcome, [Phrase]) {
        let known = try ledger.entry(tx, "file", document.file)
        let (story, unknown) = try story(document, names)
        let digest = Digest(of: "\(document.file)\n\(document.source)\n\(story.story.canonicalHTML)")
        if let known, known.digest == digest { return (\.unchanged, []) }
        var notes = unknown.map { Phrase(ar: "«\($0)» ليس في المجلد", en: "leads to “\($0)”, which is not in the folder") } + story.notes.map(\.words)
        let content = Content(headline: document.title, standfirst: document.standfirst, dateline: document.dateline, body: story.story)
        let work = try work(tx, document, names)
        let edition: ID<Edition>
        if let known {
            edition = ID(known.recordID)
            _ = try Articles.revise(tx, edition, content, author: author, note: document.file)
        } else {
            edition = try Articles.addEdition(
                tx, of: work, document.kind, document.language, slug: document.slug, content, author: author, note: document.file
            ).edition
        }
        try Articles.setByline(tx, edition, try document.authors.map { try find($0, in: names.people, "authors", document) })
        try show(tx, edition, document, &notes)
        try ledger.record(tx, "file", document.file, edition.rawValue, digest: digest)
        return (known == nil ? \.created : \.updated, notes)
    }

    private func show(_ tx: Transaction, _ id: ID<Edition>, _ document: MarkdownDocument, _ notes: inout [Phrase]) throws {
        guard let edition = try Articles.edition(tx, id), let newest = try Articles.newest(tx, of: id) else { return }
        switch (edition.visibility, document.isDraft) {
        case (.withdrawn, _): notes.append(Phrase(ar: "سُحب هنا، فبقي مسحوبًا", en: "was withdrawn here, and stays so"))
        case (_, false):
            try Articles.publish(tx, id, newest.id, at: document.published ?? edition.publishedAt ?? tx.now, updated: document.updated)
        case (.published, true), (.scheduled, true): try Articles.unpublish(tx, id)
        case (.private, true): break
        }
    }

    /// The file's work, filed as the file says.
    private func work(_ tx: Transaction, _ document: MarkdownDocument, _ names: Names) throws -> ID<Work> {
        let section = try document.section.map { try find($0, in: names.sections, "section", document) }
        let topics = try document.topics.map { try find($0, in: names.topics, "topics", document) }
        let picture = try document.picture.map { try find($0, in: names.pictures, "picture", document) }
        let tree = try Sections.tree(tx)
        if let entry = try ledger.entry(tx, "work", document.work) {
            let id = ID<Work>(entry.recordID)
            // What one edition leaves open, the other may have said.
            if let section { try Articles.place(tx, id, section: section, sections: [], tree: tree) }
            if !topics.isEmpty { try Articles.setTopics(tx, id, topics) }
            if let picture { try Articles.setPicture(tx, id, picture) }
            if let isPinned = document.isPinned { try Articles.pin(tx, id, isPinned) }
            return id
        }
        let id = try Articles.add(
            tx, document.kind, section: section, topics: topics, picture: picture, pinned: document.isPinned ?? false, tree: tree)
        try ledger.record(tx, "work", document.work, id.rawValue)
        return id
    }

    private func find<Value>(_ key: String, in values: [String: Value], _ field: String, _ document: MarkdownDocument) throws -> Value {
        guard let value = values[key] else {
            throw document.fault(field, ar: "لا يوجد «\(key)»", en: "there is no “\(key)”")
        }
        return value
    }

    /// The text with its pictures in the library and its links to other files leading to their pages, and what leads nowhere.
    private func story(_ document: MarkdownDocument, _ names: Names) throws -> (ParsedStory, unknown: [String]) {
        let (text, unknown) = names.links.resolve(document.text, in: document.file)
        var parsed = StoryParser.markdown(text)
        parsed.story = parsed.story.replacingFigures { figure in
            guard case .media(let number) = figure.picture.source, figure.caption == nil, figure.credit == nil,
                let name = names.pictures.first(where: { $0.value.rawValue == number })?.key, let texts = names.notes[name]?.texts[document.language]
            else { return figure }
            var figure = figure
            if !texts.caption.isEmpty { figure.caption = Line([.text(texts.caption)]) }
            if !texts.credit.isEmpty { figure.credit = Line([.text(texts.credit)]) }
            return figure
        }
        return (parsed, unknown)
    }
}

extension ImportReport {
    /// Counts a file that could not be taken in.
    fileprivate mutating func lose(_ file: String, _ reason: Phrase) -> Entry {
        items += 1
        skipped += 1
        lost += 1
        return Entry(.lost, Place(file: file), reason)
    }
}
