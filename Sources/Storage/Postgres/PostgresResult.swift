import CPostgres

/// One result of libpq, freed with it.
final class PostgresResult {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    var status: ExecStatusType { PQresultStatus(handle) }

    /// What was done, as in `INSERT 0 1` or `ROLLBACK`.
    var command: String { String(cString: PQcmdStatus(handle)) }

    /// How many rows the statement itself changed: none for a query, and triggers and cascades do not count.
    var changes: Int {
        let words = command.split(separator: " ")
        guard let verb = words.first, ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(verb) else { return 0 }
        return words.last.flatMap { Int($0) } ?? 0
    }

    /// Nil when the result is one of success.
    var failure: PostgresFailure? {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: nil
        default:
            PostgresFailure(
                sqlState: field("C") ?? "08006", message: field("M") ?? String(cString: PQresultErrorMessage(handle)).trimmed,
                detail: field("D") ?? "", table: field("t") ?? "", column: field("c") ?? "", constraint: field("n") ?? "")
        }
    }

    /// A part of the error, by the protocol's letter for it.
    private func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(handle, Int32(letter.value)).map { String(cString: $0) }
    }

    var columns: PostgresColumns {
        let all = 0..<PQnfields(handle)
        return PostgresColumns(
            row: Row.Columns(all.map { PQfname(handle, $0).map { String(cString: $0) } ?? "" }),
            types: all.map { PQftype(handle, $0) })
    }

    /// The first row's values: in single-row mode there is no other.
    func values(_ columns: PostgresColumns) -> [SQLValue] {
        columns.types.enumerated().map { index, type in
            let column = Int32(index)
            guard PQgetisnull(handle, 0, column) == 0, let start = PQgetvalue(handle, 0, column) else { return .null }
            return SQLValue(UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, 0, column))), type: type)
        }
    }
}

/// The names and types of an answer's columns.
struct PostgresColumns {
    let row: Row.Columns
    let types: [Oid]
}

extension String {
    /// Without the line end that libpq puts behind its messages.
    var trimmed: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
