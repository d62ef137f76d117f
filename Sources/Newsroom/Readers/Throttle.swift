package import Basics
import Synchronization

/// Bounds how often something may be tried: a bucket of tries for each subject, that fills again with time. In memory only, by salted hashes that
/// change each day: no address of a reader's machine is kept anywhere.
package final class Throttle: Sendable {
    /// So many at once, and then one more each `seconds`.
    package struct Rule: Sendable {
        let burst: Double
        let seconds: Double

        package init(burst: Int, seconds: Double) {
            self.burst = Double(burst)
            self.seconds = seconds
        }
    }

    fileprivate struct Bucket {
        var tries: Double
        var at: Instant
        /// When it is full again, and so as good as not there.
        var fullAt: Instant
    }

    fileprivate struct State {
        var buckets: [Int: Bucket] = [:]
        var salt = UInt64.random(in: .min ... .max)
        var saltedAt: Instant?
    }

    private let state = Mutex(State())
    private let capacity: Int

    package init(capacity: Int = 200_000) { self.capacity = capacity }

    /// Whether `subject` may try once more under the rule of that `name`; if so the try is counted.
    package func admits(_ name: String, _ subject: String, _ rule: Rule, at now: Instant) -> Bool {
        state.withLock { state in
            state.renewSalt(at: now)
            var hasher = Hasher()
            hasher.combine(state.salt)
            hasher.combine(name)
            hasher.combine(subject)
            let key = hasher.finalize()
            var bucket = state.buckets[key] ?? Bucket(tries: rule.burst, at: now, fullAt: now)
            let passed = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 1_000
            bucket.tries = min(rule.burst, bucket.tries + passed / rule.seconds)
            bucket.at = max(bucket.at, now)
            let isAdmitted = bucket.tries >= 1
            if isAdmitted { bucket.tries -= 1 }
            bucket.fullAt = bucket.at.adding(seconds: Int64(((rule.burst - bucket.tries) * rule.seconds).rounded(.up)))
            if state.buckets.count >= capacity { state.makeRoom(at: now, capacity) }
            state.buckets[key] = bucket
            return isAdmitted
        }
    }
}

extension Throttle.State {
    fileprivate mutating func renewSalt(at now: Instant) {
        if let saltedAt, now.milliseconds - saltedAt.milliseconds < 86_400_000 { return }
        salt = .random(in: .min ... .max)
        saltedAt = now
        buckets.removeAll()
    }

    /// Full buckets go first; when a flood of subjects leaves none, those that are full soonest.
    fileprivate mutating func makeRoom(at now: Instant, _ capacity: Int) {
        buckets = buckets.filter { $0.value.fullAt > now }
        guard buckets.count >= capacity else { return }
        for (key, _) in buckets.sorted(by: { $0.value.fullAt < $1.value.fullAt }).prefix(capacity / 4) { buckets[key] = nil }
    }
}
