import Basics
import Foundation
import Markup
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("The postman")
struct PostmanTests {
    @Test("a posted letter arrives once, with both parts, and nothing of its words stays", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            let letter = try Letter.sample()
            try await bench.post(letter)
            #expect(try await bench.deliver() == Postman.Round(sent: 1))
            #expect(try await bench.deliver() == Postman.Round())
            let arrived = try #require(try bench.server.letters().first)
            #expect(try bench.server.letters().count == 1 && arrived.defects == [])
            #expect(arrived.sender == "no-reply@news.example.org" && arrived.recipients == ["reader@example.org"])
            #expect(arrived["Subject"] == letter.subject && arrived.plain == letter.plain && arrived.html == letter.html.text)
            #expect(bench.server.asked == ["reader@example.org news.example.org clear"])
            let row = try #require(try await bench.rows().first)
            #expect(row.state == .sent && !row.hasWords && row.attempts == 1 && row.messageID == arrived["Message-ID"])
        }
    }

    @Test("a letter is posted if and only if its transaction is kept", arguments: TestEngine.allCases)
    func undone(engine: TestEngine) async throws {
        struct Undone: Error {}
        try await withMail(engine) { bench in
            let letter = try Letter.sample()
            await #expect(throws: Undone.self) {
                try await bench.database.write { tx in
                    try Mail.post(tx, letter, for: nil, sealed: .sample)
                    throw Undone()
                }
            }
            #expect(try await bench.deliver() == Postman.Round())
            #expect(try bench.server.letters().isEmpty)
        }
    }

    @Test("a letter put off is tried after 1, 5, 15 and 60 minutes, then every two hours, for three days", arguments: TestEngine.allCases)
    func deferred(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample("defer@example.org"))
            let start = bench.clock.now
            #expect(try await bench.deliver() == Postman.Round(failed: 1))
            for wait in [60, 300, 900, 3_600, 7_200, 7_200] as [Int64] {
                bench.clock.advance(seconds: wait - 1)
                #expect(try await bench.deliver() == Postman.Round())
                bench.clock.advance(seconds: 1)
                #expect(try await bench.deliver() == Postman.Round(failed: 1))
            }
            #expect(try await bench.rows().first?.failure == "451 4.7.1 Come back later")
            while try await bench.rows().first?.state == .waiting {
                bench.clock.advance(seconds: 7_200)
                _ = try await bench.deliver()
            }
            let row = try #require(try await bench.rows().first)
            #expect(row.state == .failed && row.attempts == 40 && !row.hasWords && bench.server.asked.count == 40)
            let days = Double(bench.clock.now.seconds - start.seconds) / 86_400
            #expect((2.9...3.1).contains(days), "\(days)")
        }
    }

    @Test("chance lengthens a wait by a quarter at most")
    func jitter() {
        #expect(Mail.delay(afterAttempt: 1, chance: 0) == 60 && Mail.delay(afterAttempt: 1, chance: 1) == 75)
        #expect(Mail.delay(afterAttempt: 9, chance: 0.5) == 8_100)
    }

    @Test("what the server will never take fails with the server's words, and is not tried again", arguments: TestEngine.allCases)
    func refused(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample("refuse@example.org"), .sample("full@example.org"))
            #expect(try await bench.deliver() == Postman.Round(failed: 2))
            let rows = try await bench.rows()
            #expect(rows.map(\.failure) == ["550 5.1.1 No such mailbox 5.1.1 here", "552 5.2.2 The mailbox is full"])
            #expect(rows.allSatisfy { $0.state == .failed && !$0.hasWords && $0.nextAttemptAt == nil })
            bench.clock.advance(seconds: 86_400)
            #expect(try await bench.deliver() == Postman.Round())
            #expect(bench.server.asked.count == 2)
        }
    }

    @Test("one sick recipient does not stop the others", arguments: TestEngine.allCases)
    func others(engine: TestEngine) async throws {
        try await withMail(engine, overallSeconds: 10) { bench in
            let names = ["defer", "stall", "refuse", "one", "two", "drop", "three"]
            for name in names { try await bench.post(.sample("\(name)@example.org")) }
            #expect(try await bench.deliver() == Postman.Round(sent: 3, failed: 4))
            // It would be another minute.
            #expect(!bench.server.wasWaitedFor, "a server that is silent was waited for at our leave")
            let arrived = try bench.server.letters().compactMap { $0.recipients?.first?.split(separator: "@").first.map(String.init) }
            #expect(Set(arrived) == ["one", "two", "three", "drop"])
        }
    }

    @Test("a server that goes away after the text is sent it again under the same Message-ID and date", arguments: TestEngine.allCases)
    func dropped(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample("drop@example.org"))
            #expect(try await bench.deliver() == Postman.Round(failed: 1))
            bench.clock.advance(seconds: 60)
            #expect(try await bench.deliver() == Postman.Round(failed: 1))
            let copies = try bench.server.letters()
            #expect(copies.count == 2 && copies[0].raw == copies[1].raw)
            let identifier = try #require(copies[0]["Message-ID"])
            #expect(identifier.hasPrefix("<") && identifier.hasSuffix("@news.example.org>") && identifier.utf8.count == 62)
            #expect(try await bench.rows().first?.state == .waiting)
        }
    }

    @Test("a letter that is being sent holds up neither who posts nor another postman", arguments: TestEngine.allCases)
    func apart(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample("stall@example.org"))
            let sending = Task { try await bench.deliver() }
            while bench.server.asked.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            try await bench.post(.sample("other@example.org"))
            #expect(try await bench.deliver() == Postman.Round(sent: 1))
            #expect(try bench.server.letters().map(\.recipients) == [["other@example.org"]])
            try bench.server.goOn()
            #expect(try await sending.value == Postman.Round(sent: 1))
        }
    }

    @Test("a letter survives a worker that died with it: after the lease another one sends it, once", arguments: TestEngine.allCases)
    func lease(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample())
            let claimed = try await bench.claim()
            #expect(try await bench.deliver() == Postman.Round())
            bench.clock.advance(seconds: Mail.leaseSeconds)
            #expect(try await bench.deliver() == Postman.Round(sent: 1))
            #expect(try bench.server.letters().map { $0["Message-ID"] } == [claimed?.messageID])
        }
    }

    @Test("a letter that brings its worker down again and again ends failed")
    func poison() async throws {
        try await withMail(.sqlite) { bench in
            try await bench.post(.sample())
            for _ in 0..<Mail.mostAttempts {
                #expect(try await bench.claim() != nil)
                bench.clock.advance(seconds: Mail.leaseSeconds)
            }
            #expect(try await bench.claim() == nil)
            #expect(try await bench.rows().first?.state == .failed)
        }
    }

    @Test("many workers send each letter once", arguments: TestEngine.allCases)
    func workers(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            for number in 1...12 { try await bench.post(.sample("reader\(number)@example.org")) }
            async let one = bench.deliver()
            async let two = bench.deliver()
            let sent = try await one.sent + two.sent
            #expect(sent == 12)
            #expect(Set(try bench.server.letters().compactMap(\.recipients?.first)).count == 12 && bench.server.asked.count == 12)
        }
    }

    @Test("a letter whose time is over is not sent", arguments: TestEngine.allCases)
    func expired(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            let end = bench.clock.now.adding(seconds: 3_600)
            try await bench.post(.sample("one@example.org", expiresAt: end), .sample("two@example.org", expiresAt: end), .sample("three@example.org"))
            bench.clock.set(end)
            #expect(try await bench.deliver() == Postman.Round(sent: 1))
            #expect(try await bench.rows().map(\.state) == [.expired, .expired, .sent])
            #expect(try await bench.rows().allSatisfy { !$0.hasWords } && bench.server.asked.count == 1)
        }
    }

    @Test("what has ended is forgotten after its time, what waits is not", arguments: TestEngine.allCases)
    func forgotten(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample(), .sample("refuse@example.org"), .sample("defer@example.org"))
            _ = try await bench.deliver()
            #expect(try await bench.counts() == [.sent: 1, .failed: 1, .waiting: 1])
            bench.clock.advance(seconds: Mail.keptSeconds)
            try await bench.database.write { try Mail.forget($0, before: $0.now.adding(seconds: -Mail.keptSeconds)) }
            #expect(try await bench.counts() == [.sent: 1, .failed: 1, .waiting: 1])
            bench.clock.advance(seconds: 1)
            try await bench.database.write { try Mail.forget($0, before: $0.now.adding(seconds: -Mail.keptSeconds)) }
            #expect(try await bench.counts() == [.waiting: 1])
        }
    }

    @Test("a hostile subject and name bring no header to the server")
    func injection() async throws {
        try await withMail(.sqlite) { bench in
            try await bench.post(.sample(subject: "Hello\r\nBcc: evil@example.org\r\n\r\nbody"))
            let postman = try Postman.sample(bench.postman.route, name: "Post\r\nBcc: evil@example.org\u{0}")
            #expect(try await postman.deliver(from: bench.database, opening: .sample).sent == 1)
            let arrived = try #require(try bench.server.letters().first)
            #expect(arrived["Bcc"] == nil && !arrived.headLines.contains { $0.lowercased().hasPrefix("bcc") } && !arrived.raw.contains(0))
            #expect(arrived.recipients == ["reader@example.org"] && arrived.recipients?.count == 1)
            let expected = try Letter.sample().plain
            #expect(arrived.plain == expected)
        }
    }

    @Test("a postman that is stopped before a letter is begun gives it back", arguments: TestEngine.allCases)
    func stopped(engine: TestEngine) async throws {
        try await withMail(engine) { bench in
            try await bench.post(.sample())
            // A listener that never greets.
            try await withServer(answer: { _, _ in }) { silent in
                let server = try #require(MailServer("smtp://\(silent.host)"))
                let postman = try Postman.sample(.server(server))
                let sending = Task { try await postman.deliver(from: bench.database, opening: .sample) }
                while try await bench.rows().first?.attempts == 0 { try await Task.sleep(for: .milliseconds(20)) }
                sending.cancel()
                _ = try? await sending.value
            }
            #expect(try await bench.rows().first?.attempts == 0)
            #expect(try await bench.deliver() == Postman.Round(sent: 1))
        }
    }
}
