import Basics
import Markup
import Storage

@testable import Newsroom

/// A newsroom at work, for tests: Ben reports, Ada edits, Omar looks after it.
struct DeskBench: Sendable {
    let ben: Reader
    let ada: Reader
    let omar: Reader
    let section: ID<Section>

    init(_ tx: Transaction) throws {
        ben = try Self.staff(tx, "ben", .reporter)
        ada = try Self.staff(tx, "ada", .editor)
        omar = try Self.staff(tx, "omar", .administrator)
        section = try Draft.section(tx, "Port")
    }

    static func staff(_ tx: Transaction, _ name: String, _ role: Reader.Role) throws -> Reader {
        guard let email = EmailAddress("\(name)@news.example") else { throw Missing() }
        let id = try Readers.add(tx, email, name: try ReaderName(name), .en, role: role)
        try Readers.confirm(tx, id)
        guard let reader = try Readers.find(tx, id) else { throw Missing() }
        return reader
    }

    /// A story that Ben has begun.
    func begin(_ tx: Transaction, _ headline: String = "Quay handed over", _ language: Language = .en) throws -> ID<Edition> {
        try Desk.begin(tx, language, headline: headline, section: section, tree: try Sections.tree(tx), by: ben)
    }

    /// What a window of the desk sends.
    static func text(
        _ text: String, on base: ID<Revision>, writer: String = "window", _ sequence: Int = 1, isNamed: Bool = false
    ) -> Submission {
        Submission(base: base, writer: writer, sequence: sequence, isNamed: isNamed, content: Draft.content("Quay handed over", text))
    }

    static func head(_ tx: Transaction, _ id: ID<Edition>) throws -> Revision {
        guard let head = try Articles.newest(tx, of: id) else { throw Missing() }
        return head
    }

    static func saved(_ saved: Saved) throws -> Revision {
        guard case .kept(let revision) = saved else { throw Missing() }
        return revision
    }

    struct Missing: Error {}
}

extension Revision {
    var text: String { content.body.plainText.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
