import CPostgres

/// What PostgreSQL is told about the type of a hole.
enum PostgresHole: Equatable {
    case integer, real, text, bytes
    /// A text whose type PostgreSQL shall find out from where it stands, as SQLite does by a column's affinity.
    case looseText
    /// A null, which has no type of its own.
    case looseNull

    init(_ value: SQLValue) {
        self =
            switch value {
            case .null: .looseNull
            case .integer: .integer
            case .real: .real
            case .text: .text
            case .bytes: .bytes
            }
    }

    var type: Oid {
        switch self {
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        case .looseText, .looseNull: PostgresType.unknown
        }
    }

    /// Whether a value can be sent to a hole that was prepared as this one.
    func accepts(_ value: SQLValue) -> Bool {
        let own = PostgresHole(value)
        return own == .looseNull || own == self || own == .text && self == .looseText
    }
}

extension PostgresFailure {
    /// The types to try next when a statement could not be prepared with these, so that `number = '7'` and `NULL IS NULL`
    /// mean what they mean on SQLite; nil when there is nothing left to try.
    func otherTypes(for holes: [PostgresHole], _ values: [SQLValue]) -> [PostgresHole]? {
        switch sqlState {
        case "42P18", "42P08":
            guard let index = namedHole, holes.indices.contains(index), holes[index].type == PostgresType.unknown else { return nil }
            var others = holes
            others[index] = .text
            return others
        case "42883", "42804", "42725":
            let others = zip(holes, values).map { hole, value in hole == .text && value != .null ? .looseText : hole }
            return others == holes ? nil : others
        default: return nil
        }
    }

    /// Which hole "could not determine data type of parameter $2" is about, counted from 0.
    private var namedHole: Int? {
        guard let sign = message.lastIndex(of: "$") else { return nil }
        return Int(message[message.index(after: sign)...].prefix { $0.isNumber }).map { $0 - 1 }
    }
}
