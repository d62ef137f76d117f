import CPostgres

/// The answer to a statement, row by row as it comes over the connection.
final class PostgresAnswer {
    private let handle: OpaquePointer
    /// Results read ahead of their turn, because another statement was run between two rows.
    private var held: [PostgresResult] = []
    private var ended = false

    init(_ handle: OpaquePointer) { self.handle = handle }

    /// Gives each row, and returns how many rows the statement changed.
    func read(_ row: (Row) throws -> Void) throws -> Int {
        var columns: PostgresColumns?
        var changes = 0
        while let result = next() {
            if let failure = result.failure { throw failure }
            guard result.status == PGRES_SINGLE_TUPLE else {
                changes = result.changes
                continue
            }
            let known = columns ?? result.columns
            columns = known
            try row(Row(columns: known.row, values: result.values(known)))
        }
        return changes
    }

    /// Reads the rest into memory, so that the connection is free for another statement.
    func holdRest() {
        guard !ended else { return }
        var rest: [PostgresResult] = []
        while let result = receive() { rest.append(result) }
        held = rest.reversed()
    }

    /// Reads the rest and forgets it.
    func drop() {
        held = []
        while receive() != nil {}
    }

    private func next() -> PostgresResult? { held.popLast() ?? receive() }

    private func receive() -> PostgresResult? {
        guard !ended else { return nil }
        let result = PQgetResult(handle).map(PostgresResult.init)
        ended = result == nil
        return result
    }
}
