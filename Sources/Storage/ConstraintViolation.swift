/// A rule of the schema that a write broke, by the name the schema gives it.
///
/// A unique constraint is named `table_column_column`: SQLite reports a broken one by its columns, PostgreSQL by its name, and so both read the same.
package struct ConstraintViolation: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case unique, check, foreignKey, notNull
    }

    package let kind: Kind
    /// Empty for a foreign key on SQLite, which does not say which.
    package let name: String

    package init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }
}
