import Basics
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Newsroom

@Suite("Telling others of what is published")
struct MessengerTests {
    @Test(
        "a message is laid down with what it tells of, signed, taken once, and its signature is that of Standard Webhooks",
        arguments: TestEngine.allCases)
    func told(engine: TestEngine) async throws {
        try await withHook(engine, statuses: [204]) { hook in
            let edition = try await hook.publish()
            #expect(try await hook.messenger.deliver() == (1, 0))
            #expect(try await hook.messenger.deliver() == (0, 0))
            let request = try #require(hook.server.requests.first)
            let body = try #require(hook.bodies.withLock { $0 }.first)
            #expect(
                hook.server.requests.count == 1 && request.hasPrefix("POST /hook HTTP/1.1\r\n")
                    && request.contains("Content-Type: application/json\r\n"))
            func field(_ name: String) throws -> String {
                String(try #require(request.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ": ") }).dropFirst(name.count + 2))
            }
            let key = try #require(Data(base64Encoded: String(hook.secret.dropFirst("whsec_".count))))
            let signed = Array("\(try field("webhook-id")).\(try field("webhook-timestamp")).".utf8) + body
            #expect(try field("webhook-signature") == "v1," + Data(KeyedDigest.of(signed, key: [UInt8](key))).base64EncodedString())
            #expect(try field("webhook-timestamp") == "\(hook.clock.now.seconds)")
            let said = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
            let story = try #require(said["data"] as? [String: Any])
            #expect(said["type"] as? String == "story.published" && story["id"] as? Int64 == edition.rawValue)
            #expect(
                story["url"] as? String == "https://news.example/en/articles/quay-handed-over" && story["headline"] as? String == "Quay handed over")
        }
    }

    @Test("what is laid down is laid down if and only if the story is published, for those who want to know", arguments: TestEngine.allCases)
    func kept(engine: TestEngine) async throws {
        struct Undone: Error {}
        try await withHook(engine, events: [.withdrawn], statuses: [200]) { hook in
            let edition = try await hook.publish()
            #expect(try await hook.messenger.deliver() == (0, 0))
            await #expect(throws: Undone.self) {
                try await hook.database.write { (tx) throws in
                    try Desk.withdraw(tx, edition, reason: "wrong", by: hook.desk.ada)
                    throw Undone()
                }
            }
            #expect(try await hook.messenger.deliver() == (0, 0))
            try await hook.database.write { try Desk.withdraw($0, edition, reason: "It was “wrong”.", by: hook.desk.ada) }
            #expect(try await hook.messenger.deliver() == (1, 0))
            let body = try #require(hook.bodies.withLock { $0 }.first)
            #expect(String(decoding: body, as: UTF8.self).contains("\"reason\":\"It was “wrong”.\""))
        }
    }

    @Test(
        "a server in trouble is told again under the same name, later and later; one that wants no more is told nothing",
        arguments: TestEngine.allCases)
    func again(engine: TestEngine) async throws {
        try await withHook(engine, statuses: [500, 302, 200, 410]) { hook in
            let edition = try await hook.publish()
            #expect(try await hook.messenger.deliver() == (0, 1))
            hook.clock.advance(seconds: 59)
            #expect(try await hook.messenger.deliver() == (0, 0))
            hook.clock.advance(seconds: 1)
            #expect(try await hook.messenger.deliver() == (0, 1), "a redirect is not followed")
            hook.clock.advance(seconds: 300)
            #expect(try await hook.messenger.deliver() == (1, 0))
            let names = hook.server.requests.compactMap { $0.split(separator: "\r\n").first { $0.hasPrefix("webhook-id") } }
            #expect(names.count == 3 && Set(names).count == 1)
            try await hook.database.write { try Desk.withdraw($0, edition, reason: "wrong", by: hook.desk.ada) }
            #expect(try await hook.messenger.deliver() == (0, 1))
            let webhook = try await hook.database.read { try Webhooks.list($0).first }
            #expect(webhook?.stoppedAt == hook.clock.now)
            let delivery = try await hook.database.read { tx in try webhook.flatMap { try Webhooks.deliveries(tx, of: $0.id).first } }
            #expect(delivery?.state == .failed && delivery?.answer == "410")
        }
    }

    @Test("nothing is told to a private address, by name or by number, and a secret opens for its own address alone")
    func inwards() async throws {
        try await withDatabase(.sqlite) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                for url in [
                    "http://127.0.0.1/", "http://localhost/x", "ftp://news.example/", "https://user:pass@news.example/", "http://[::1]/", "x",
                    "https://news.example:22/",
                ] {
                    let refusal = #expect(throws: Refusal.self, "\(url)") {
                        try Webhooks.add(tx, url: url, events: [.published], policy: OutboundPolicy(), box: .sample, by: bench.omar)
                    }
                    #expect(refusal?.field == "url", "\(url)")
                }
                #expect(throws: Refusal.self) {
                    try Webhooks.add(tx, url: "https://news.example/a", events: [.test], policy: OutboundPolicy(), box: .sample, by: bench.omar)
                }
                #expect(throws: Refusal.self) {
                    try Webhooks.add(tx, url: "https://news.example/a", events: [.published], policy: OutboundPolicy(), box: .sample, by: bench.ada)
                }
                _ = try Webhooks.add(tx, url: "https://news.example/a", events: [.published], policy: OutboundPolicy(), box: .sample, by: bench.omar)
                let again = #expect(throws: Refusal.self) {
                    try Webhooks.add(tx, url: "https://news.example/a", events: [.published], policy: OutboundPolicy(), box: .sample, by: bench.omar)
                }
                #expect(again?.kind == .conflict)
                let sealed: [UInt8] = try tx.one("SELECT secret FROM webhooks") { try $0["secret"] }
                #expect(SealedBox.sample.open(sealed, owner: "webhook https://news.example/a")?.count == 32)
                #expect(SealedBox.sample.open(sealed, owner: "webhook https://news.example/b") == nil)
            }
        }
    }
}

/// A newsroom, a server that is told of what it publishes, and the messenger between them.
struct HookBench {
    let database: Database
    let desk: DeskBench
    let server: LocalServer
    /// What was sent to it.
    let bodies: SharedBodies
    let messenger: Messenger
    let secret: String
    let clock: FixedClock

    func publish() async throws -> ID<Edition> {
        try await database.write { tx in
            let story = try desk.begin(tx)
            let base = try DeskBench.head(tx, story).id
            let revision = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Handed over.", on: base, isNamed: true), by: desk.ben))
            try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, by: desk.ada)
            return story
        }
    }
}

final class SharedBodies: Sendable {
    private let bodies = Mutex<[[UInt8]]>([])
    func add(_ body: [UInt8]) { bodies.withLock { $0.append(body) } }
    func withLock<Value>(_ work: ([[UInt8]]) -> Value) -> Value { bodies.withLock { work($0) } }
}

/// Gives `body` such a bench, whose server answers with these statuses one after the other.
func withHook<Value>(
    _ engine: TestEngine, events: Set<Webhook.Event> = Set(Webhook.Event.told), statuses: [Int], isolation: isolated (any Actor)? = #isolation,
    _ body: (HookBench) async throws -> Value
) async throws -> Value {
    let clock = FixedClock()
    let bodies = SharedBodies()
    let count = Mutex(0)
    return try await withServer(read: { bodies.add($0) }) { _, write in
        let turn = count.withLock { number in
            defer { number += 1 }
            return number
        }
        _ = write(response(statuses[min(turn, statuses.count - 1)], ["Location: /other"]))
    } _: { server in
        try await withDatabase(engine, clock: clock) { database in
            let policy = OutboundPolicy(allowedAddresses: [server.host])
            let (desk, secret) = try await database.write { tx in
                let desk = try DeskBench(tx)
                let secret = try Webhooks.add(tx, url: "http://\(server.host)/hook", events: events, policy: policy, box: .sample, by: desk.omar)
                    .secret
                return (desk, secret)
            }
            let messenger = Messenger(database, door: OutboundDoor(policy), box: .sample, origin: "https://news.example", chance: { 0 })
            return try await body(
                HookBench(database: database, desk: desk, server: server, bodies: bodies, messenger: messenger, secret: secret, clock: clock))
        }
    }
}
