package import Basics
import Storage

/// Who works in the newsroom: added by the operator, or on the one page for the first of them.
extension Accounts {
    /// Adds an account that waits for its holder to choose a password. Returns the address by which that is done, for one day.
    ///
    /// Refuses with `conflict` when the address has an account: its role can be changed.
    package func add(_ email: EmailAddress, name: ReaderName?, _ language: Language, role: Reader.Role) async throws -> String {
        try await database.write { tx in
            try Readers.dropUnconfirmed(tx, email)
            guard try Readers.find(tx, email) == nil else {
                throw Refusal(
                    .conflict, ar: "لهذا العنوان حساب. غيّر دوره بالأمر matbaa user role.",
                    en: "\(email) has an account already. Change what it may do with `matbaa user role`.")
            }
            let id = try Readers.add(tx, email, name: name, language, role: role)
            return try setUpAddress(tx, id, email, language)
        }
    }

    /// Gives an account another role; all its sessions end. Refuses with `conflict` to leave the newsroom without an administrator.
    package func setRole(_ role: Reader.Role, of email: EmailAddress) async throws {
        try await database.write { tx in
            let reader = try find(tx, email)
            if role != .administrator, try Readers.isLastAdministrator(tx, reader) { throw Self.lastAdministrator(email) }
            try Audit.append(tx, "staff.role", by: nil, on: "reader:\(reader.id)", was: reader.role.rawValue, became: role.rawValue)
            try Readers.setRole(tx, reader.id, role)
            try Sessions.endAll(tx, of: reader.id)
        }
    }

    /// The same on the desk, by somebody whose duty it is. Nobody gives herself another role.
    package func setRole(_ role: Reader.Role, of id: ID<Reader>, by session: ID<Session>) async throws {
        try await database.write { tx in
            let actor = try Desk.actor(tx, session, .manage)
            guard let reader = try Readers.find(tx, id), reader.role.isStaff || role == reader.role else {
                throw Refusal(.notFound, ar: "لا يوجد هذا الحساب بين العاملين.", en: "There is no such account among the staff.")
            }
            guard reader.id != actor.id else {
                throw Refusal(.conflict, ar: "لا يغيّر أحد دوره بنفسه.", en: "Nobody changes her own role.")
            }
            guard role != reader.role else { return }
            if try Readers.isLastAdministrator(tx, reader) { throw Self.lastAdministrator(reader.email) }
            try Readers.setRole(tx, id, role)
            try Sessions.endAll(tx, of: id)
            try Audit.append(tx, "staff.role", by: actor.id, on: "reader:\(id)", was: reader.role.rawValue, became: role.rawValue)
        }
    }

    private static func lastAdministrator(_ email: EmailAddress) -> Refusal {
        Refusal(.conflict, ar: "هذا آخر مدير. عيّن مديرًا آخر أولًا.", en: "\(email) is the last administrator. Make another one first.")
    }

    /// Opens an account anew for an owner who has lost what it was opened with: sessions end, second factors go, and a new password is chosen at the
    /// address that is returned. Only the operator can do this, who has made sure who asks.
    package func renew(_ email: EmailAddress) async throws -> String {
        try await database.write { tx in
            let reader = try find(tx, email)
            try OneTimeCodes.remove(tx, reader.id)
            try Passkeys.removeAll(tx, of: reader.id)
            try RecoveryCodes.remove(tx, reader.id)
            try ended(tx, reader, except: nil)
            return try setUpAddress(tx, reader.id, reader.email, reader.language)
        }
    }

    /// Makes the first administrator, who is logged in by it. Refuses with `conflict` when there is one.
    package func setUpFirst(
        _ email: EmailAddress, name: ReaderName?, _ language: Language, password: String, from visitor: Visitor
    ) async throws -> Opened {
        let hashed = try await passwords.hash(try passwords.admit(password, name: name?.text ?? "", email: email))
        return try await database.write { tx in
            guard try !Readers.hasAdministrator(tx) else { throw Self.alreadySetUp }
            try Readers.dropUnconfirmed(tx, email)
            let id = try Readers.find(tx, email)?.id ?? Readers.add(tx, email, name: name, language)
            try Readers.setRole(tx, id, .administrator)
            try Readers.setPassword(tx, id, hashed)
            try Readers.confirm(tx, id)
            guard let reader = try Readers.find(tx, id) else { throw Self.alreadySetUp }
            try ended(tx, reader, except: nil)
            return try open(tx, reader, stays: false, nil, visitor)
        }
    }

    /// The newsroom's languages, its first one first.
    package var languages: [Language] { letters.face.languages }

    /// Those who work in the newsroom, each with what she can show besides the password.
    package func staff() async throws -> [(reader: Reader, factors: Factors)] {
        try await database.read { tx in try Readers.staff(tx).map { ($0, try Factors.of(tx, $0.id)) } }
    }

    /// Whether the newsroom still waits for its first administrator.
    package func awaitFirst() async throws -> Bool { try await database.read { try !Readers.hasAdministrator($0) } }

    private static let alreadySetUp = Refusal(
        .conflict, ar: "لغرفة الأخبار مدير من قبل. سجّل الدخول.", en: "The newsroom has an administrator already. Log in.")

    private func setUpAddress(_ tx: Transaction, _ id: ID<Reader>, _ email: EmailAddress, _ language: Language) throws -> String {
        guard let token = try AccountLinks.issue(tx, .setUp, for: id, to: email) else { throw Self.tooMany }
        return letters.address(of: token, language)
    }

    private func find(_ tx: Transaction, _ email: EmailAddress) throws -> Reader {
        guard let reader = try Readers.find(tx, email) else {
            throw Refusal(.notFound, ar: "لا حساب لهذا العنوان.", en: "\(email) has no account.")
        }
        return reader
    }
}
