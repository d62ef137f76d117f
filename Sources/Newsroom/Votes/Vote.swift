import Storage

/// What a voter says of a work; no vote is nil.
package enum Vote: Int, Sendable, SQLColumn {
    case up = 1
    case down = -1
}

/// What the votes on a work come to.
package struct Tally: Hashable, Sendable {
    package struct Count: Hashable, Sendable {
        package var up = 0
        package var down = 0

        package init(up: Int = 0, down: Int = 0) {
            self.up = up
            self.down = down
        }
    }

    /// Votes of accounts, erased ones too.
    package var readers = Count()
    /// Votes of browsers without an account: shown apart, since anyone can have any number of browsers.
    package var guests = Count()
    /// Votes of accounts of an old site whose holders have not signed up here.
    package var imported = Count()
    /// Votes that an old site took from anybody, as often as they came.
    package var importedGuests = Count()
    /// Whether an editor has closed the voting.
    package var isClosed = false

    /// Only what somebody with an account has said counts.
    package var up: Int { readers.up + imported.up }
    package var down: Int { readers.down + imported.down }
    package var score: Int { up - down }

    package init() {}
}

/// Where a vote comes from; each kind is counted for itself.
enum VoteOrigin: String, CaseIterable, Sendable, SQLColumn {
    case reader, guest, imported
    case importedGuest = "imported-guest"

    /// Its counter in a tally.
    var count: any WritableKeyPath<Tally, Tally.Count> & Sendable {
        switch self {
        case .reader: \.readers
        case .guest: \.guests
        case .imported: \.imported
        case .importedGuest: \.importedGuests
        }
    }
}
