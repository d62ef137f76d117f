import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Erasing an account")
struct ErasingTests {
    @Test("a week after it was asked for nothing of the reader is left, and nothing of anybody else is gone", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let accounts = PrivacySample.accounts(database)
            let (layla, _) = try await database.write { tx in
                (try PrivacySample.fill(tx, accounts, "layla-mark"), try PrivacySample.fill(tx, accounts, "ben-mark"))
            }
            let before = try await DatabaseDump(database)
            let session = try await database.read { try #require(try Sessions.of($0, layla).first) }
            let reader = try await database.read { try #require(try Readers.find($0, layla)) }
            #expect(try await accounts.askErasing(reader, in: session))
            #expect(try await database.letters().last?.kind == "erasing-asked")
            clock.advance(seconds: Accounts.coolOff - 1)
            #expect(try await accounts.eraseDue() == [])
            clock.advance(seconds: 1)
            let sum = try await database.read { try $0.one("SELECT sum(up) + sum(down) AS n FROM vote_counts") { try $0["n"] as Int } }
            #expect(try await accounts.eraseDue().map(\.text) == ["layla-mark@Mail.example"])
            let after = try await DatabaseDump(database, tables: ["editions", "revisions", "search_documents"])
            #expect(!after.all.lowercased().contains("layla-mark"))
            for table in RecordSet.all.flatMap(\.tables) where table.given.union(table.withheld).contains("reader_id") {
                #expect(after.rows[table.name]?.contains { $0.contains("reader_id=\(layla)|") } == false, "\(table.name)")
            }
            for (table, rows) in before.rows where after.rows[table] != nil {
                for row in rows where row.contains("ben-mark") { #expect(after.rows[table]?.contains(row) == true, "\(table): \(row)") }
            }
            // The vote stays, with no name and only its day, and the counters agree with the rows.
            let votes = try await database.read {
                try $0.all("SELECT reader_id, cast_at FROM votes ORDER BY id") { (try $0["reader_id"] as Int64?, try $0["cast_at"] as Int64) }
            }
            #expect(votes.count == 2 && votes[0].0 == nil && votes[0].1 % 86_400_000 == 0 && votes[1].0 != nil && votes[1].1 % 86_400_000 != 0)
            #expect(try await Votes.reconcile(database).isEmpty)
            #expect(try await database.read { try $0.one("SELECT sum(up) + sum(down) AS n FROM vote_counts") { try $0["n"] as Int } } == sum)
            let last = try #require(try await database.letters().last)
            #expect(last.kind == "erased" && last.to.text == "layla-mark@Mail.example")
            #expect(try await accounts.eraseDue() == [])
        }
    }

    @Test("no byte of an erased reader is left in the files of SQLite")
    func bytes() async throws {
        try await withLocation(.sqlite) { location in
            guard case .sqlite(let path) = location else { return }
            let clock = FixedClock()
            let database = try await Database(location, clock: { clock.now })
            let accounts = PrivacySample.accounts(database)
            // Many others, so that her rows lie on pages that were split and written again.
            let layla = try await database.write { tx in
                for number in 0..<150 { _ = try PrivacySample.fill(tx, accounts, "other\((number * 71) % 150)") }
                let layla = try PrivacySample.fill(tx, accounts, "layla-mark")
                for number in 150..<300 { _ = try PrivacySample.fill(tx, accounts, "other\(150 + (number * 71) % 150)") }
                return layla
            }
            // She has changed everything once: what stood there before is hers as well.
            try await database.write { tx in
                try Readers.rename(tx, layla, try ReaderName("another layla-mark with a longer name than before"))
                try tx.run("UPDATE sessions SET device = \("a second layla-mark") WHERE reader_id = \(layla)")
                try tx.run("UPDATE collections SET description = \(String(repeating: "layla-mark ", count: 300)) WHERE reader_id = \(layla)")
            }
            #expect(try await Self.holds(path, "layla-mark"))
            try await database.write { tx in
                try tx.run("UPDATE readers SET erase_at = \(tx.now) WHERE id = \(layla)")
                // The story bears her mark as well in this test.
                try tx.run("UPDATE revisions SET headline = 'x' WHERE headline LIKE '%layla-mark%'")
                try tx.run("UPDATE editions SET slug = 'x' WHERE slug LIKE '%layla-mark%' AND kind = 'article'")
                try tx.run("UPDATE editions SET slug = 'y' WHERE slug LIKE '%layla-mark%'")
            }
            #expect(try await accounts.eraseDue().count == 1)
            #expect(try await database.scrub())
            #expect(try await !Self.holds(path, "layla-mark"))
            #expect(try await Self.holds(path, "note other7"))
            try await database.close()
        }
    }

    private static func holds(_ path: String, _ words: String) async throws -> Bool {
        try ["", "-wal", "-shm"].contains { ending in
            guard let data = FileManager.default.contents(atPath: path + ending) else { return false }
            return data.range(of: Data(words.utf8)) != nil
        }
    }

    @Test("asked fifty times at once, one letter goes out; stopped and asked again, another", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let accounts = PrivacySample.accounts(database)
            let (reader, session, other) = try await Self.reader(database)
            let answers = try await atOnce(50) { _ in try await accounts.askErasing(reader, in: session) }
            #expect(answers.count { $0 } == 1)
            #expect(try await database.letters().map(\.kind) == ["erasing-asked"])
            let letter = try #require(try await database.letters().last)
            #expect(letter.plain.contains("2020-06-07 18:20") && letter.plain.contains("https://news.example/ar/account/privacy"))
            #expect(try await database.read { try Sessions.of($0, reader.id).map(\.id) } == [session.id] && other.id != session.id)
            #expect(try await accounts.keep(reader))
            #expect(try await !accounts.keep(reader))
            #expect(try await database.read { try Readers.find($0, reader.id)?.eraseAt } == nil)
            #expect(try await accounts.askErasing(reader, in: session))
            #expect(try await database.letters().count == 2)
        }
    }

    @Test("logging in does not stop it, and what was stopped is not carried out", arguments: TestEngine.allCases)
    func stopped(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let accounts = PrivacySample.accounts(database)
            let (reader, session, _) = try await Self.reader(database)
            try await accounts.askErasing(reader, in: session)
            _ = try await database.write { try Sessions.open($0, reader, device: "", stays: false) }
            #expect(try await database.read { try Readers.find($0, reader.id)?.eraseAt } != nil)
            try await accounts.keep(reader)
            clock.advance(seconds: 30 * 86_400)
            #expect(try await accounts.eraseDue() == [])
            #expect(try await database.read { try Readers.find($0, reader.id) } != nil)
        }
    }

    @Test("the last administrator is not erased, neither when she asks nor when her time comes", arguments: TestEngine.allCases)
    func lastAdministrator(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let accounts = PrivacySample.accounts(database)
            let (reader, session, _) = try await Self.reader(database, role: .administrator)
            await #expect { try await accounts.askErasing(reader, in: session) } throws: { ($0 as? Refusal)?.kind == .conflict }
            let other = try await database.write { tx -> ID<Reader> in
                let id = try SampleReader.add(tx, "omar@mail.example")
                try tx.run("UPDATE readers SET role = 'administrator' WHERE id = \(id)")
                return id
            }
            #expect(try await accounts.askErasing(reader, in: session))
            _ = try await database.write { try $0.run("UPDATE readers SET role = 'editor' WHERE id = \(other)") }
            clock.advance(seconds: Accounts.coolOff)
            #expect(try await accounts.eraseDue() == [])
            _ = try await database.write { try $0.run("UPDATE readers SET role = 'administrator' WHERE id = \(other)") }
            #expect(try await accounts.eraseDue().count == 1)
        }
    }

    private static func reader(_ database: Database, role: Reader.Role = .reader) async throws -> (Reader, Session, Session) {
        try await database.write { tx in
            let id = try SampleReader.add(tx)
            try tx.run("UPDATE readers SET role = \(role) WHERE id = \(id)")
            let reader = try #require(try Readers.find(tx, id))
            let other = try Sessions.open(tx, reader, device: "Firefox", stays: true).session
            return (reader, try Sessions.open(tx, reader, device: "Safari", stays: true).session, other)
        }
    }
}
