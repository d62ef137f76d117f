import Basics
import Foundation
import Storage

extension MarkdownImport {
    /// Brings the lists beside the files into the newsroom: what files may refer to.
    func prepare(_ folder: MarkdownFolder, _ report: inout ImportReport) async throws -> Names {
        let (sections, topics, people, notes) = (try folder.sections(), try folder.topics(), try folder.people(), try folder.pictures())
        var (names, added) = try await newsroom.database.write { [self] tx in
            var names = Names()
            var added = ImportReport()
            for section in sections {
                let parent = section.parent.flatMap { names.sections[$0] }
                names.sections[section.key] = try known(tx, "section", section) {
                    added.sections += 1
                    return try Sections.add(tx, parent: parent, names: section.names)
                } change: { id in
                    for (language, name) in section.names { try Sections.setName(tx, id, language, name) }
                    try Sections.setParent(tx, id, parent)
                }
            }
            for topic in topics {
                names.topics[topic.key] = try known(tx, "topic", topic) {
                    added.topics += 1
                    return try Topics.add(tx, names: topic.names)
                } change: { id in
                    for (language, name) in topic.names { try Topics.setName(tx, id, language, name) }
                }
            }
            for person in people {
                names.people[person.key] = try known(tx, "author", person) {
                    added.people += 1
                    return try People.add(tx, slug: Slug(from: person.key) ?? Slug(trusted: "author"), names: person.signatures)
                } change: { id in
                    for (language, name) in person.signatures { try People.setName(tx, id, language, name) }
                }
            }
            return (names, added)
        }
        report.add(added)
        names.notes = notes
        for (name, notes) in notes.sorted(by: { $0.key < $1.key }) { names.pictures[name] = try await picture(name, notes, folder, &report) }
        return names
    }

    /// The record of what a list names: added, or brought up to date when the list says something else of it.
    private func known<Record>(
        _ tx: Transaction, _ kind: String, _ named: MarkdownFolder.Named, add: () throws -> ID<Record>, change: (ID<Record>) throws -> Void
    ) throws -> ID<Record> {
        let known = try ledger.entry(tx, kind, named.key)
        if let known, known.digest == named.digest { return ID(known.recordID) }
        let id = try known.map { ID<Record>($0.recordID) } ?? add()
        if known != nil { try change(id) }
        try ledger.record(tx, kind, named.key, id.rawValue, digest: named.digest)
        return id
    }

    /// The record of a picture beside the files; nil when the picture itself is not there.
    private func picture(
        _ name: String, _ notes: MarkdownFolder.PictureNotes, _ folder: MarkdownFolder, _ report: inout ImportReport
    ) async throws -> ID<MediaItem>? {
        let known = try await newsroom.database.read { [ledger] tx in try ledger.entry(tx, "media", name) }
        if let known, known.digest == notes.digest { return ID(known.recordID) }
        let path = folder.path + "/pictures/" + name
        guard known != nil || FileManager.default.fileExists(atPath: path) else { return nil }
        let id: ID<MediaItem>
        if let known {
            id = ID(known.recordID)
        } else {
            id = try await media.store(path, fileName: name)
            report.pictures += 1
        }
        try await newsroom.database.write { [ledger] tx in
            for (language, texts) in notes.texts { try Media.setTexts(tx, id, language, texts) }
            try Media.setFocalPoint(tx, id, notes.focal)
            try Media.setLicence(tx, id, notes.licence)
            try ledger.record(tx, "media", name, id.rawValue, digest: notes.digest)
        }
        return id
    }
}
