import CPostgres

extension SQLValue {
    /// A value out of the text PostgreSQL writes for it. Types that SQLite does not have are read as text.
    init(_ text: UnsafeRawBufferPointer, type: Oid) {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid: self = .integer(Int64(SQLValue.string(text)) ?? 0)
        case PostgresType.bool: self = .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
        case PostgresType.float8, PostgresType.float4: self = .real(Double(SQLValue.string(text)) ?? .nan)
        case PostgresType.numeric: self = SQLValue(numeric: SQLValue.string(text))
        case PostgresType.bytea: self = .bytes(SQLValue.bytes(hex: text))
        default: self = .text(SQLValue.string(text))
        }
    }

    /// `sum` over integers is a numeric without a point here, an integer on SQLite: so it is one here too.
    private init(numeric text: String) {
        if !text.contains("."), let number = Int64(text) {
            self = .integer(number)
        } else {
            self = .real(Double(text) ?? .nan)
        }
    }

    private static func string(_ text: UnsafeRawBufferPointer) -> String { String(decoding: text, as: UTF8.self) }

    /// Bytes out of `\x00ff`.
    private static func bytes(hex text: UnsafeRawBufferPointer) -> [UInt8] {
        let count = max(0, text.count - 2) / 2
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                buffer[index] = nibble(text[2 + index * 2]) << 4 | nibble(text[3 + index * 2])
            }
            filled = count
        }
    }

    /// The value of a digit: `0`–`9` end in their value, `a`–`f` in one to six.
    private static func nibble(_ digit: UInt8) -> UInt8 { digit < 0x40 ? digit & 0x0F : (digit & 0x0F) + 9 }
}

/// The types of PostgreSQL that values are sent as and read from, by their numbers in `pg_type`.
enum PostgresType {
    static let unknown: Oid = 0
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let numeric: Oid = 1700
}
