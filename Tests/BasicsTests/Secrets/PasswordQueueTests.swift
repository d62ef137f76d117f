import Foundation
import Synchronization
import Testing

@testable import Basics

@Suite("The queue of passwords", .timeLimit(.minutes(30)))
struct PasswordQueueTests {
    private let keys: SecretKeys
    private let cheap = PasswordCost(memory: 64, passes: 1)

    init() throws { keys = try #require(SecretKeys(secret: [UInt8](0..<32))) }

    @Test("a hash made on it is right for its password, wrong for another, and made anew when the cost has risen")
    func verdicts() async throws {
        let queue = PasswordQueue(keys, cost: cheap)
        let hash = try await queue.hash(PreparedPassword("xkqzjwvbtrplmnd"))
        #expect(try await queue.check("xkqzjwvbtrplmnd", against: hash) == .right(rehashed: nil))
        #expect(try await queue.check("xkqzjwvbtrplmne", against: hash) == .wrong)
        #expect(try await queue.check("xkqzjwvbtrplmnd", against: nil) == .wrong)
        for strange in ["", "a\nb", String(repeating: "x", count: 2000)] { #expect(try await queue.check(strange, against: hash) == .wrong) }
        let dearer = PasswordQueue(keys, cost: PasswordCost(memory: 128, passes: 1))
        guard case .right(let rehashed?) = try await dearer.check("xkqzjwvbtrplmnd", against: hash) else {
            throw Refusal(.invalid, ar: "-", en: "not made anew")
        }
        #expect(rehashed.cost.memory == 128)
        #expect(try await dearer.check("xkqzjwvbtrplmnd", against: rehashed) == .right(rehashed: nil))
    }

    @Test("no more run at once than it is wide, and whoever finds no place to wait is refused at once")
    func bounded() async throws {
        let queue = PasswordQueue(keys, width: 2, waiting: 3)
        let gate = Gate()
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<5 { group.addTask { try await queue.run { gate.pass() } } }
            try await until { queue.load == (2, 3) }
            for _ in 0..<20 {
                let refusal = await #expect(throws: Refusal.self) { try await queue.run { true } }
                #expect(refusal?.kind == .unavailable)
            }
            #expect(queue.load == (2, 3))
            gate.open()
            return try await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.count == 5 && gate.most <= 2)
        try await until { queue.load == (0, 0) }
        #expect(try await queue.run { true })
    }

    @Test("those who have shown something go before strangers, however many wait, and have places of their own")
    func lines() async throws {
        let queue = PasswordQueue(keys, width: 1, waiting: 2)
        let gate = Gate()
        let order = Order()
        let first = Task { try await queue.run { gate.pass() } }
        try await until { queue.load.running == 1 }
        let waiting = try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, name) in ["stranger", "stranger", "owner", "owner"].enumerated() {
                group.addTask { try await queue.run(goesFirst: name == "owner") { order.add(name) } }
                try await until { queue.load.waiting == number + 1 }
            }
            for goesFirst in [false, true] {
                await #expect(throws: Refusal.self) { try await queue.run(goesFirst: goesFirst) { true } }
            }
            let waiting = queue.load.waiting
            gate.open()
            try await group.waitForAll()
            return waiting
        }
        _ = try await first.value
        #expect(waiting == 4 && order.names == ["owner", "owner", "stranger", "stranger"])
    }

    @Test("who gives up while waiting gives the place up; what runs already ends")
    func cancelled() async throws {
        let queue = PasswordQueue(keys, width: 1, waiting: 1)
        let gate = Gate()
        let first = Task { try await queue.run { gate.pass() } }
        try await until { queue.load.running == 1 }
        let second = Task { try await queue.run { true } }
        try await until { queue.load.waiting == 1 }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(queue.load == (1, 0))
        let third = Task { try await queue.run { true } }
        first.cancel()
        gate.open()
        #expect(try await first.value)
        #expect(try await third.value)
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await queue.run { true }
        }
        late.cancel()
        await #expect(throws: CancellationError.self) { try await late.value }
        try await until { queue.load == (0, 0) }
    }

    @Test("two hundred that come and go leave nothing behind")
    func storm() async throws {
        let queue = PasswordQueue(keys, width: 3, waiting: 40, cost: cheap)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<200 {
                let task = Task { try await queue.check("xkqzjwvb\(index)", against: nil) }
                if index.isMultiple(of: 3) { task.cancel() }
                group.addTask { _ = await task.result }
            }
        }
        try await until { queue.load == (0, 0) }
    }

    private func until(_ isSo: () -> Bool) async throws {
        for _ in 0..<30_000 where !isSo() { try await Task.sleep(for: .milliseconds(2)) }
        #expect(isSo())
    }
}

/// Who came, in the order they came.
private final class Order: Sendable {
    private let state = Mutex<[String]>([])

    var names: [String] { state.withLock { $0 } }

    func add(_ name: String) { state.withLock { $0.append(name) } }
}

/// Holds threads up until it is opened, and counts how many stood in it at once.
private final class Gate: Sendable {
    private let state = Mutex((isOpen: false, inside: 0, most: 0))

    var most: Int { state.withLock(\.most) }

    func open() { state.withLock { $0.isOpen = true } }

    func pass() -> Bool {
        state.withLock {
            $0.inside += 1
            $0.most = max($0.most, $0.inside)
        }
        while !state.withLock(\.isOpen) { Thread.sleep(forTimeInterval: 0.002) }
        state.withLock { $0.inside -= 1 }
        return true
    }
}
