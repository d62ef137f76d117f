package import Basics
import Storage

/// Erasing an account: asked for by its reader, done a week later unless she stops it.
extension Accounts {
    /// Seconds between the wish and its fulfilment: long enough to see the letter when it was somebody else's.
    package static let coolOff: Int64 = 7 * 86_400

    /// Notes that the account is to be erased, ends all its other sessions, and tells the reader by a letter how to stop it. False, and nothing is changed,
    /// when that was asked before. Refuses with `conflict` the last administrator's.
    @discardableResult
    package func askErasing(_ reader: Reader, in session: Session) async throws -> Bool {
        try await database.write { tx in
            try Self.requireOtherAdministrator(tx, reader)
            let eraseAt = tx.now.adding(seconds: Self.coolOff)
            guard try tx.run("UPDATE readers SET erase_at = \(eraseAt) WHERE id = \(reader.id) AND erase_at IS NULL") == 1 else { return false }
            try Sessions.endAll(tx, of: reader.id, except: session.id)
            try letters.erasingAsked(tx, reader, at: eraseAt)
            return true
        }
    }

    /// Keeps the account after all. False when nothing had been asked for.
    @discardableResult
    package func keep(_ reader: Reader) async throws -> Bool {
        try await database.write { try $0.run("UPDATE readers SET erase_at = NULL WHERE id = \(reader.id) AND erase_at IS NOT NULL") == 1 }
    }

    /// Erases the accounts whose time has come, each in a transaction of its own, and tells each reader in a last letter. Returns their addresses, for
    /// what lies outside of the database.
    package func eraseDue(limit: Int = 50) async throws -> [EmailAddress] {
        let due = try await database.read { tx in
            try tx.all("SELECT \(Reader.columns) FROM readers r WHERE r.erase_at <= \(tx.now) ORDER BY r.erase_at, r.id LIMIT \(limit)", Reader.init)
        }
        var erased: [EmailAddress] = []
        for reader in due where try await erase(reader.id) { erased.append(reader.email) }
        return erased
    }

    /// False when she has stopped it meanwhile, or nobody would be left to look after the site.
    private func erase(_ id: ID<Reader>) async throws -> Bool {
        try await database.write { tx in
            guard let reader = try Readers.find(tx, id), let eraseAt = reader.eraseAt, eraseAt <= tx.now, try !Readers.isLastAdministrator(tx, reader)
            else { return false }
            let person = person(reader, reader.language)
            // From the last to the first: the account's own row is what all the others hang on.
            for set in RecordSet.all.reversed() {
                if case .by(let erase) = set.erasing { try erase(tx, person) }
            }
            try letters.erased(tx, reader)
            return true
        }
    }

    private static func requireOtherAdministrator(_ tx: Transaction, _ reader: Reader) throws {
        guard try Readers.isLastAdministrator(tx, reader) else { return }
        throw Refusal(
            .conflict, ar: "أنت آخر مدير لهذا الموقع: اجعل غيرك مديرًا قبل أن تمحو حسابك.",
            en: "You are the last administrator of this site: make somebody else one before you erase your account.", field: "sure")
    }
}

extension AccountLetters {
    func erasingAsked(_ tx: Transaction, _ reader: Reader, at moment: Instant) throws {
        try post(
            tx, reader, "erasing-asked", subject: Phrase(ar: "سيُمحى حسابك", en: "Your account will be erased"),
            [
                Phrase(
                    ar: "طُلب محو حسابك. سنمحوه في \(time(reader, moment))، ومعه كل ما حفظناه عنك.",
                    en: "It was asked that your account be erased. We will do so at \(time(reader, moment)), with all that we keep about you."),
                Phrase(
                    ar: "إن لم تطلب ذلك أو غيّرت رأيك فسجّل الدخول قبل هذا الموعد واختر «أبقِ حسابي».",
                    en: "If it was not you, or you think better of it, log in before then and choose “Keep my account”."),
            ], page: (Phrase(ar: "أبقِ حسابي", en: "Keep my account"), page(.privacy, reader)))
    }

    func erased(_ tx: Transaction, _ reader: Reader) throws {
        try post(
            tx, reader, "erased", subject: Phrase(ar: "مُحي حسابك", en: "Your account is erased"),
            [
                Phrase(
                    ar: "محونا حسابك وكل ما حفظناه عنك. بقيت أصواتك في العدّ بلا اسم.",
                    en: "We have erased your account and all that we kept about you. Your votes stay in the count, with nobody's name on them."),
                Phrase(
                    ar: "هذه آخر رسالة منا: بعد إرسالها لا يبقى عندنا عنوانك.",
                    en: "This is our last letter: once it is sent we have your address no more."),
            ], isFarewell: true)
    }
}
