import GRDB
import GRDBSQLite

extension Statement {
    /// Runs a statement that only reads, straight on SQLite: GRDB's rows know their columns by name in any spelling, which takes most of the time of a short
    /// statement. What writes goes through GRDB, which keeps account of transactions.
    func read(_ values: [SQLValue], row: (Row) throws -> Void) throws {
        try bind(values)
        defer { release() }
        let columns = Row.Columns(columnNames)
        let indexes = 0..<Int32(columns.names.count)
        while try step() { try row(Row(columns: columns, values: indexes.map { SQLValue(sqliteStatement, $0) })) }
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        defer { release() }
        while try step() {}
    }

    /// Whether its rows are being read now.
    var isBusy: Bool { sqlite3_stmt_busy(sqliteStatement) != 0 }

    private func bind(_ values: [SQLValue]) throws {
        guard sqlite3_bind_parameter_count(sqliteStatement) == values.count else { throw DatabaseError(resultCode: .SQLITE_MISUSE, sql: sql) }
        for (index, value) in zip(Int32(1)..., values) {
            let code =
                switch value {
                case .null: sqlite3_bind_null(sqliteStatement, index)
                case .integer(let number): sqlite3_bind_int64(sqliteStatement, index, number)
                case .real(let number): sqlite3_bind_double(sqliteStatement, index, number)
                case .text(let text): sqlite3_bind_text(sqliteStatement, index, text, Int32(text.utf8.count), Self.copied)
                case .bytes(let bytes):
                    // No bytes are an empty blob, and not NULL.
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(sqliteStatement, index, 0)
                        : sqlite3_bind_blob(sqliteStatement, index, bytes, Int32(bytes.count), Self.copied)
                }
            guard code == SQLITE_OK else { throw failure }
        }
    }

    /// Whether there is a row.
    private func step() throws -> Bool {
        switch sqlite3_step(sqliteStatement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw failure
        }
    }

    private func release() {
        sqlite3_reset(sqliteStatement)
        sqlite3_clear_bindings(sqliteStatement)
    }

    private var failure: DatabaseError {
        let connection = sqlite3_db_handle(sqliteStatement)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }

    /// SQLite's sign that it is to copy what is bound (`SQLITE_TRANSIENT`, which is no value that Swift can import).
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

extension SQLValue {
    /// A column of the row that a statement stands on.
    fileprivate init(_ statement: OpaquePointer, _ column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .bytes([UInt8](bytes))
        default: self = .null
        }
    }
}
