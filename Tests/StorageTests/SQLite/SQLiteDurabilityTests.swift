import Basics
import Storage
import TestSupport
import Testing

@Suite("SQLite keeps what it has said is kept")
struct SQLiteDurabilityTests {
    @Test("the writer waits for the disk")
    func synchronous() async throws {
        try await withDatabase(.sqlite) { database in
            let (synchronous, journal) = try await database.write { tx in
                (
                    try tx.one("PRAGMA synchronous") { try $0["synchronous"] as Int },
                    try tx.one("PRAGMA journal_mode") { try $0["journal_mode"] as String }
                )
            }
            #expect(synchronous == 2, "0 is OFF, 1 is NORMAL, which loses acknowledged writes in a power cut")
            #expect(journal == "wal")
        }
    }

    @Test("references are held to")
    func foreignKeys() async throws {
        try await withDatabase(.sqlite) { database in
            let isOn = try await database.write { try $0.one("PRAGMA foreign_keys") { try $0["foreign_keys"] as Bool } }
            #expect(isOn)
        }
    }

    @Test("a file that cannot be opened is refused in words")
    func missingFolder() async throws {
        let refusal = await #expect(throws: Refusal.self) { _ = try await Database(.sqlite(path: "/nowhere/newsroom.sqlite")) }
        #expect(refusal?.kind == .unavailable)
        #expect(refusal?.words.en.contains("/nowhere/newsroom.sqlite") == true)
    }
}
