import CPostgres

/// One session with the server. One thread uses it at a time.
final class PostgresLink {
    private let handle: OpaquePointer
    private var statements = PreparedStatements()
    /// The answer whose rows are being read, when there is one: nothing else can be sent before it is read to its end.
    private var answer: PostgresAnswer?

    /// Takes over an open connection of libpq.
    init(handle: OpaquePointer) { self.handle = handle }

    deinit { PQfinish(handle) }

    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK }

    /// Runs a statement without holes and rows, and returns what was done, as in `COMMIT` or `ROLLBACK`.
    @discardableResult
    func command(_ text: String) throws -> String {
        guard let result = PQexec(handle, text).map(PostgresResult.init) else { throw ownFailure }
        if let failure = result.failure { throw failure }
        return result.command
    }

    /// Runs a statement, gives each row as it comes, and returns how many rows it changed.
    func run(_ text: String, _ values: [SQLValue], row: (Row) throws -> Void) throws -> Int {
        let outer = answer
        outer?.holdRest()
        let statement = try statements.find(text, for: values)?.name ?? prepare(text, values)
        let sent = PostgresParameters(values).withPointers { PQsendQueryPrepared(handle, statement, $0, $1, $2, $3, 0) }
        guard sent == 1, PQsetSingleRowMode(handle) == 1 else { throw ownFailure }
        let answer = PostgresAnswer(handle)
        self.answer = answer
        defer {
            answer.drop()
            self.answer = outer
        }
        return try answer.read(row)
    }

    /// Forgets the prepared statements, here and on the server.
    func forgetStatements() throws {
        statements = PreparedStatements()
        try command("DEALLOCATE ALL")
    }

    // MARK: Preparing

    /// Prepares a statement with the types its holes have. Where PostgreSQL can do nothing with those, it may find out its own;
    /// a savepoint keeps the transaction out of the trial.
    private func prepare(_ text: String, _ values: [SQLValue]) throws -> String {
        var holes = values.map(PostgresHole.init)
        guard holes.contains(where: { $0 == .text || $0 == .looseNull }) else { return try prepare(text, as: holes) }
        try command("SAVEPOINT preparing")
        while true {
            do {
                let name = try prepare(text, as: holes)
                try command("RELEASE SAVEPOINT preparing")
                return name
            } catch let failure as PostgresFailure {
                guard let others = failure.otherTypes(for: holes, values) else { throw failure }
                holes = others
                try command("ROLLBACK TO SAVEPOINT preparing")
            }
        }
    }

    private func prepare(_ text: String, as holes: [PostgresHole]) throws -> String {
        let name = statements.newName()
        let result = PQprepare(handle, name, text, Int32(holes.count), holes.map(\.type)).map(PostgresResult.init)
        guard let result else { throw ownFailure }
        if let failure = result.failure { throw failure }
        if let evicted = statements.keep(text, name: name, holes: holes) { try command("DEALLOCATE \(evicted.name)") }
        return name
    }

    /// What libpq says when it has no result at all: the connection is gone, or out of memory.
    private var ownFailure: PostgresFailure {
        PostgresFailure(sqlState: isBroken ? "08006" : "XX000", message: String(cString: PQerrorMessage(handle)).trimmed)
    }
}
