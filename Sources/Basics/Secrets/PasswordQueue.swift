import CLinux
import Foundation
import Synchronization

/// Hashes and checks passwords on threads of its own, at most a few at once, because each takes 19 MiB and a whole processor. A bounded number may wait; whoever
/// comes beyond is refused at once: otherwise logging in would be the cheapest way to take the site down. Those who have shown something already wait in
/// a line of their own, before the strangers, whose guesses then cost them no more than the one that is being looked at. Its threads step back for all others.
package final class PasswordQueue: Sendable {
    /// What came of a check.
    package enum Verdict: Hashable, Sendable {
        case wrong
        /// `rehashed` is the same password hashed anew, to be stored, when the old hash was made at less than today's cost.
        case right(rehashed: PasswordHash?)
    }

    private struct Job: Sendable {
        let id: UInt64
        let goesFirst: Bool
        let work: @Sendable () -> Void
        let cancel: @Sendable () -> Void
    }

    private struct State: Sendable {
        var running = 0
        var next: UInt64 = 0
        var waiting: [Job] = []
    }

    private let state = Mutex(State())
    private let pepper: [UInt8]
    private let cost: PasswordCost
    private let width: Int
    private let bound: Int

    /// As many threads as there are processors but one, which is left to those who read; `waiting` jobs in each line.
    package static var widthHere: Int { max(1, ProcessInfo.processInfo.activeProcessorCount - 1) }

    package init(_ keys: SecretKeys, width: Int = PasswordQueue.widthHere, waiting: Int = 32, cost: PasswordCost = .current) {
        pepper = keys.key(.pepper)
        self.width = max(1, width)
        bound = max(0, waiting)
        self.cost = cost
    }

    /// Hashes a password that has been let in by `PasswordRules`: its owner came with a link or a session, and goes before strangers. Refuses with
    /// `unavailable` when too many wait.
    package func hash(_ password: PreparedPassword) async throws -> PasswordHash {
        let hash = try await run(goesFirst: true) { [pepper, cost] in PasswordHash(password, pepper: pepper, cost: cost) }
        guard let hash else { throw Self.full }
        return hash
    }

    /// Checks a password against an account's hash, nil when there is no such account or it has no password. Then, and for a text that can be no password
    /// or a hash that cannot be read, the same work is done for nothing: the time tells nobody which accounts there are.
    /// `goesFirst` where more than a guess was shown.
    package func check(_ written: String, against hash: PasswordHash?, goesFirst: Bool = false) async throws -> Verdict {
        let password = try? PreparedPassword(written)
        return try await run(goesFirst: goesFirst) { [pepper, cost] in
            guard let password, let hash else {
                let nobody = PasswordHash(
                    cost: cost, salt: [UInt8](repeating: 0, count: PasswordHash.saltSize), hash: [UInt8](repeating: 0, count: PasswordHash.hashSize))
                if let stand = try? password ?? PreparedPassword("nobody") { _ = nobody.matches(stand, pepper: pepper) }
                return .wrong
            }
            guard hash.matches(password, pepper: pepper) else { return .wrong }
            return .right(rehashed: hash.needsRehash(for: cost) ? PasswordHash(password, pepper: pepper, cost: cost) : nil)
        }
    }

    /// How many run and how many wait, for the operator.
    package var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

    /// Runs the work on a thread of the queue. A task that is cancelled while its work waits gives its place up.
    func run<Value: Sendable>(goesFirst: Bool = false, _ work: @escaping @Sendable () -> Value) async throws -> Value {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
                add(
                    Job(
                        id: id, goesFirst: goesFirst, work: { continuation.resume(returning: work()) },
                        cancel: { continuation.resume(throwing: CancellationError()) }),
                    refuse: { continuation.resume(throwing: $0) })
            }
        } onCancel: {
            let job = state.withLock { state in
                state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
            }
            job?.cancel()
        }
    }

    private enum Place { case starts, waits, leaves, refused }

    private func add(_ job: Job, refuse: (any Error) -> Void) {
        let place: Place = state.withLock { state in
            if Task.isCancelled { return .leaves }
            if state.running < width {
                state.running += 1
                return .starts
            }
            let line = state.waiting.firstIndex { !$0.goesFirst } ?? state.waiting.endIndex
            guard (job.goesFirst ? line : state.waiting.count - line) < bound else { return .refused }
            state.waiting.insert(job, at: job.goesFirst ? line : state.waiting.endIndex)
            return .waits
        }
        switch place {
        case .starts: Thread.detachNewThread { self.work(from: job) }
        case .waits: break
        case .leaves: job.cancel()
        case .refused: refuse(Self.full)
        }
    }

    /// The thread's life: the job that it was started for, then those that wait, first come first served.
    private func work(from first: Job) {
        // Of this thread alone: whoever reads goes before whoever logs in, and waits for no more than a slice. Where a system forbids it, both go alike.
        _ = clinux_step_back(Self.niceness, Self.slice)
        var job: Job? = first
        while let now = job {
            now.work()
            job = state.withLock { state in
                if state.waiting.isEmpty {
                    state.running -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
        }
    }

    private static let niceness: Int32 = 19
    /// In nanoseconds; the shortest that Linux has. Its own, of some milliseconds, is longer than a page takes.
    private static let slice: UInt64 = 100_000

    private static let full = Refusal(
        .unavailable, ar: "يحاول كثيرون الدخول الآن. أعد المحاولة بعد قليل.", en: "Very many are logging in just now. Try again in a moment.")
}
