package import Basics
import Storage

/// Passwords: the first, a new one in place of a forgotten one, and another in place of one that is known.
extension Accounts {
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
            try forgiveGuesses(tx, at: reader)
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

    /// Refuses with `invalid` at the field when it is not the password of someone who is logged in. Returns it as it is kept.
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
        try APITokens.endAll(tx, of: reader.id)
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
