/// One row of an answer. Columns are read by name, as the type that is asked for:
///
///     let slug: Slug = try row["slug"]
package struct Row: Sendable {
    let columns: Columns
    let values: [SQLValue]

    /// Throws a `RowFault` when there is no such column or it holds another type.
    package subscript<Value: SQLReadable>(_ name: String) -> Value {
        get throws {
            guard let index = columns.names.firstIndex(of: name) else { throw RowFault.noColumn(name) }
            guard let value = Value(sqlValue: values[index]) else { throw RowFault.wrongType(name, values[index]) }
            return value
        }
    }

    /// The names of an answer's columns, shared by its rows.
    final class Columns: Sendable {
        let names: [String]

        init(_ names: [String]) { self.names = names }
    }
}

/// A statement and the code that reads its rows disagree: a fault of ours.
enum RowFault: Error {
    case noColumn(String)
    case wrongType(String, SQLValue)
}
