import Basics
import Storage

/// Puts the old plugin's records into the database. A value: a transaction that is run again starts from the same state.
struct SnaxApplier: Sendable {
    private let export: SnaxExport
    private let file: String
    private let ledger: ImportLedger
    private(set) var report = ImportReport()
    private(set) var entries: [ImportReport.Entry] = []
    private var works: [Int64: ID<Work>?] = [:]
    private var voters: [Int64: ImportedVoter] = [:]

    init(_ export: SnaxExport, file: String) {
        self.export = export
        self.file = file
        ledger = ImportLedger(site: export.site)
    }

    private enum Outcome {
        case created, updated, unchanged
        case skipped(Phrase)
        /// Not taken in, and to be tried again when the import is run again.
        case postponed(Phrase)
    }

    // MARK: Votes

    mutating func takeVote(_ tx: Transaction, _ row: SnaxTable.Row) throws {
        try take(tx, SnaxImport.voteKind, row, id: "vote_id") { applier, known in
            let vote = try row.vote()
            let (post, author, moment) = (try row.number("post_id"), try row.number("author_id"), try row.moment())
            guard let work = try applier.work(tx, post) else { return (.postponed(Self.noPost(post)), 0) }
            guard author > 0 else {
                if let known { return (try Votes.correctGuests(tx, known, vote) ? .updated : .unchanged, known) }
                return (.created, try Votes.takeGuests(tx, work, vote, at: moment))
            }
            let taken = try Votes.take(tx, work, of: try applier.voter(tx, author), vote, at: moment)
            switch (taken, known) {
            case (.added, nil): return (.created, 0)
            case (.added, _), (.replaced, _): return (.updated, 0)
            case (.passedOver, _): return (.skipped(Self.laterVote), 0)
            }
        }
    }

    private mutating func voter(_ tx: Transaction, _ number: Int64) throws -> ImportedVoter {
        if let voter = voters[number] { return voter }
        let voter = try ImportedVoters.find(tx, site: export.site, String(number), export.email(of: number))
        voters[number] = voter
        return voter
    }

    // MARK: Collections

    mutating func take(_ tx: Transaction, _ collection: SnaxExport.Collection) throws {
        let (imported, notes) = collection.imported
        guard let imported else { return count(.skipped(Self.history), at: collection.place) }
        let digest = Digest(
            of: [imported.kind.rawValue, imported.name, imported.description, imported.visibility.rawValue].joined(separator: "\u{1F}"))
        if let known = try ledger.entry(tx, SnaxImport.collectionKind, collection.sourceID) {
            guard known.digest != digest else { return count(.unchanged, at: collection.place) }
            let isCorrected = try Collections.correct(tx, ID(known.recordID), imported)
            try ledger.record(tx, SnaxImport.collectionKind, collection.sourceID, known.recordID, digest: digest)
            return count(isCorrected ? .updated : .skipped(Self.hasReader), at: collection.place)
        }
        let owner = export.owner(collection.owner)
        let voter = try ImportedVoters.find(tx, site: export.site, owner.sourceID, owner.email)
        let id = try Collections.take(tx, imported, of: voter)
        try ledger.record(tx, SnaxImport.collectionKind, collection.sourceID, id.rawValue, digest: digest)
        count(.created, at: collection.place)
        entries += notes.map { ImportReport.Entry(.note, collection.place, $0) }
    }

    mutating func takeItem(_ tx: Transaction, _ row: SnaxTable.Row) throws {
        try take(tx, SnaxImport.itemKind, row, id: "ID") { applier, known in
            let (number, post, moment) = (try row.number("collection_id"), try row.number("post_id"), try row.moment())
            guard let collection = try applier.ledger.entry(tx, SnaxImport.collectionKind, String(number)) else {
                return (.postponed(Self.noCollection(number)), 0)
            }
            guard let work = try applier.work(tx, post) else { return (.postponed(Self.noPost(post)), 0) }
            guard try tx.exists("SELECT 1 FROM collections WHERE id = \(collection.recordID)") else { return (.skipped(Self.deleted), 0) }
            do {
                let isNew = try tx.savepoint { try Collections.take(tx, work, into: ID(collection.recordID), at: moment) }
                return (isNew ? (known == nil ? .created : .updated) : .skipped(Self.isInIt), 0)
            } catch let refusal as Refusal {
                return (.skipped(refusal.words), 0)
            }
        }
    }

    // MARK: One row

    /// Takes a row in, unless the ledger says that it is in already as it is. What was folded into another row is in the ledger as well: it would
    /// else come back once its reader has taken the other back.
    private mutating func take(
        _ tx: Transaction, _ kind: String, _ row: SnaxTable.Row, id column: String,
        _ apply: (inout SnaxApplier, Int64?) throws -> (Outcome, record: Int64)
    ) throws {
        let place = ImportReport.Place(file: file, line: row.line, id: TypedText.line(String(row[column].prefix(40))))
        do {
            let source = String(try row.number(column))
            let known = try ledger.entry(tx, kind, source)
            if known?.digest == row.digest { return count(.unchanged, at: place) }
            let (outcome, record) = try apply(&self, known?.recordID)
            if case .postponed = outcome {} else { try ledger.record(tx, kind, source, record, digest: row.digest) }
            count(outcome, at: place)
        } catch let fault as SnaxFault {
            report.items += 1
            report.skipped += 1
            report.lost += 1
            entries.append(ImportReport.Entry(.lost, place, fault.words))
        }
    }

    private mutating func count(_ outcome: Outcome, at place: ImportReport.Place) {
        report.items += 1
        switch outcome {
        case .created: report.created += 1
        case .updated: report.updated += 1
        case .unchanged: report.unchanged += 1
        case .skipped(let reason), .postponed(let reason):
            report.skipped += 1
            entries.append(ImportReport.Entry(.skipped, place, reason))
        }
    }

    private mutating func work(_ tx: Transaction, _ post: Int64) throws -> ID<Work>? {
        if let known = works[post] { return known }
        let work = try ledger.work(tx, ofPost: post)
        works[post] = .some(work)
        return work
    }
}

extension ImportLedger {
    /// The work that a post of the old site became; nil when none did, or when two posts had that number.
    func work(_ tx: Transaction, ofPost number: Int64) throws -> ID<Work>? {
        let works = try tx.all(
            """
            SELECT DISTINCT e.work_id FROM import_ledger l JOIN editions e ON e.id = l.record_id
            WHERE l.site = \(site) AND l.kind IN ('post', 'page') AND l.source_id >= \("\(number) ") AND l.source_id < \("\(number)!")
            """
        ) { try $0["work_id"] as ID<Work> }
        return works.count == 1 ? works.first : nil
    }
}
