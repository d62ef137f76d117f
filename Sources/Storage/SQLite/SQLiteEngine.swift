import Basics
import Foundation
import GRDB

/// SQLite through GRDB: one writer, a few readers, a write-ahead log.
struct SQLiteEngine: Engine, BriefReading {
    private let pool: DatabasePool
    private let brief: BriefReaders

    var dialect: Dialect { .sqlite }

    init(path: String) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -4000; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw Refusal(
                .unavailable, ar: "تعذّر فتح قاعدة البيانات \(path): \(error.message ?? "")",
                en: "The database \(path) cannot be opened: \(error.message ?? "unknown reason"). Check that the folder exists and may be written.")
        }
        try SQLiteEngine.makeDurable(pool)
        brief = try BriefReaders(path: path, configuration)
    }

    /// GRDB sets `synchronous = NORMAL` when it switches to the write-ahead log, after `prepareDatabase`: a power cut would then lose
    /// acknowledged writes. FULL is set once the pool is open, and the program does not start without it, nor without zeros in place of what is deleted.
    private static func makeDurable(_ pool: DatabasePool) throws {
        let (synchronous, journal, foreignKeys, secureDelete) = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try (
                Int.fetchOne(database, sql: "PRAGMA synchronous"), String.fetchOne(database, sql: "PRAGMA journal_mode"),
                Bool.fetchOne(database, sql: "PRAGMA foreign_keys"), Int.fetchOne(database, sql: "PRAGMA secure_delete")
            )
        }
        guard synchronous == 2, journal == "wal", foreignKeys == true, secureDelete == 1 else {
            throw Refusal(
                .unavailable, ar: "تعذّر ضبط SQLite على الكتابة الآمنة.",
                en: "SQLite would not be set to write safely (synchronous \(synchronous ?? -1), journal \(journal ?? "none")): "
                    + "is the data folder on a file system without shared memory?")
        }
    }

    func transaction<Value: Sendable>(_ access: Access, _ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        do {
            switch access {
            case .read: return try await pool.read { try SQLiteConnection($0).whole(work) }
            case .write: return try await pool.write { try SQLiteConnection($0).whole(work) }
            }
        } catch let error as DatabaseError {
            throw error.asViolation ?? error
        }
    }

    func readBriefly<Value>(_ work: (any Connection) throws -> Value) throws -> Value? { try brief.read(work) }

    func optimize() async throws {
        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    /// What was deleted is zeros in the database already (`secure_delete`); the write-ahead log still has the pages as they were.
    func scrub() async throws -> Bool {
        try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 }
    }

    func close() async throws {
        try brief.close()
        try pool.close()
    }
}
