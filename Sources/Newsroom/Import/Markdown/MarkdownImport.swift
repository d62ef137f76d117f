import Basics
import Foundation
import Markup
import Storage

/// Brings a folder of Markdown into a newsroom. Run again, it changes only what has changed.
package struct MarkdownImport: Sendable {
    private let newsroom: Newsroom
    private let media: Media
    private let ledger: ImportLedger
    private let author = "import"

    /// `source` names where the files come from: by it a second import knows them.
    package init(_ newsroom: Newsroom, media: Media, source: String) {
        self.newsroom = newsroom
        self.media = media
        ledger = ImportLedger(site: "markdown:" + source)
    }

    /// What files may refer to, by the names they use.
    private struct Names: Sendable {
        var sections: [String: ID<Section>] = [:]
        var topics: [String: ID<Topic>] = [:]
        var people: [String: ID<Person>] = [:]
        var pictures: [String: ID<MediaItem>] = [:]
        var notes: [String: MarkdownFolder.PictureNotes] = [:]
        /// Where each file's edition will be.
        var paths: [String: SitePath] = [:]
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
        for document in documents {
            names.paths[document.file] = document.kind == .page ? .page(document.language, document.slug) : .article(document.language, document.slug)
        }
        for document in documents.sorted(by: { ($0.published ?? Instant(seconds: 0)) < ($1.published ?? Instant(seconds: 0)) }) {
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

    // MARK: Sections, topics, people, pictures

    private func prepare(_ folder: MarkdownFolder, _ report: inout ImportReport) async throws -> Names {
        let (sections, topics, people, notes) = (try folder.sections(), try folder.topics(), try folder.people(), try folder.pictures())
        var (names, added) = try await newsroom.database.write { [self] tx in
            var names = Names()
            var added = ImportReport()
            for section in sections {
                let parent = section.parent.flatMap { names.sections[$0] }
                names.sections[section.key] = try known(tx, "section", section.key) {
                    added.sections += 1
                    return try Sections.add(tx, parent: parent, names: section.names)
                }
            }
            for topic in topics {
                names.topics[topic.key] = try known(tx, "topic", topic.key) {
                    added.topics += 1
                    return try Topics.add(tx, names: topic.names)
                }
            }
            for person in people {
                names.people[person.key] = try known(tx, "author", person.key) {
                    added.people += 1
                    let names = person.names.reduce(into: [:]) { names, pair in
                        names[pair.key] = Person.Name(name: pair.value.name, biography: person.biographies[pair.key] ?? "")
                    }
                    return try People.add(tx, slug: Slug(from: person.key) ?? Slug(trusted: "author"), names: names)
                }
            }
            return (names, added)
        }
        report.add(added)
        names.notes = notes
        for name in notes.keys.sorted() { names.pictures[name] = try await picture(name, notes[name], folder, &report) }
        return names
    }

    private func known<Record>(_ tx: Transaction, _ kind: String, _ key: String, add: () throws -> ID<Record>) throws -> ID<Record> {
        if let entry = try ledger.entry(tx, kind, key) { return ID(entry.recordID) }
        let id = try add()
        try ledger.record(tx, kind, key, id.rawValue)
        return id
    }

    private func picture(
        _ name: String, _ notes: MarkdownFolder.PictureNotes?, _ folder: MarkdownFolder, _ report: inout ImportReport
    ) async throws -> ID<MediaItem>? {
        let known = try await newsroom.database.read { [ledger] tx in try ledger.entry(tx, "media", name) }
        if let known { return ID(known.recordID) }
        let path = folder.path + "/pictures/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let id = try await media.store(path, fileName: name)
        try await newsroom.database.write { [ledger] tx in
            try ledger.record(tx, "media", name, id.rawValue)
            guard let notes else { return }
            for (language, texts) in notes.texts { try Media.setTexts(tx, id, language, texts) }
            try Media.setFocalPoint(tx, id, notes.focal)
            try Media.setLicence(tx, id, notes.licence)
        }
        report.pictures += 1
        return id
    }

    // MARK: Editions

    private typealias Outcome = any WritableKeyPath<ImportReport, Int> & Sendable

    private func take(_ tx: Transaction, _ document: MarkdownDocument, _ names: Names) throws -> (Outcome, [Phrase]) {
        let digest = Digest(of: document.file + "\n" + document.text + "\(document)")
        let known = try ledger.entry(tx, "file", document.file)
        if let known, known.digest == digest { return (\.unchanged, []) }
        let parsed = try story(document, names)
        let content = Content(headline: document.title, standfirst: document.standfirst, dateline: document.dateline, body: parsed.story)
        let edition: ID<Edition>
        var revision: ID<Revision>?
        if let known {
            edition = ID(known.recordID)
            revision = try Articles.revise(tx, edition, content, author: author, note: document.file)
        } else {
            let added = try Articles.addEdition(
                tx, of: try work(tx, document, names), document.kind, document.language, slug: document.slug, content, author: author, note: document.file)
            (edition, revision) = (added.edition, added.revision)
        }
        try Articles.setByline(tx, edition, try document.authors.map { try find($0, in: names.people, "authors", document) })
        if !document.isDraft, let shown = try revision ?? Articles.newest(tx, of: edition)?.id {
            try Articles.publish(tx, edition, shown, at: document.published ?? tx.now, updated: document.updated)
        }
        try ledger.record(tx, "file", document.file, edition.rawValue, digest: digest)
        return (known == nil ? \.created : \.updated, parsed.notes.map(\.words))
    }

    private func work(_ tx: Transaction, _ document: MarkdownDocument, _ names: Names) throws -> ID<Work> {
        try known(tx, "work", document.work) {
            let section = try document.section.map { try find($0, in: names.sections, "section", document) }
            return try Articles.add(
                tx, document.kind, section: section, topics: try document.topics.map { try find($0, in: names.topics, "topics", document) },
                picture: try document.picture.map { try find($0, in: names.pictures, "picture", document) }, pinned: document.isPinned,
                tree: try Sections.tree(tx))
        }
    }

    private func find<Value>(_ key: String, in values: [String: Value], _ field: String, _ document: MarkdownDocument) throws -> Value {
        guard let value = values[key] else {
            throw Refusal(
                .invalid, ar: "\(document.file): \(field): لا يوجد «\(key)»", en: "\(document.file): \(field): there is no “\(key)”", field: field)
        }
        return value
    }

    /// The text with its pictures in the library and its links to other files leading to their pages.
    private func story(_ document: MarkdownDocument, _ names: Names) throws -> ParsedStory {
        var text = document.text
        for (name, id) in names.pictures { text = text.replacingOccurrences(of: "pictures/\(name)", with: "media:\(id)") }
        let folder = (document.file as NSString).deletingLastPathComponent
        for (file, path) in names.paths {
            let name = (file as NSString).deletingLastPathComponent == folder ? (file as NSString).lastPathComponent : "../" + file
            text = text.replacingOccurrences(of: "](\(name))", with: "](\(path.text))")
        }
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
        return parsed
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
