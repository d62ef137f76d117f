package import Basics
import Synchronization

/// A clock that stands still until it is set.
package final class FixedClock: Sendable {
    private let moment: Mutex<Instant>

    /// Stands at 2020-05-31T18:20:00Z unless told otherwise.
    package init(_ moment: Instant = Instant(seconds: 1_590_949_200)) { self.moment = Mutex(moment) }

    package var now: Instant { moment.withLock { $0 } }

    package func set(_ new: Instant) { moment.withLock { $0 = new } }

    package func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
