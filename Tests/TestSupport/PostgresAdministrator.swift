import CPostgres
import Dispatch

/// A session as the server's owner, for what cannot be done in a transaction.
struct PostgresAdministrator: Sendable {
    let url: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs one statement in a session of its own, and returns the first value of its answer.
    @discardableResult
    func run(_ statement: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try runNow(statement) }) }
        }
    }

    private func runNow(_ statement: String) throws -> String {
        let handle = PQconnectdb(url)
        defer { PQfinish(handle) }
        let result = PQexec(handle, statement)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw Failure(description: "\(statement): \(String(cString: PQerrorMessage(handle)))")
        }
        return PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : ""
    }
}
