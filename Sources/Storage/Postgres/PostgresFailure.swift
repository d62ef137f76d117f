import Basics

/// What PostgreSQL answered instead of a result.
struct PostgresFailure: Error {
    /// Five characters (PostgreSQL's appendix A); `08006` when the connection broke off.
    let sqlState: String
    let message: String
    var detail = ""
    var table = ""
    var column = ""
    var constraint = ""

    /// The connection broke off, or was ended by the server's operator.
    var isBreak: Bool { sqlState.hasPrefix("08") || sqlState.hasPrefix("57P") }

    /// This transaction met another and had to give way: in a row, or in PostgreSQL's own catalogue when both made the same table.
    var isConflict: Bool { sqlState == "40001" || sqlState == "40P01" || sqlState == "23505" && constraint.hasPrefix("pg_") }

    /// The tables are no longer what a prepared statement or this transaction took them for.
    var isOutdated: Bool { ["0A000", "26000", "42P07"].contains(sqlState) }

    /// What callers are told: a violation, a refusal, or else this fault itself.
    var surfaced: any Error {
        if let violation { return violation }
        if let refusal { return refusal }
        return self
    }

    private var violation: ConstraintViolation? {
        switch sqlState {
        case "23505": ConstraintViolation(kind: .unique, name: uniqueName)
        case "23514": ConstraintViolation(kind: .check, name: constraint)
        case "23503", "23001": ConstraintViolation(kind: .foreignKey, name: constraint)
        case "23502": ConstraintViolation(kind: .notNull, name: "\(table)_\(column)")
        default: nil
        }
    }

    /// A primary key without a name is `table_pkey` here: its columns stand in the detail, `Key (id)=(7) already exists.`
    private var uniqueName: String {
        guard constraint == "\(table)_pkey", let open = detail.firstIndex(of: "("), let close = detail.firstIndex(of: ")"), open < close else {
            return constraint
        }
        return "\(table)_" + detail[detail.index(after: open)..<close].split(separator: ", ").joined(separator: "_")
    }

    private var refusal: Refusal? {
        switch sqlState {
        case _ where isBreak || sqlState == "25P03": .postgresGone
        case "40001", "40P01", "55P03", "57014": .postgresBusy
        case "53100", "53200", "53300", "53400", "58030": .postgresShort(of: message)
        default: nil
        }
    }
}

extension PostgresFailure: CustomStringConvertible {
    /// Without the detail, which may hold what a reader has written.
    var description: String { "PostgreSQL \(sqlState): \(message)" }
}
