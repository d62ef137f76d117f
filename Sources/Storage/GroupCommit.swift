import Basics
import Synchronization

/// Keeps writes that wait at the same moment in one transaction, so that many share one wait for the disk.
///
/// The first write goes at once and alone; what comes while the disk is waited for goes together with the next. Nothing is ever held back to wait for
/// company, so a quiet newsroom is as quick as before. Writes go in the order they came, at most `mostAtOnce` in a transaction, and between two of them
/// every other write of the program has its turn.
final class GroupCommit: Sendable {
    /// Runs the jobs in one transaction and returns what they gave once it is kept.
    typealias Write = @Sendable ([Job]) async throws -> [Delivery]
    typealias Delivery = @Sendable () -> Void

    struct Job: Sendable {
        fileprivate let number: Int
        /// Does the work; the delivery tells its writer how it went, and may only be run once the transaction is kept.
        let run: @Sendable (Transaction) -> Delivery
        fileprivate let refuse: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var lastNumber = 0
        var isWriting = false
    }

    /// At about 50 µs a vote: 13 ms in which another write may have to wait.
    static let mostAtOnce = 256

    private let mostWaiting: Int
    private let write: Write
    private let state = Mutex(State())

    init(mostWaiting: Int = 10_000, write: @escaping Write) {
        self.mostWaiting = mostWaiting
        self.write = write
    }

    /// Runs `work` in a savepoint of its own: when it throws, what it wrote is undone and the others stay.
    ///
    /// Refuses with `unavailable` when too many wait. Throws `CancellationError` when its task was cancelled while it still waited; once begun, it is
    /// finished, since by then others share its transaction. What fails the transaction itself, as a full disk does, fails all that are in it.
    func run<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
                add(
                    Job(
                        number: number,
                        run: { tx in
                            let outcome = Result { try tx.savepoint { try work(tx) } }
                            return { continuation.resume(with: outcome) }
                        },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            cancel(number)
        }
    }

    /// How many wait.
    var waiting: Int { state.withLock { $0.waiting.count } }

    private enum Admission {
        case starts, waits
        case refused(any Error)
    }

    private func add(_ job: Job) {
        let admission = state.withLock { state -> Admission in
            // Asked under the lock: a cancellation before this is seen here, one after it finds the job in the line.
            guard !Task.isCancelled else { return .refused(CancellationError()) }
            guard state.waiting.count < mostWaiting else { return .refused(Self.full) }
            state.waiting.append(job)
            if state.isWriting { return .waits }
            state.isWriting = true
            return .starts
        }
        switch admission {
        // Not a child of the task that came first: if that one is cancelled, the others are not.
        case .starts: Task.detached { await self.writeAll() }
        case .waits: break
        case .refused(let error): job.refuse(error)
        }
    }

    private func writeAll() async {
        while let jobs = next() {
            do {
                for deliver in try await write(jobs) { deliver() }
            } catch {
                for job in jobs { job.refuse(error) }
            }
        }
    }

    /// Those that have waited longest; nil when nobody waits.
    private func next() -> [Job]? {
        state.withLock { state in
            let jobs = Array(state.waiting.prefix(Self.mostAtOnce))
            state.waiting.removeFirst(jobs.count)
            state.isWriting = !jobs.isEmpty
            return jobs.isEmpty ? nil : jobs
        }
    }

    private func cancel(_ number: Int) {
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        job?.refuse(CancellationError())
    }

    private static var full: Refusal {
        Refusal(
            .unavailable, ar: "الموقع مزدحم الآن: أعد المحاولة بعد لحظات.",
            en: "The newsroom is too busy to take this right now: try again in a moment.")
    }
}
