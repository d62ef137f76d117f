import Basics

/// A statement of SQL with its bindings. Written as text; every hole becomes a bound value, so that nothing of a request can become SQL.
///
///     tx.all("SELECT slug FROM editions WHERE language = \(language) AND id > \(last)")
package struct SQL: Sendable {
    enum Part: Sendable {
        case text(String)
        case value(SQLValue)
        case type(ColumnType)
    }

    var parts: [Part]

    /// The statement as this dialect writes it.
    package func text(for dialect: Dialect) -> String {
        var text = ""
        var holes = 0
        for part in parts {
            switch part {
            case .text(let part): text += part
            case .type(let type): text += dialect.name(of: type)
            case .value:
                holes += 1
                text += dialect.placeholder(holes)
            }
        }
        return text
    }

    package var bindings: [SQLValue] {
        parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    /// The bindings, on either engine without the character U+0000: PostgreSQL cannot keep it, so SQLite may not either.
    func checkedBindings() throws -> [SQLValue] {
        for case .value(.text(let text)) in parts where text.utf8.contains(0) {
            throw Refusal(
                .invalid, ar: "في النص محرف لا يمكن حفظه (U+0000).",
                en: "The text holds a character that cannot be kept (U+0000).")
        }
        return bindings
    }

    package static func + (a: SQL, b: SQL) -> SQL { SQL(parts: a.parts + b.parts) }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { parts = [.text(text)] }
    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }

        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) { parts.append(.value(value.sqlValue)) }

        /// A value that may be missing: then it is SQL's NULL.
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) { parts.append(.value(value.sqlValue)) }

        /// Another statement's text and bindings, in place.
        package mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }

        /// The type of a column, as the dialect names it.
        package mutating func appendInterpolation(_ type: ColumnType) { parts.append(.type(type)) }

        /// A parenthesised list of bindings, for `IN`. An empty list matches nothing.
        package mutating func appendInterpolation<Value: SQLBindable>(list values: [Value]) {
            parts.append(.text("("))
            for index in 0..<Self.padded(values.count) {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.value(values[min(index, values.count - 1)].sqlValue))
            }
            parts.append(.text(values.isEmpty ? "NULL)" : ")"))
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
                if index > 0 { parts.append(.text(", ")) }
                parts += piece.parts
            }
        }
    }
}

/// A value as both engines hold it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}
