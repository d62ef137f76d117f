import Basics
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("Group commit")
struct GroupCommitTests {
    struct Mistake: Error, Equatable { let number: Int }

    @Test("a crowd of writes is kept, each with an answer of its own", arguments: TestEngine.allCases)
    func crowd(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let answers = try await together(1...200) { number in
                try await database.writeTogether { try GroupCommitTests.insert($0, number) }
            }
            #expect(answers.sorted() == Array(1...200))
            #expect(try await database.read { try Notes.count($0) } == 200)
        }
    }

    @Test("a write that throws is undone, and no other", arguments: TestEngine.allCases)
    func mistakes(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let answers = try await together(1...200) { number in
                do {
                    return try await database.writeTogether { tx in
                        let written = try GroupCommitTests.insert(tx, number)
                        if number.isMultiple(of: 3) { throw Mistake(number: number) }
                        return written
                    }
                } catch let mistake as Mistake {
                    return -mistake.number
                }
            }
            #expect(answers.sorted() == (1...200).map { $0.isMultiple(of: 3) ? -$0 : $0 }.sorted())
            let kept = try await database.read { try $0.all("SELECT number FROM notes ORDER BY number") { try $0["number"] as Int } }
            #expect(kept == (1...200).filter { !$0.isMultiple(of: 3) })
        }
    }

    @Test("a rule broken by one is told to that one alone, also when it hides its error", arguments: TestEngine.allCases)
    func violations(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let answers = try await together(1...100) { number in
                do {
                    return try await database.writeTogether { tx in
                        try GroupCommitTests.insert(tx, number)
                        _ = try? tx.run("INSERT INTO notes (body) VALUES (\("note \(number.isMultiple(of: 2) ? number : -number)"))")
                        return number
                    }
                } catch let violation as ConstraintViolation {
                    return violation.name == "notes_body" ? -number : 0
                }
            }
            #expect(answers.sorted() == (1...100).map { $0.isMultiple(of: 2) ? -$0 : $0 }.sorted())
            #expect(try await database.read { try Notes.count($0) } == 100)
        }
    }

    @Test("what waits while another is written goes together, in the order it came")
    func order() async throws {
        try await withBench { bench in
            let first = Task { try await bench.group.run { try GroupCommitTests.insert($0, 0) } }
            try await bench.untilBegun()
            var others: [Task<Int, any Error>] = []
            for number in 1...300 {
                others.append(Task { try await bench.group.run { try GroupCommitTests.insert($0, number) } })
                try await bench.until(waiting: number)
            }
            bench.open()
            _ = try await first.value
            for other in others { _ = try await other.value }
            #expect(bench.sizes == [1, GroupCommit.mostAtOnce, 300 - GroupCommit.mostAtOnce])
            let kept = try await bench.database.read { try $0.all("SELECT number FROM notes ORDER BY id") { try $0["number"] as Int } }
            #expect(kept == Array(0...300))
        }
    }

    @Test("a write that is cancelled while it waits is never begun; one already begun is finished")
    func cancelled() async throws {
        try await withBench { bench in
            let begun = Task { try await bench.group.run { try GroupCommitTests.insert($0, 1) } }
            try await bench.untilBegun()
            let waiting = Task { try await bench.group.run { try GroupCommitTests.insert($0, 2) } }
            try await bench.until(waiting: 1)
            let patient = Task { try await bench.group.run { try GroupCommitTests.insert($0, 3) } }
            try await bench.until(waiting: 2)
            waiting.cancel()
            begun.cancel()
            let late = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await bench.group.run { try GroupCommitTests.insert($0, 4) }
            }
            bench.open()
            await #expect(throws: CancellationError.self) { _ = try await waiting.value }
            await #expect(throws: CancellationError.self) { _ = try await late.value }
            #expect(try await begun.value == 1)
            #expect(try await patient.value == 3)
            let kept = try await bench.database.read { try $0.all("SELECT number FROM notes ORDER BY id") { try $0["number"] as Int } }
            #expect(kept == [1, 3])
        }
    }

    @Test("the line has an end: beyond it a write is refused at once")
    func bounded() async throws {
        try await withBench(mostWaiting: 2) { bench in
            let begun = Task { try await bench.group.run { try GroupCommitTests.insert($0, 0) } }
            try await bench.untilBegun()
            let waiting = [1, 2].map { number in Task { try await bench.group.run { try GroupCommitTests.insert($0, number) } } }
            try await bench.until(waiting: 2)
            let refusal = await #expect(throws: Refusal.self) { _ = try await bench.group.run { try GroupCommitTests.insert($0, 3) } }
            #expect(refusal?.kind == .unavailable)
            bench.open()
            _ = try await begun.value
            for task in waiting { _ = try await task.value }
            #expect(try await bench.database.read { try Notes.count($0) } == 3)
        }
    }

    @Test("what fails the whole transaction is told to all that were in it, and the next ones go on")
    func wholeFailure() async throws {
        try await withNotes(.sqlite) { database in
            let isBroken = Mutex(true)
            let group = GroupCommit { jobs in
                try await database.write { tx in
                    let deliveries = jobs.map { $0.run(tx) }
                    if isBroken.withLock({ $0 }) { throw Mistake(number: 0) }
                    return deliveries
                }
            }
            let answers = try await together(1...20) { number in
                do { return try await group.run { try GroupCommitTests.insert($0, number) } } catch is Mistake { return 0 }
            }
            #expect(answers.allSatisfy { $0 == 0 })
            isBroken.withLock { $0 = false }
            #expect(try await group.run { try GroupCommitTests.insert($0, 7) } == 7)
            #expect(try await database.read { try Notes.count($0) } == 1)
        }
    }

    @discardableResult
    private static func insert(_ tx: Transaction, _ number: Int) throws -> Int {
        try tx.one("INSERT INTO notes (number, body) VALUES (\(number), \("note \(number)")) RETURNING number") { try $0["number"] }
    }

    private func together(_ numbers: ClosedRange<Int>, _ work: @escaping @Sendable (Int) async throws -> Int) async throws -> [Int] {
        try await withThrowingTaskGroup { group in
            for number in numbers { group.addTask { try await work(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}

/// A group whose transactions wait for a door, so that a test decides what comes together.
private final class GroupBench: Sendable {
    let database: Database
    let group: GroupCommit
    private let door: AsyncStream<Void>.Continuation
    private let log: Log

    final class Log: Sendable {
        let begun = Mutex<[Int]>([])
    }

    init(_ database: Database, mostWaiting: Int) {
        self.database = database
        let (stream, door) = AsyncStream<Void>.makeStream()
        let log = Log()
        group = GroupCommit(mostWaiting: mostWaiting) { jobs in
            log.begun.withLock { $0.append(jobs.count) }
            for await _ in stream {}
            return try await database.write { tx in jobs.map { $0.run(tx) } }
        }
        self.door = door
        self.log = log
    }

    /// How many writes each transaction held.
    var sizes: [Int] { log.begun.withLock { $0 } }

    func open() { door.finish() }

    func untilBegun() async throws { while sizes.isEmpty { try await Task.sleep(for: .milliseconds(1)) } }

    func until(waiting count: Int) async throws { while group.waiting < count { try await Task.sleep(for: .microseconds(100)) } }
}

private func withBench(mostWaiting: Int = 10_000, _ body: (GroupBench) async throws -> Void) async throws {
    try await withNotes(.sqlite) { database in try await body(GroupBench(database, mostWaiting: mostWaiting)) }
}
