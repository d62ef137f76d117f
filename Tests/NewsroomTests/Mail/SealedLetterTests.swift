import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Letters at rest")
struct SealedLetterTests {
    @Test("a letter that waits tells a thief of the database neither whom it is to nor what it says", arguments: TestEngine.allCases)
    func stolen(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let letter = try Letter.sample()
            try await database.write { _ = try Mail.post($0, letter, for: nil, sealed: .sample) }
            #expect(try await database.letters() == [letter])
            let dump = try await DatabaseDump(database)
            for words in ["reader@example.org", "news.example.org", "secret", letter.subject] { #expect(!dump.all.contains(words), "\(words)") }
            let bytes = try await database.read { try $0.one("SELECT sealed FROM mails") { try $0["sealed"] as [UInt8] } }
            for words in ["reader@example.org", "/ar/reset/secret"] { #expect(Data(bytes).range(of: Data(words.utf8)) == nil, "\(words)") }
            let other = SealedBox(try #require(SecretKeys(secret: [UInt8](repeating: 8, count: SecretKeys.size))))
            #expect(try await database.letters(other) == [])
        }
    }

    @Test("a box in another row does not open; such a letter has failed and the others go on", arguments: TestEngine.allCases)
    func moved(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withTemporaryFolder { root in
            let postman = try Postman.sample(.folder(MailFolder(root.path)))
            try await withDatabase(engine, clock: clock) { database in
                let (one, two) = (
                    try Letter.sample("one@example.org", expiresAt: clock.now.adding(seconds: 60)), try Letter.sample("two@example.org")
                )
                try await database.write { tx in
                    for letter in [one, two] { try Mail.post(tx, letter, for: nil, sealed: .sample) }
                    // A link that has had its hour is to live again.
                    try tx.run("UPDATE mails SET expires_at = \(clock.now.adding(seconds: 9_999)) WHERE id = 1")
                }
                #expect(try await postman.deliver(from: database, opening: .sample) == Postman.Round(sent: 1))
                #expect(try await QueuedMail.all(database).map(\.state) == [.failed, .sent])
                #expect(try await database.read { try $0.first("SELECT failure FROM mails WHERE id = 1") { try $0["failure"] as String? } } != nil)
            }
        }
    }

    @Test("what a server says of a letter is kept without the address that it repeats")
    func refused() async throws {
        try await withDatabase(.sqlite) { database in
            try await database.write { tx in
                try Mail.post(tx, .sample("Layla@example.org"), for: nil, sealed: .sample)
                let claimed = try #require(try Mail.claim(tx, host: "news.example", fresh: Token(), opening: .sample))
                try Mail.markFailed(tx, claimed, MailFailure(.refused, "550 <Layla@example.org>: no such user (layla@example.org)"), chance: 0)
            }
            let failure = try await database.read { try $0.one("SELECT failure FROM mails") { try $0["failure"] as String } }
            #expect(failure == "550 <…>: no such user (…)")
        }
    }

    @Test("a folder forgets old letters and those of an erased reader, and leaves other files alone")
    func folder() async throws {
        try await withTemporaryFolder { root in
            let folder = MailFolder(root.path)
            let postman = try Postman.sample(.folder(folder))
            try Data("x".utf8).write(to: root.appending(path: "notes.eml"))
            for (name, seconds) in [("old", 1_000), ("Layla", 9_000), ("layla.b", 9_000), ("new", 9_000)] {
                _ = try await postman.send(.sample("\(name)@example.org"), at: Instant(seconds: Int64(seconds)))
            }
            try folder.forget(before: Instant(seconds: 9_000))
            #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).count == 4)
            try folder.forget(to: [EmailAddress(trusted: "layla@example.org")])
            #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).count == 3)
            try MailFolder(root.path + "/none").forget(before: Instant(seconds: 9_000))
        }
    }
}
