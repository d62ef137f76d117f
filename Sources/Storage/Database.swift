package import Basics

/// The newsroom's database, on either engine.
///
///     let slugs = try await database.read { tx in try tx.all("SELECT slug FROM editions") { try $0["slug"] as Slug } }
package struct Database: Sendable {
    private let engine: any Engine
    private let clock: @Sendable () -> Instant
    /// SQLite's, where every transaction waits for the disk by itself; PostgreSQL gathers commits of its own accord.
    private let group: GroupCommit?
    private let brief: (any BriefReading)?

    /// The time by the clock that transactions get theirs from.
    package var now: Instant { clock() }

    /// Opens `location`; the clock gives each transaction its time.
    ///
    /// Refuses with `unavailable` when the file or server cannot be opened, in words for the operator.
    package init(_ location: DatabaseLocation, clock: @escaping @Sendable () -> Instant = { .now }) async throws {
        self.clock = clock
        switch location {
        case .sqlite(let path):
            let engine = try SQLiteEngine(path: path)
            self.engine = engine
            brief = engine
            group = GroupCommit { jobs in
                try await engine.transaction(.write) { connection in
                    let tx = Transaction(now: clock(), connection: connection)
                    return jobs.map { $0.run(tx) }
                }
            }
        case .postgres(let url):
            engine = try await PostgresEngine(url: url)
            group = nil
            brief = nil
        }
    }

    package var dialect: Dialect { engine.dialect }

    /// Runs `work` on one unchanging state of the database. It cannot write.
    package func read<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await engine.transaction(.read) { [clock] in try work(Transaction(now: clock(), connection: $0)) }
    }

    /// As `read`, for a few short statements that come with every page: on SQLite they are run where they are asked for, since to hand them to another
    /// thread and back costs more than they do.
    package func readBriefly<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        if let value = try readAtOnce(work) { return value }
        return try await read(work)
    }

    /// The same without waiting for anything but the disk: nil on PostgreSQL, and when too many read at once.
    package func readAtOnce<Value>(_ work: (Transaction) throws -> Value) throws -> Value? {
        try brief?.readBriefly { [clock] in try work(Transaction(now: clock(), connection: $0)) }
    }

    /// Runs `work` and keeps all it wrote, or nothing when it throws. Violated constraints are thrown as `ConstraintViolation`.
    ///
    /// `work` may be run more than once, so it changes nothing but the database. A statement that fails fails the whole write, also when
    /// `work` catches its error: ask with `ON CONFLICT` or a query where a rule may be broken. PostgreSQL may refuse with `unavailable`.
    package func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await engine.transaction(.write) { [clock] in try work(Transaction(now: clock(), connection: $0)) }
    }

    /// As `write`, for small writes that come in crowds, such as votes: those that wait at the same moment share one wait for the disk. Each is kept or
    /// undone for itself, and all in one transaction have one time. Refuses with `unavailable` when too many wait.
    package func writeTogether<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        guard let group else { return try await write(work) }
        return try await group.run(work)
    }

    package func optimize() async throws { try await engine.optimize() }

    /// Clears the database's files of what was deleted. False when somebody who is reading was in the way: try again. On PostgreSQL deleted rows are out of
    /// reach at once, and their bytes go with the server's next vacuum.
    package func scrub() async throws -> Bool { try await engine.scrub() }

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
