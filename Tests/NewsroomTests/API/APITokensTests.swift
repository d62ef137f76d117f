import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Keys of programs")
struct APITokensTests {
    @Test("a key does what it was given leave to do and its owner may do at that moment, until it ends", arguments: TestEngine.allCases)
    func leave(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (bench, secret) = try await database.write { tx in
                let bench = try DeskBench(tx)
                return (bench, try APITokens.make(tx, name: " Wire ", scopes: [.read, .publish], days: 30, by: bench.ada).secret)
            }
            func kind(_ secret: String, _ scope: APIScope, _ duty: Duty) async throws -> Refusal.Kind? {
                try await database.read { (tx) throws in
                    do {
                        #expect(try APITokens.actor(tx, secret, scope, duty).id == bench.ada.id)
                        return nil
                    } catch let refusal as Refusal {
                        return refusal.kind
                    }
                }
            }
            #expect(try await kind(secret, .read, .look) == nil)
            #expect(try await kind(secret, .publish, .publish) == nil)
            #expect(try await kind(secret, .write, .write) == .forbidden)
            #expect(try await kind(secret, .read, .manage) == .forbidden, "an editor manages nobody, whatever her key says")
            for bad in ["", "matbaa_", secret + "x", String(secret.dropFirst(7)), "matbaa_" + Token().text] {
                #expect(try await kind(bad, .read, .look) == .unauthenticated, "\(bad)")
            }
            // Nothing of it stands in the database.
            let rows = try await database.read {
                try $0.all("SELECT name, scopes, digest FROM api_tokens") { (try $0["name"] as String, try $0["digest"] as Digest) }
            }
            #expect(rows.count == 1 && rows[0].0 == "Wire" && rows[0].1 == Digest(of: String(secret.dropFirst(7))))
            _ = try await database.write { try $0.run("UPDATE readers SET role = 'reader' WHERE id = \(bench.ada.id)") }
            #expect(try await kind(secret, .read, .look) == .forbidden)
            _ = try await database.write { try $0.run("UPDATE readers SET role = 'editor' WHERE id = \(bench.ada.id)") }
            clock.advance(seconds: 30 * 86_400)
            #expect(try await kind(secret, .read, .look) == .unauthenticated)
        }
    }

    @Test("keys are made within bounds, ended by their owner alone, and told in the audit", arguments: TestEngine.allCases)
    func bounds(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                func refused(_ name: String, _ scopes: Set<APIScope>, _ days: Int, by actor: Reader) -> String? {
                    #expect(throws: Refusal.self) { try APITokens.make(tx, name: name, scopes: scopes, days: days, by: actor) }?.field
                }
                #expect(
                    refused("", [.read], 30, by: bench.ada) == "name"
                        && refused(String(repeating: "a", count: 101), [.read], 30, by: bench.ada) == "name")
                #expect(refused("A", [], 30, by: bench.ada) == "scopes" && refused("A", [.read], 31, by: bench.ada) == "days")
                _ = refused("A", [.read], 30, by: bench.ben)
                let token = try APITokens.make(tx, name: "A", scopes: [.read], days: 7, by: bench.ada).token
                #expect(try Audit.newest(tx).first?.became == "A: stories:read, 7 days")
                #expect(throws: Refusal.self) { try APITokens.end(tx, token.id, by: bench.omar) }
                try APITokens.end(tx, token.id, by: bench.ada)
                #expect(try APITokens.list(tx, of: bench.ada.id).isEmpty && Audit.newest(tx).first?.action == "token.ended")
                for _ in 0..<APITokens.most { _ = try APITokens.make(tx, name: "A", scopes: [.read], days: 7, by: bench.ada) }
                #expect(refused("A", [.read], 7, by: bench.ada) == nil)
                try APITokens.endAll(tx, of: bench.ada.id)
                #expect(try APITokens.list(tx, of: bench.ada.id).isEmpty)
            }
        }
    }
}
