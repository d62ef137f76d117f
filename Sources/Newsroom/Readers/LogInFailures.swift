import Basics
import Storage

/// How often in a row a wrong password was given for an address, whether it has an account or not. At a hundred (NIST SP 800-63B-4, 3.2.2) it is
/// asked for no more from strange browsers; a browser the account was used in before, and a link by mail, still open it.
enum LogInFailures {
    static let most = 100

    /// Counts one ahead of the look at the password, so that guesses in parallel are not free. False when there were too many.
    static func reserve(_ tx: Transaction, _ subject: Digest) throws -> Bool {
        try tx.run(
            """
            INSERT INTO log_in_failures (subject, failures, last_at) VALUES (\(subject), 1, \(tx.now))
            ON CONFLICT (subject) DO UPDATE SET failures = log_in_failures.failures + 1, last_at = excluded.last_at
            WHERE log_in_failures.failures < \(most)
            """) == 1
    }

    static func forgive(_ tx: Transaction, _ subject: Digest) throws {
        try tx.run("DELETE FROM log_in_failures WHERE subject = \(subject)")
    }

    /// Forgets what has rested for a month.
    static func sweep(_ tx: Transaction) throws {
        try tx.run("DELETE FROM log_in_failures WHERE last_at < \(tx.now.adding(seconds: -30 * 86_400))")
    }
}
