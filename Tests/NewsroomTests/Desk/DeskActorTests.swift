import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Who acts at the desk")
struct DeskActorTests {
    @Test(
        "whoever acts is asked for her duty in the transaction that acts: by her role of that moment, and while her session lasts",
        arguments: TestEngine.allCases)
    func duty(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let session = try Sessions.open(tx, bench.ada, device: "", stays: false).session.id
                func refused(_ duty: Duty) throws -> Refusal.Kind? {
                    do {
                        #expect(try Desk.actor(tx, session, duty).id == bench.ada.id)
                        return nil
                    } catch let refusal as Refusal { return refusal.kind }
                }
                for duty in Duty.allCases { #expect(try refused(duty) == (Reader.Role.editor.may(duty) ? nil : .forbidden), "\(duty)") }
                try tx.run("UPDATE readers SET role = 'reader' WHERE id = \(bench.ada.id)")
                for duty in Duty.allCases { #expect(try refused(duty) == .forbidden, "\(duty)") }
                try tx.run("DELETE FROM sessions WHERE id = \(session)")
                for duty in Duty.allCases { #expect(try refused(duty) == .unauthenticated, "\(duty)") }
            }
        }
    }
}
