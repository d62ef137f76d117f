package import Basics

/// One transaction: all of it happens, or nothing. It carries the time, so that everything in it happens at one moment.
package struct Transaction {
    package let now: Instant
    let connection: any Connection

    package var dialect: Dialect { connection.dialect }

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try connection.run(sql) { _ in }
    }

    package func all<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try connection.run(sql) { values.append(try make($0)) }
        return values
    }

    /// The first row's value, or nil when there is none.
    package func first<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> Value? {
        var value: Value?
        try connection.run(sql) { if value == nil { value = try make($0) } }
        return value
    }

    /// The only row's value, as of `INSERT … RETURNING` or `SELECT count(*)`.
    package func one<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> Value {
        guard let value = try first(sql, make) else { throw RowFault.noColumn("(no row)") }
        return value
    }

    /// Whether the statement gives any row.
    package func exists(_ sql: SQL) throws -> Bool {
        try first(sql) { _ in true } ?? false
    }

    /// Runs `work`; when it throws, all that it wrote is undone and the transaction goes on.
    package func savepoint<Value>(_ work: () throws -> Value) throws -> Value {
        try run("SAVEPOINT step")
        do {
            let value = try work()
            try run("RELEASE SAVEPOINT step")
            return value
        } catch {
            try connection.rollBack(to: "step")
            try run("RELEASE SAVEPOINT step")
            throw error
        }
    }

    /// Gives each row as it comes, for answers too long to hold.
    package func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try connection.run(sql, row: body)
    }
}
