package import Basics

/// Passwords of accounts: which may be chosen, how they are kept, and the one way to check them.
package struct Passwords: Sendable {
    private let queue: PasswordQueue
    private let throttling: [UInt8]
    private let ownNames: [String]

    /// `ownNames` are the newsroom's: among the first that anyone would guess.
    package init(_ keys: SecretKeys, ownNames: [String]) {
        queue = PasswordQueue(keys)
        throttling = keys.key(.throttling)
        self.ownNames = ownNames
    }

    /// By this failures are counted: whoever has only the database cannot read an address out of it.
    func subject(_ key: String) -> Digest { Digest(trusted: KeyedDigest.of(key, key: throttling)) }

    /// By this those that come from browsers of the owner's are counted, apart from strangers'.
    func knownSubject(of subject: Digest) -> Digest { Digest(trusted: KeyedDigest.of("known \(subject.hex)", key: throttling)) }

    /// Refuses with `invalid`, and the reason, a password that would be guessed.
    /// It is held to the length of one that opens the account alone also where a second step is asked: that can be taken away later.
    func admit(_ written: String, name: String, email: EmailAddress) throws -> PreparedPassword {
        try PasswordRules(own: ownNames + [name, email.text]).admit(written, hasFactor: false)
    }

    func admit(_ written: String, for reader: Reader) throws -> PreparedPassword { try admit(written, name: reader.name, email: reader.email) }

    func hash(_ password: PreparedPassword) async throws -> String { try await queue.hash(password).text }

    /// Whether it is the password; the same work is done where there is none. With it the hash to keep from now on, when the old one is too cheap.
    func verify(_ written: String, _ kept: String?, goesFirst: Bool) async throws -> (isRight: Bool, rehashed: String?) {
        switch try await queue.check(written, against: kept.flatMap { PasswordHash(phc: $0) }, goesFirst: goesFirst) {
        case .wrong: (false, nil)
        case .right(let rehashed): (true, rehashed?.text)
        }
    }
}
