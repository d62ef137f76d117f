package import Basics
package import Storage

/// What can be done about accounts that takes more than the database: passwords are hashed, tries are bounded, letters are posted.
package struct Accounts: Sendable {
    package let database: Database
    let passwords: Passwords
    let throttle: Throttle
    let letters: AccountLetters
    let keys: SecretKeys
    /// Seals the seeds of one-time codes.
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

    static let tooMany = Refusal(
        .tooMany, ar: "محاولات كثيرة في وقت قصير. انتظر دقائق ثم حاول من جديد.",
        en: "Too many tries in a short time. Wait some minutes and try again.")
}

extension Accounts {
    /// Writes down that someone wants to sign up, or forgot the password. The answer is one for every address.
    package func ask(_ request: AccountRequest, from visitor: Visitor) async throws {
        try admit("ask", visitor, each: .init(burst: 10, seconds: 60), all: .init(burst: 200, seconds: 0.5))
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
            try letters.alreadyHere(tx, reader, device: request.device)
        case (.forgot, let reader?):
            try send(tx, reader.confirmedAt == nil ? .setUp : .reset, to: reader.id, reader.email, request)
        case (.forgot, nil): break
        }
    }

    /// To the address that is stored, in the language the account has, or was asked for in before it has one.
    private func send(_ tx: Transaction, _ purpose: AccountLink.Purpose, to id: ID<Reader>, _ email: EmailAddress, _ request: AccountRequest) throws {
        guard let reader = try Readers.find(tx, id), let token = try AccountLinks.issue(tx, purpose, for: id, to: email) else { return }
        switch purpose {
        case .setUp: try letters.setUp(tx, reader, token, device: request.device)
        case .reset: try letters.reset(tx, reader, token, device: request.device)
        case .changeFrom, .changeTo: break
        }
    }
}

extension Accounts {
    /// A reader logged in, or half-way: what the browser is to keep.
    package struct Opened: Sendable {
        package let reader: Reader
        package let session: Session
        package let token: Token
        /// By this the browser is known again; nil until the second step is done.
        package let device: Token?
    }

    /// Logs in, or half-way in when a second step is to come: then the session awaits a factor. One refusal for every wrong guess, whether there is such
    /// an account or not; `tooMany` when there were too many.
    package func logIn(email written: String, password: String, stays: Bool, known device: Token?, from visitor: Visitor) async throws -> Opened {
        let email = EmailAddress(written)
        let subject = passwords.subject(email?.key ?? written.lowercased())
        let found = try await database.read { tx -> (reader: Reader, password: String?, isKnown: Bool)? in
            guard let email, let reader = try Readers.find(tx, email) else { return nil }
            let isKnown = try device.map { try KnownDevices.isKnown(tx, $0, to: reader.id) } ?? false
            return (reader, try Readers.password(tx, reader.id), isKnown)
        }
        let isKnown = found?.isKnown == true
        try await reserve(subject, isKnown: isKnown, from: visitor)
        let check = try await passwords.verify(password, found?.password, goesFirst: isKnown)
        guard check.isRight, let reader = found?.reader else { throw Self.wrong }
        return try await database.write { tx in
            // It may have been changed while this waited in line, and what was opened with the old one has ended.
            guard try Readers.password(tx, reader.id) == found?.password else { throw Self.wrong }
            if let rehashed = check.rehashed { try Readers.setPassword(tx, reader.id, rehashed) }
            for counted in [subject, passwords.knownSubject(of: subject)] { try LogInFailures.forgive(tx, counted) }
            guard try Factors.areAsked(tx, of: reader) else { return try open(tx, reader, stays: stays, device, visitor) }
            let (token, session) = try Sessions.open(tx, reader, device: visitor.device, stays: stays, awaitsFactor: true)
            return Opened(reader: reader, session: session, token: token, device: nil)
        }
    }

    private static let wrong = Refusal(
        .unauthenticated, ar: "العنوان أو كلمة السر غير صحيحين.", en: "The address or the password is not right.", field: "password")

    /// A guess is paid for before it is looked at: by its network, by the account, and last out of what there is for everyone, so that guesses which
    /// are refused take nothing from others. A browser that the owner has used pays for itself, whatever strangers and neighbours do.
    private func reserve(_ subject: Digest, isKnown: Bool, from visitor: Visitor) async throws {
        if isKnown {
            try admitGuess(subject, isKnown: true)
            guard try await database.write({ try LogInFailures.reserve($0, passwords.knownSubject(of: subject)) }) else { throw Self.tooMany }
            return
        }
        let now = database.now
        guard throttle.admits("log-in", visitor.network, .init(burst: 30, seconds: 10), at: now) else { throw Self.tooMany }
        try admitGuess(subject, isKnown: false)
        guard throttle.admits("log-in all", "", .init(burst: 400, seconds: 0.02), at: now) else { throw Self.tooMany }
        guard try await database.write({ try LogInFailures.reserve($0, subject) }) else { throw Self.tooMany }
    }

    /// A try at what only the owner knows, by someone who has come far enough to be asked: few at once, and a hundred in a row at most.
    func reserveTry(at what: String, of reader: ID<Reader>) async throws {
        guard throttle.admits(what, "\(reader)", .init(burst: 5, seconds: 30), at: database.now) else { throw Self.tooMany }
        let subject = passwords.subject("\(what) \(reader)")
        guard try await database.write({ try LogInFailures.reserve($0, subject) }) else { throw Self.tooMany }
    }

    /// What wrong tries at a reader's account are counted under.
    func guesses(of reader: Reader) -> [Digest] {
        let subject = passwords.subject(reader.email.key)
        return [subject, passwords.knownSubject(of: subject)] + [Self.proof, Self.step, Self.firstCode].map { passwords.subject("\($0) \(reader.id)") }
    }

    func forgiveTries(_ tx: Transaction, at whats: [String], of reader: ID<Reader>) throws {
        for what in whats { try LogInFailures.forgive(tx, passwords.subject("\(what) \(reader)")) }
    }

    private func admitGuess(_ subject: Digest, isKnown: Bool) throws {
        let name = isKnown ? "account, known" : "account"
        guard throttle.admits(name, subject.hex, .init(burst: 10, seconds: 30), at: database.now) else { throw Self.tooMany }
    }

    func open(_ tx: Transaction, _ reader: Reader, stays: Bool, _ device: Token?, _ visitor: Visitor) throws -> Opened {
        let (token, session) = try Sessions.open(tx, reader, device: visitor.device, stays: stays)
        let device = try KnownDevices.remember(tx, device, of: reader.id)
        return Opened(reader: reader, session: session, token: token, device: device)
    }

    /// Finishes signing up: the address is shown to be the reader's, and this browser is logged in. Throws `AccountLink.Fault`, or refuses the password.
    package func setUp(_ token: Token, password: String, from visitor: Visitor) async throws -> Opened {
        let hashed = try await newPassword(password, by: token, .setUp)
        return try await database.write { tx in
            let link = try AccountLinks.use(tx, token, for: .setUp)
            try Readers.setPassword(tx, link.readerID, hashed)
            try Readers.confirm(tx, link.readerID)
            try confirmed(tx, link.readerID)
            guard let reader = try Readers.find(tx, link.readerID) else { throw AccountLink.Fault.invalid }
            try signedUp(tx, reader)
            return try open(tx, reader, stays: false, nil, visitor)
        }
    }

    /// Sets a forgotten password anew. All sessions end, no link sent before works, the owner is told; nobody is logged in by it.
    package func reset(_ token: Token, password: String, from visitor: Visitor) async throws {
        let hashed = try await newPassword(password, by: token, .reset)
        try await database.write { tx in
            let link = try AccountLinks.use(tx, token, for: .reset)
            guard let reader = try Readers.find(tx, link.readerID) else { throw AccountLink.Fault.invalid }
            try Readers.setPassword(tx, reader.id, hashed)
            for subject in guesses(of: reader).prefix(2) { try LogInFailures.forgive(tx, subject) }
            try ended(tx, reader, except: nil)
            try letters.passwordChanged(tx, reader, device: visitor.device)
        }
    }

    /// Changes the password of someone logged in, who knows the old one. All other sessions end, and the owner is told.
    package func changePassword(_ reader: Reader, in session: Session, old: String, new: String, from visitor: Visitor) async throws {
        let kept = try await requirePassword(old, of: reader, field: "old")
        let hashed = try await passwords.hash(try passwords.admit(new, for: reader))
        try await database.write { tx in
            // Of two changes at once the first stands, and has ended the session of the other.
            guard try Readers.password(tx, reader.id) == kept, try Sessions.isOpen(tx, session.id) else { throw Self.wrongPassword("old") }
            try Readers.setPassword(tx, reader.id, hashed)
            try forgiveTries(tx, at: [Self.proof], of: reader.id)
            try ended(tx, reader, except: session.id)
            try letters.passwordChanged(tx, reader, device: visitor.device)
        }
    }

    /// What is tried at: the password or code that shows once more who it is, the second step of a log-in, and an app's first code.
    static let proof = "proof"
    static let step = "second step"
    static let firstCode = "first code"

    /// Refuses with `invalid` at the field when it is not the password of someone who is logged in.
    /// Returns it as it is kept.
    @discardableResult
    func requirePassword(_ written: String, of reader: Reader, field: String) async throws -> String? {
        try await reserveTry(at: Self.proof, of: reader.id)
        let kept = try await database.read { try Readers.password($0, reader.id) }
        guard try await passwords.verify(written, kept, goesFirst: true).isRight else { throw Self.wrongPassword(field) }
        return kept
    }

    private static func wrongPassword(_ field: String) -> Refusal {
        Refusal(.invalid, ar: "كلمة السر الحالية غير صحيحة.", en: "The present password is not right.", field: field)
    }

    func ended(_ tx: Transaction, _ reader: Reader, except kept: ID<Session>?) throws {
        try Sessions.endAll(tx, of: reader.id, except: kept)
        try AccountLinks.replace(tx, .setUp, .reset, .changeFrom, .changeTo, of: reader.id)
        try KnownDevices.forget(tx, of: reader.id)
    }

    /// Hashes what a link is about to set, once the link is good and the password keeps the rules.
    private func newPassword(_ password: String, by token: Token, _ purpose: AccountLink.Purpose) async throws -> String {
        let reader = try await database.read { tx in
            let link = try AccountLinks.look(tx, token)
            guard link.purpose == purpose, let reader = try Readers.find(tx, link.readerID) else { throw AccountLink.Fault.invalid }
            return reader
        }
        return try await passwords.hash(try passwords.admit(password, for: reader))
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
        }
    }
}
