package import Basics
import Storage

/// Logging in, and how often it may be tried.
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
            try forgiveGuesses(tx, at: reader)
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
        passwordGuesses(at: reader) + [Self.proof, Self.step, Self.firstCode].map { passwords.subject("\($0) \(reader.id)") }
    }

    /// Of strangers, and of browsers that the owner has used.
    private func passwordGuesses(at reader: Reader) -> [Digest] {
        let subject = passwords.subject(reader.email.key)
        return [subject, passwords.knownSubject(of: subject)]
    }

    func forgiveGuesses(_ tx: Transaction, at reader: Reader) throws {
        for subject in passwordGuesses(at: reader) { try LogInFailures.forgive(tx, subject) }
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
}
