import Basics
import Foundation

/// A fixed number of threads, each with a session of its own, that run jobs in the order they came.
/// libpq waits for the server, and so must not do it on Swift's own few threads.
///
/// The lock guards every field: that is what makes it safe between threads.
final class PostgresPool: @unchecked Sendable {
    private struct Job {
        let number: Int
        let deadline: Date
        let run: (PostgresLane) -> Void
        let refuse: (any Error) -> Void
    }

    private let address: PostgresAddress
    private let gate = WriteGate()
    private let condition = NSCondition()
    private var waiting: [Job] = []
    private var lastNumber = 0
    private var lanes = 0
    private var idle = 0
    private var isWatched = false
    private var isClosed = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    init(_ address: PostgresAddress) { self.address = address }

    /// Runs `work` on the next free lane. Refuses with `unavailable` when none becomes free in time, or the pool is closed.
    func run<Value: Sendable>(_ work: @escaping @Sendable (PostgresLane) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            add(
                run: { lane in continuation.resume(with: Result { try work(lane) }) },
                refuse: { continuation.resume(throwing: $0) })
        }
    }

    private func add(run: @escaping (PostgresLane) -> Void, refuse: @escaping (any Error) -> Void) {
        condition.lock()
        guard !isClosed else {
            condition.unlock()
            return refuse(Refusal.postgresClosed)
        }
        lastNumber += 1
        let deadline = Date(timeIntervalSinceNow: Double(address.patienceInSeconds))
        waiting.append(Job(number: lastNumber, deadline: deadline, run: run, refuse: refuse))
        if waiting.count > idle, lanes < address.connections {
            lanes += 1
            startLane()
        }
        watch()
        condition.signal()
        condition.unlock()
    }

    /// Waits until every accepted job has run and every thread has ended.
    func close() async {
        await withCheckedContinuation { continuation in
            condition.lock()
            isClosed = true
            let isOver = lanes == 0
            if !isOver { closers.append(continuation) }
            condition.broadcast()
            condition.unlock()
            if isOver { continuation.resume() }
        }
    }

    // MARK: Threads

    private func startLane() {
        let thread = Thread { [self] in
            serve(PostgresLane(address, gate))
            end()
        }
        thread.name = "postgres"
        thread.stackSize = 4 << 20
        thread.start()
    }

    private func serve(_ lane: PostgresLane) {
        while let job = next() { job.run(lane) }
    }

    /// The job that has waited longest; nil when the pool is closed and there is none.
    private func next() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        idle += 1
        defer { idle -= 1 }
        while waiting.isEmpty {
            if isClosed { return nil }
            condition.wait()
        }
        return waiting.removeFirst()
    }

    private func end() {
        condition.lock()
        lanes -= 1
        let done = lanes == 0 ? closers : []
        if lanes == 0 { closers = [] }
        condition.unlock()
        for closer in done { closer.resume() }
    }

    // MARK: Deadlines

    /// Looks at the queue when its first job's time is up. Under the lock.
    private func watch() {
        guard !isWatched, let first = waiting.first else { return }
        isWatched = true
        let seconds = max(0.01, first.deadline.timeIntervalSinceNow)
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.refuseLate() }
    }

    private func refuseLate() {
        condition.lock()
        isWatched = false
        let now = Date()
        let late = waiting.prefix { $0.deadline <= now }
        waiting.removeFirst(late.count)
        watch()
        condition.unlock()
        for job in late { job.refuse(Refusal.postgresBusy) }
    }
}
