import Basics

/// PostgreSQL 15 or newer through libpq: a fixed pool of sessions, each on a thread of its own.
struct PostgresEngine: Engine {
    private let pool: PostgresPool

    var dialect: Dialect { .postgres }

    /// Opens a first session, so that a wrong address is refused at the start.
    init(url: String) async throws {
        pool = PostgresPool(try PostgresAddress(url))
        do {
            try await pool.run { _ = try $0.open() }
        } catch {
            await pool.close()
            throw error
        }
    }

    func transaction<Value: Sendable>(_ access: Access, _ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await pool.run { try $0.transaction(access, work) }
    }

    /// `VACUUM` runs outside of transactions, and takes as long as it takes.
    func optimize() async throws {
        try await pool.run { lane in
            for command in ["SET statement_timeout = 0", "VACUUM (ANALYZE, SKIP_LOCKED)", "RESET statement_timeout"] { try lane.command(command) }
        }
    }

    /// PostgreSQL keeps the bytes of deleted rows until its own vacuuming comes by.
    func scrub() async throws -> Bool { true }

    func close() async throws { await pool.close() }
}
