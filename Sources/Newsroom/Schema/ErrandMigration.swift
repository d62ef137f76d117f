import Storage

extension Migration {
    /// What someone wanted to do who had to ask for an account first, for the seconds that the wish waits for its letter.
    static let errands = Migration("0016 errands") { _ in
        ["ALTER TABLE account_requests ADD COLUMN errand \(.text) NOT NULL DEFAULT ''"]
    }
}
