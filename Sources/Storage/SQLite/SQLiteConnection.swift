import GRDB

/// SQLite inside one transaction.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    /// What went wrong first. As on PostgreSQL, nothing of the transaction is kept after that, whatever its closure makes of it.
    private var failure: (any Error)?
    var dialect: Dialect { .sqlite }

    init(_ database: GRDB.Database) { self.database = database }

    /// Runs all of a transaction's `work`, and throws what one of its statements threw even if `work` did not.
    func whole<Value>(_ work: (any Connection) throws -> Value) throws -> Value {
        let value = try work(self)
        if let failure { throw failure }
        return value
    }

    func run(_ sql: SQL, row: (Row) throws -> Void) throws -> Int {
        if let failure { throw failure }
        let values = try sql.checkedBindings()
        do {
            return try execute(sql.text(for: .sqlite), values, row: row)
        } catch let error as DatabaseError {
            let surfaced: any Error = error.asViolation ?? error
            failure = failure ?? surfaced
            throw surfaced
        }
    }

    func rollBack(to savepoint: SQL) throws {
        failure = nil
        _ = try run("ROLLBACK TO SAVEPOINT \(savepoint)") { _ in }
    }

    private func execute(_ text: String, _ values: [SQLValue], row: (Row) throws -> Void) throws -> Int {
        let kept = try database.cachedStatement(sql: text)
        // GRDB keeps one of each text, and running it again would take its rows away.
        let statement = kept.isBusy ? try database.makeStatement(sql: text) : kept
        if statement.isReadonly, statement.columnCount > 0 {
            try statement.read(values, row: row)
            return 0
        }
        let before = database.totalChangesCount
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: StatementArguments(values.map { $0.databaseValue }))
        let columns = Row.Columns(statement.columnNames)
        while let found = try cursor.next() {
            try row(Row(columns: columns, values: found.databaseValues.map { SQLValue($0) }))
        }
        // The total also counts what triggers and cascades changed, and is only asked whether anything was.
        return database.totalChangesCount == before ? 0 : database.changesCount
    }
}
