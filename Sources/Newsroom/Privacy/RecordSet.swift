package import Basics
import Storage

/// A kind of record about a reader: what it is, why and how long it is kept, and how it is read, counted and erased. All that is kept about readers is in
/// `RecordSet.all`: the page that tells of it, the export and the erasing are made from that one list, and a test holds it against the schema.
package struct RecordSet: Sendable {
    /// A table, with each of its columns either given to the reader or not: secrets, numbers of rows, and what only repeats another column.
    struct Table: Sendable {
        let name: String
        let given: Set<String>
        let withheld: Set<String>

        init(_ name: String, given: Set<String>, withheld: Set<String>) {
            self.name = name
            self.given = given
            self.withheld = withheld
        }
    }

    enum Erasing: Sendable {
        /// The row of the account takes it along, by a foreign key.
        case withAccount
        case by(@Sendable (Transaction, Person) throws -> Void)
    }

    /// Its name in JSON.
    package let key: String
    package let name: Phrase
    package let reason: Phrase
    package let retention: Phrase
    /// Where its reader changes or deletes it.
    package let place: ReaderPath?
    let tables: [Table]
    let erasing: Erasing
    let count: @Sendable (Transaction, Person) throws -> Int
    let records: @Sendable (Transaction, Person) throws -> [Record]

    /// Whose records, and the language that names of stories are wanted in.
    struct Person: Sendable {
        let reader: Reader
        let language: Language
        /// What guesses at her password are counted under.
        let guesses: [Digest]

        var id: ID<Reader> { reader.id }
    }

    init(
        _ key: String, _ name: Phrase, reason: Phrase, retention: Phrase, place: ReaderPath? = nil, tables: [Table], erasing: Erasing,
        count: @escaping @Sendable (Transaction, Person) throws -> Int, records: @escaping @Sendable (Transaction, Person) throws -> [Record]
    ) {
        self.key = key
        self.name = name
        self.reason = reason
        self.retention = retention
        self.place = place
        self.tables = tables
        self.erasing = erasing
        self.count = count
        self.records = records
    }

    /// Everything, in the order a reader is told of it; the account is erased last.
    static let all: [RecordSet] = [
        account, votes, collections, history, policies, sessions, devices, links, passkeys, recoveryCodes, letters, requests, failures, voters,
        comments, texts, desk, tokens, deeds,
    ]

    /// Tables with somebody's address that are not about readers, and why.
    static let apart = ["people": "Whoever signs articles: told by the newsroom to everyone."]
}

extension RecordSet {
    /// Counts the rows that a statement gives as `n`.
    static func counting(_ sql: @escaping @Sendable (Person) -> SQL) -> @Sendable (Transaction, Person) throws -> Int {
        { tx, person in try tx.one("SELECT count(*) AS n FROM \(sql(person))") { try $0["n"] } }
    }

    static let withAccount = Phrase(ar: "ما دام حسابك.", en: "As long as your account.")
}
