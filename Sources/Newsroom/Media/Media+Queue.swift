import Basics
import Storage

extension Media {
    /// How long a worker may be busy with an item before another may take it for dead.
    static let leaseSeconds: Int64 = 900
    /// Doubling from a minute to a day, these attempts spread over about three days.
    static let mostAttempts = 13

    /// When to try again after the given number of attempts: a minute, doubled each time, a day at most.
    static func delay(afterAttempt attempt: Int) -> Int64 {
        min(86_400, 60 << Int64(min(max(attempt, 1) - 1, 11)))
    }

    /// Takes the next item for this worker, or nil when none is due. The attempt is counted before it is made, so that a file that brings
    /// workers down cannot do so for ever.
    static func claim(_ tx: Transaction, developing: Bool) throws -> MediaItem? {
        while let id = try due(tx, developing: developing) {
            let attempts: Int = try tx.one("SELECT attempts FROM media WHERE id = \(id)") { try $0["attempts"] }
            if attempts >= mostAttempts {
                _ = try fail(tx, id, .passing(ar: "تعذّرت معالجة هذا الملف مرارًا.", en: "This file could not be worked on, time and again."))
                continue
            }
            try tx.run("UPDATE media SET attempts = attempts + 1, next_attempt_at = \(tx.now.adding(seconds: leaseSeconds)) WHERE id = \(id)")
            return try item(tx, id)
        }
        return nil
    }

    /// What is here comes before what must be fetched, what is new before what has failed. Each statement reads one row off the index.
    private static func due(_ tx: Transaction, developing: Bool) throws -> ID<MediaItem>? {
        let stored: SQL = developing ? "state = 'stored'" : "state = 'stored' AND kind <> 'picture'"
        let awaited: SQL = "state = 'awaited' AND source_url IS NOT NULL"
        for waiting in [stored, awaited] {
            for isDue in ["next_attempt_at IS NULL ORDER BY id", "next_attempt_at <= \(tx.now) ORDER BY next_attempt_at"] as [SQL] {
                let id: ID<MediaItem>? = try tx.first("SELECT id FROM media WHERE \(waiting) AND \(isDue) LIMIT 1") { try $0["id"] }
                if let id { return id }
            }
        }
        return nil
    }

    /// Gives a claimed item back, as if it had not been tried.
    static func release(_ tx: Transaction, _ id: ID<MediaItem>) throws {
        try tx.run("UPDATE media SET attempts = 0, next_attempt_at = NULL WHERE id = \(id)")
    }

    /// How many items are waiting for a worker, due or not.
    static func waiting(_ tx: Transaction) throws -> Int {
        try tx.one("SELECT count(*) AS items FROM media WHERE state = 'stored' OR (state = 'awaited' AND source_url IS NOT NULL)") { try $0["items"] }
    }

    /// Records a failure, and with a passing one when to try again. Returns the original to remove, when the failure is for good and no other
    /// record has the same content.
    static func fail(_ tx: Transaction, _ id: ID<MediaItem>, _ failure: MediaFailure) throws -> MediaAddress? {
        let item = try item(tx, id)
        let attempts: Int = try tx.one("SELECT attempts FROM media WHERE id = \(id)") { try $0["attempts"] }
        guard failure.permanent || attempts >= mostAttempts else {
            let next = tx.now.adding(seconds: delay(afterAttempt: attempts))
            try tx.run(
                "UPDATE media SET next_attempt_at = \(next), failure_ar = \(failure.words.ar), failure_en = \(failure.words.en) WHERE id = \(id)")
            return nil
        }
        try tx.run(
            """
            UPDATE media SET state = 'failed', next_attempt_at = NULL, failure_ar = \(failure.words.ar), failure_en = \(failure.words.en),
                digest = \((failure.permanent ? nil : item.digest) as Digest?) WHERE id = \(id)
            """)
        guard failure.permanent, let digest = item.digest, let type = item.type else { return nil }
        return try isHeld(tx, digest) ? nil : MediaAddress(digest: digest, type: type)
    }
}
