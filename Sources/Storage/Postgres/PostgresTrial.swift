/// Why a transaction is run again.
enum PostgresRetry: Error {
    case conflict, outdated, breakOff
}

/// What has happened to one transaction so far, and whether it may be run again.
struct PostgresTrial {
    static let most = 12

    private var conflicts = 0
    private var renewals = 0
    private var breaks = 0

    /// After three conflicts a write runs alone, so that it cannot lose for ever to writes of this program.
    var isLosing: Bool { conflicts >= 3 }

    /// Nil when it has been tried often enough, or would fail in the same way again.
    mutating func retry(after failure: PostgresFailure) -> PostgresRetry? {
        if failure.isConflict, conflicts < PostgresTrial.most {
            conflicts += 1
            return .conflict
        }
        if failure.isOutdated, renewals < 1 {
            renewals += 1
            return .outdated
        }
        if failure.isBreak, breaks < 1 {
            breaks += 1
            return .breakOff
        }
        return nil
    }

    /// Seconds before the next run, longer each time, with chance in it so that two do not meet again.
    var pause: Double { Double.random(in: 0.5...1.5) * 0.002 * Double(1 << min(conflicts, 7)) }
}
