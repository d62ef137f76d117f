/// The identity of a record, given by the database. The phantom type keeps a section's identity from passing for a work's.
package struct ID<Record>: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
}

extension ID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
