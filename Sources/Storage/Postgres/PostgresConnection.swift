/// A session inside one transaction.
final class PostgresConnection: Connection {
    private let link: PostgresLink
    /// What went wrong first. PostgreSQL keeps nothing of a transaction after that, whatever its closure makes of it.
    private(set) var failure: PostgresFailure?

    var dialect: Dialect { .postgres }

    init(_ link: PostgresLink) { self.link = link }

    func rollBack(to savepoint: SQL) throws {
        if let failure, failure.isConflict || failure.isOutdated || failure.isBreak { throw failure.surfaced }
        failure = nil
        _ = try run("ROLLBACK TO SAVEPOINT \(savepoint)") { _ in }
    }

    func run(_ sql: SQL, row: (Row) throws -> Void) throws -> Int {
        if let failure { throw failure.surfaced }
        let values = try sql.checkedBindings()
        do {
            return try link.run(sql.text(for: .postgres), values, row: row)
        } catch let failure as PostgresFailure {
            self.failure = self.failure ?? failure
            throw failure.surfaced
        }
    }
}
