import Basics

/// A statement of SQL with its bindings. Written as text; every hole becomes a bound value, so that nothing of a request can become SQL.
///
///     tx.all("SELECT slug FROM editions WHERE language = \(language) AND id > \(last)")
package struct SQL: Sendable {
    /// As SQLite reads it, with `?` for each hole. Where a type's name belongs, nothing stands yet.
    private var text: String
    package private(set) var bindings: [SQLValue]
    /// Where in `text` each hole stands, in bytes, and where types belong: by these it is written for PostgreSQL, and for making tables.
    private var holes: [Int]
    private var types: [(place: Int, type: ColumnType)]

    /// The statement as this dialect writes it.
    package func text(for dialect: Dialect) -> String {
        if dialect == .sqlite, types.isEmpty { return text }
        let bytes = Array(text.utf8)
        var written: [UInt8] = []
        var (copied, type) = (0, types.startIndex)
        func copy(to place: Int) {
            written += bytes[copied..<place]
            copied = place
        }
        func writeTypes(to place: Int) {
            while type < types.endIndex, types[type].place <= place {
                copy(to: types[type].place)
                written += Array(dialect.name(of: types[type].type).utf8)
                type += 1
            }
        }
        for (number, place) in holes.enumerated() {
            writeTypes(to: place)
            copy(to: place)
            written += Array(dialect.placeholder(number + 1).utf8)
            copied += 1
        }
        writeTypes(to: bytes.count)
        copy(to: bytes.count)
        return String(decoding: written, as: UTF8.self)
    }

    /// The bindings, on either engine without the character U+0000: PostgreSQL cannot keep it, so SQLite may not either.
    func checkedBindings() throws -> [SQLValue] {
        for case .text(let text) in bindings where text.utf8.contains(0) {
            throw Refusal(
                .invalid, ar: "في النص محرف لا يمكن حفظه (U+0000).",
                en: "The text holds a character that cannot be kept (U+0000).")
        }
        return bindings
    }

    package static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.append(b)
        return sum
    }

    fileprivate mutating func append(_ other: SQL) {
        let end = text.utf8.count
        text += other.text
        bindings += other.bindings
        for place in other.holes { holes.append(end + place) }
        for (place, type) in other.types { types.append((end + place, type)) }
    }

    fileprivate mutating func append(_ value: SQLValue) {
        holes.append(text.utf8.count)
        text += "?"
        bindings.append(value)
    }

    fileprivate mutating func append(_ type: ColumnType) { types.append((text.utf8.count, type)) }

    fileprivate mutating func append(literal: String) { text += literal }

    fileprivate init(_ text: String = "", holes count: Int = 0) {
        self.text = text
        bindings = []
        holes = []
        types = []
        bindings.reserveCapacity(count)
        holes.reserveCapacity(count)
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL

        package init(literalCapacity: Int, interpolationCount: Int) {
            var text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            sql = SQL(text, holes: interpolationCount)
        }

        package mutating func appendLiteral(_ text: String) { sql.append(literal: text) }

        package mutating func appendInterpolation(_ value: some SQLBindable) { sql.append(value.sqlValue) }

        /// A value that may be missing: then it is SQL's NULL.
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) { sql.append(value.sqlValue) }

        /// Another statement's text and bindings, in place.
        package mutating func appendInterpolation(_ sql: SQL) { self.sql.append(sql) }

        /// The type of a column, as the dialect names it.
        package mutating func appendInterpolation(_ type: ColumnType) { sql.append(type) }

        /// A parenthesised list of bindings, for `IN`. An empty list matches nothing.
        package mutating func appendInterpolation<Value: SQLBindable>(list values: [Value]) {
            sql.append(literal: "(")
            for index in 0..<Self.padded(values.count) {
                if index > 0 { sql.append(literal: ", ") }
                sql.append(values[min(index, values.count - 1)].sqlValue)
            }
            sql.append(literal: values.isEmpty ? "NULL)" : ")")
        }

        /// A list's last value is repeated up to the next power of two, so that few texts, and so few prepared statements, serve all lengths.
        private static func padded(_ count: Int) -> Int {
            var size = min(count, 1)
            while size < count { size *= 2 }
            return size
        }

        /// Pieces with commas between them, such as the rows of `VALUES`.
        package mutating func appendInterpolation(joined pieces: [SQL]) {
            for (index, piece) in pieces.enumerated() {
                if index > 0 { sql.append(literal: ", ") }
                sql.append(piece)
            }
        }
    }
}

/// A value as both engines hold it.
@usableFromInline package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}
