import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The first places of a front page")
struct FrontPlacesTests {
    @Test("what is put there by hand stands there, the rest is filled by rule, and what goes away leaves its place", arguments: TestEngine.allCases)
    func places(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let stories = try ["one", "two", "three", "four", "five"].map { try Draft.publish(tx, $0, .en, text: "Text.") }
                let (works, editions) = (stories.map(\.work), stories.map(\.edition))
                func top() throws -> [ID<Work>] {
                    try FrontPlaces.filled(tx, .en, newest: try Articles.teasers(tx, .all, .en, limit: 10)).map(\.workID)
                }
                #expect(try top() == [works[4], works[3], works[2], works[1]])
                try Articles.pin(tx, works[0], true)
                #expect(try top() == [works[0], works[4], works[3], works[2]])

                try Desk.arrange(tx, .en, [0: works[1], 2: works[2]], by: bench.ada)
                #expect(try top() == [works[1], works[0], works[2], works[4]])
                #expect(try FrontPlaces.byHand(tx, .ar).isEmpty)
                let entry = try #require(try Audit.newest(tx).first)
                #expect(entry.action == "front.arranged" && entry.subject == "front:en" && entry.became == "1 work:\(works[1]), 3 work:\(works[2])")

                try Articles.withdraw(tx, editions[1], reason: "wrong")
                #expect(try top() == [works[0], works[4], works[2], works[3]])
                for bad in [[0: works[1]], [0: works[2], 1: works[2]], [4: works[2]], [-1: works[2]]] {
                    #expect(throws: Refusal.self, "\(bad)") { try Desk.arrange(tx, .en, bad, by: bench.ada) }
                }
                #expect(throws: Refusal.self) { try Desk.arrange(tx, .en, [0: works[2]], by: bench.ben) }
                #expect(throws: Refusal.self, "it stands in another language") { try Desk.arrange(tx, .ar, [0: works[2]], by: bench.ada) }
                try Desk.freeze(tx, reason: "", by: bench.omar)
                #expect(throws: Refusal.self) { try Desk.arrange(tx, .en, [:], by: bench.ada) }
                try Desk.release(tx, by: bench.omar)
                try Desk.arrange(tx, .en, [:], by: bench.ada)
                #expect(try FrontPlaces.byHand(tx, .en).isEmpty)
            }
        }
    }
}
