import Basics

/// What runs the SQL: `SQLiteEngine` or `PostgresEngine`. Rooms never see it.
protocol Engine: Sendable {
    var dialect: Dialect { get }

    /// Runs `work` in one transaction on a connection of its own. A `write` is serializable. `work` may be run again, from its beginning,
    /// when it met another transaction or its connection broke before the end. Once a statement has failed nothing is kept, even if `work`
    /// catches its error.
    func transaction<Value: Sendable>(_ access: Access, _ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value

    /// Reclaims space and refreshes statistics after much has changed.
    func optimize() async throws

    /// Clears the files of what was deleted, as far as the engine does so on demand. False when somebody who is reading was in the way.
    func scrub() async throws -> Bool

    func close() async throws
}

/// An engine that has what it reads at hand, and need not wait for anybody's answer.
protocol BriefReading: Sendable {
    /// Runs a few short statements in one transaction, on the calling thread. Nil, and nothing was run, when that would have to wait for another.
    func readBriefly<Value>(_ work: (any Connection) throws -> Value) throws -> Value?
}

enum Access: Sendable {
    case read, write
}

/// A connection inside its transaction.
protocol Connection {
    var dialect: Dialect { get }

    /// Runs a statement, gives each row of its answer, and returns how many rows it changed.
    @discardableResult
    func run(_ sql: SQL, row: (Row) throws -> Void) throws -> Int

    /// Undoes all since the savepoint of this name, after which the transaction can go on as if the statement that failed had not been run.
    /// Throws what failed when nothing can undo that: a lost connection, or a meeting with another transaction.
    func rollBack(to savepoint: SQL) throws
}
