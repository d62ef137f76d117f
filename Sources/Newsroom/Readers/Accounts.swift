package import Basics
package import Storage

/// What can be done about accounts that takes more than the database: passwords are hashed, tries are bounded, letters are posted.
package struct Accounts: Sendable {
    package let database: Database
    let passwords: Passwords
    let throttle: Throttle
    let letters: AccountLetters
    let keys: SecretKeys
    /// Seals what must not lie open in the database: seeds of one-time codes, letters that wait.
    package let box: SealedBox
    /// Nil where browsers have no passkeys: at an origin without TLS that is not `localhost`.
    package let party: PasskeyParty?
    /// What other rooms do once an address was shown to be its reader's, in the same transaction.
    let confirmed: @Sendable (Transaction, ID<Reader>) throws -> Void
    /// And what they do once someone has finished signing up.
    let signedUp: @Sendable (Transaction, Reader) throws -> Void

    /// `ownNames` are the newsroom's, which make poor passwords.
    package init(
        _ database: Database, keys: SecretKeys, ownNames: [String], throttle: Throttle = Throttle(), letters: AccountLetters, party: PasskeyParty?,
        confirmed: @escaping @Sendable (Transaction, ID<Reader>) throws -> Void,
        signedUp: @escaping @Sendable (Transaction, Reader) throws -> Void = { _, _ in }
    ) {
        self.database = database
        passwords = Passwords(keys, ownNames: ownNames)
        self.throttle = throttle
        self.letters = letters
        self.keys = keys
        box = SealedBox(keys)
        self.party = party
        self.confirmed = confirmed
        self.signedUp = signedUp
    }

    /// Refuses with `tooMany` when the visitor's network, or everyone together, asks too often.
    func admit(_ name: String, _ visitor: Visitor, each: Throttle.Rule, all: Throttle.Rule) throws {
        let now = database.now
        guard throttle.admits(name, visitor.network, each, at: now), throttle.admits(name + " all", "", all, at: now) else {
            throw Self.tooMany
        }
    }

    /// Votes of guests are taken from a network at most so often.
    package func admitGuest(_ visitor: Visitor) throws {
        try admit("guest", visitor, each: .init(burst: 30, seconds: 60), all: .init(burst: 2_000, seconds: 0.01))
    }

    /// A reader's record is gathered out of every room: as often as she needs it, and not as fast as a script can ask.
    package func admitExport(_ reader: ID<Reader>) throws {
        guard throttle.admits("export", "\(reader)", .init(burst: 10, seconds: 60), at: database.now) else { throw Self.tooMany }
    }

    /// A program asks as often as a newsroom needs, in bursts, and not as fast as it can.
    package func admitProgram(_ token: String) throws {
        guard throttle.admits("program", Digest(of: token).hex, .init(burst: 300, seconds: 0.1), at: database.now) else { throw Self.tooMany }
    }

    static let tooMany = Refusal(
        .tooMany, ar: "محاولات كثيرة في وقت قصير. انتظر دقائق ثم حاول من جديد.",
        en: "Too many tries in a short time. Wait some minutes and try again.")
}

extension Accounts {
    /// Writes down that someone wants to sign up, or forgot the password. The answer is one for every address. A browser in which anybody's account was
    /// opened before pays for itself: strangers from many networks, who use up what there is for all, keep no owner from a new password.
    package func ask(_ request: AccountRequest, known device: Token?, from visitor: Visitor) async throws {
        let each = Throttle.Rule(burst: 10, seconds: 60)
        if let device, try await database.read({ try KnownDevices.exists($0, device) }) {
            guard throttle.admits("ask, known", device.digest.hex, each, at: database.now) else { throw Self.tooMany }
        } else {
            try admit("ask", visitor, each: each, all: .init(burst: 200, seconds: 0.5))
        }
        try await database.write { try request.ask($0) }
    }

    /// Does what was asked for since the last time. Called each second.
    package func fulfil() async throws {
        guard try await database.read({ try AccountRequest.isWaiting($0) }) else { return }
        try await database.write { tx in
            for request in try AccountRequest.take(tx) { try fulfil(tx, request) }
        }
    }

    private func fulfil(_ tx: Transaction, _ request: AccountRequest) throws {
        let reader = try Readers.find(tx, request.email)
        switch (request.kind, reader) {
        case (.signUp, nil):
            let id = try Readers.add(tx, request.email, name: request.name, request.language)
            try send(tx, .setUp, to: id, request.email, request)
        case (.signUp, let reader?) where reader.confirmedAt == nil:
            try send(tx, .setUp, to: reader.id, reader.email, request)
        case (.signUp, let reader?):
            guard throttle.admits("known", reader.email.key, .init(burst: 1, seconds: 720), at: tx.now) else { return }
            try letters.alreadyHere(tx, reader, device: request.device, errand: request.errand)
        case (.forgot, let reader?):
            try send(tx, reader.confirmedAt == nil ? .setUp : .reset, to: reader.id, reader.email, request)
        case (.forgot, nil): break
        }
    }

    /// To the address that is stored, in the language the account has, or was asked for in before it has one.
    private func send(_ tx: Transaction, _ purpose: AccountLink.Purpose, to id: ID<Reader>, _ email: EmailAddress, _ request: AccountRequest) throws {
        guard let reader = try Readers.find(tx, id), let token = try AccountLinks.issue(tx, purpose, for: id, to: email) else { return }
        switch purpose {
        case .setUp: try letters.setUp(tx, reader, token, device: request.device, errand: request.errand)
        case .reset: try letters.reset(tx, reader, token, device: request.device)
        case .changeFrom, .changeTo: break
        }
    }
}

extension Accounts {
    /// Forgets what nobody needs any more. Called each hour.
    package func sweep() async throws {
        try await database.write { tx in
            try Sessions.sweep(tx)
            try AccountLinks.sweep(tx)
            try Readers.sweep(tx)
            try LogInFailures.sweep(tx)
            try PasskeyChallenges.sweep(tx)
            try APITokens.sweep(tx)
        }
    }
}
