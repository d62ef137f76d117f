package import Basics
package import Storage

/// What is kept about a reader: counted for her page, and given to her whole.
extension Accounts {
    package struct Kept: Sendable {
        package let set: RecordSet
        package let count: Int
    }

    package struct Export: Sendable {
        package let set: RecordSet
        package let records: [Record]
    }

    /// How many records of each kind there are of the reader.
    package func kept(_ tx: Transaction, of reader: Reader) throws -> [Kept] {
        try RecordSet.all.map { Kept(set: $0, count: try $0.count(tx, person(reader, reader.language))) }
    }

    /// All of them; stories are named in `language` where they are told in it.
    package func export(_ tx: Transaction, of reader: Reader, _ language: Language) throws -> [Export] {
        try RecordSet.all.map { Export(set: $0, records: try $0.records(tx, person(reader, language))) }
    }

    func person(_ reader: Reader, _ language: Language) -> RecordSet.Person {
        RecordSet.Person(reader: reader, language: language, guesses: guesses(of: reader))
    }
}
