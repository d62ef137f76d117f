package import Basics

/// The newsroom's database, on either engine.
///
///     let slugs = try await database.read { tx in try tx.all("SELECT slug FROM editions") { try $0["slug"] as Slug } }
package struct Database: Sendable {
    private let engine: any Engine
    private let clock: @Sendable () -> Instant

    /// The time by the clock that transactions get theirs from.
    package var now: Instant { clock() }

    /// Opens `location`; the clock gives each transaction its time.
    ///
    /// Refuses with `unavailable` when the file or server cannot be opened, in words for the operator.
    package init(_ location: DatabaseLocation, clock: @escaping @Sendable () -> Instant = { .now }) async throws {
        self.clock = clock
        engine =
            switch location {
            case .sqlite(let path): try SQLiteEngine(path: path)
            case .postgres(let url): try await PostgresEngine(url: url)
            }
    }

    package var dialect: Dialect { engine.dialect }

    /// Runs `work` on one unchanging state of the database. It cannot write.
    package func read<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await engine.transaction(.read) { [clock] in try work(Transaction(now: clock(), connection: $0)) }
    }

    /// Runs `work` and keeps all it wrote, or nothing when it throws. Violated constraints are thrown as `ConstraintViolation`.
    ///
    /// `work` may be run more than once, so it changes nothing but the database. A statement that fails fails the whole write, also when
    /// `work` catches its error: ask with `ON CONFLICT` or a query where a rule may be broken. PostgreSQL may refuse with `unavailable`.
    package func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await engine.transaction(.write) { [clock] in try work(Transaction(now: clock(), connection: $0)) }
    }

    package func optimize() async throws { try await engine.optimize() }

    package func close() async throws { try await engine.close() }
}

/// Where a database lives.
package enum DatabaseLocation: Hashable, Sendable {
    /// A file of SQLite.
    case sqlite(path: String)
    /// A connection string of libpq, as in `postgres://user@host/name`; in its query, `pool` is the number of connections (8) and
    /// `pool_timeout` the seconds to wait for a free one (10).
    case postgres(url: String)
}
