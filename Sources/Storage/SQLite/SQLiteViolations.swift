import Foundation
import GRDB

extension DatabaseError {
    /// The broken rule, read from SQLite's message: `UNIQUE constraint failed: editions.language, editions.slug`.
    var asViolation: ConstraintViolation? {
        guard resultCode == .SQLITE_CONSTRAINT else { return nil }
        let subject = message.flatMap { message in message.range(of: "failed: ").map { String(message[$0.upperBound...]) } } ?? ""
        switch extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return ConstraintViolation(kind: .unique, name: Self.name(columns: subject))
        case .SQLITE_CONSTRAINT_CHECK: return ConstraintViolation(kind: .check, name: subject)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return ConstraintViolation(kind: .foreignKey, name: "")
        case .SQLITE_CONSTRAINT_NOTNULL: return ConstraintViolation(kind: .notNull, name: Self.name(columns: subject))
        default: return nil
        }
    }

    private static func name(columns: String) -> String {
        let parts = columns.components(separatedBy: ", ").map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
        guard let table = parts.first?.first else { return columns }
        return ([table] + parts.compactMap { $0.count == 2 ? $0[1] : nil }).joined(separator: "_")
    }
}
