/// One row of an answer. Columns are read by name, as the type that is asked for:
///
///     let slug: Slug = try row["slug"]
///
/// What reads it is compiled into the rooms that ask (`@inlinable`): looking each column's type up while running took longer than reading it.
@usableFromInline package struct Row: Sendable {
    @usableFromInline let columns: Columns
    @usableFromInline let values: [SQLValue]

    init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// Throws a `RowFault` when there is no such column or it holds another type.
    @inlinable package subscript<Value: SQLReadable>(_ name: String) -> Value {
        get throws {
            guard let index = columns.names.firstIndex(of: name) else { throw RowFault.noColumn(name) }
            guard let value = Value(sqlValue: values[index]) else { throw RowFault.wrongType(name, values[index]) }
            return value
        }
    }

    /// What stands behind the first `count` columns: the second of two tables that were joined.
    package func dropFirst(_ count: Int) -> Row {
        Row(columns: Columns(Array(columns.names.dropFirst(count))), values: Array(values.dropFirst(count)))
    }

    /// The names of an answer's columns, shared by its rows.
    @usableFromInline final class Columns: Sendable {
        @usableFromInline let names: [String]

        init(_ names: [String]) { self.names = names }
    }
}

/// A statement and the code that reads its rows disagree: a fault of ours.
@usableFromInline enum RowFault: Error {
    case noColumn(String)
    case wrongType(String, SQLValue)
}
