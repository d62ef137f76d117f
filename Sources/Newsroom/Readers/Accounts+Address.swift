package import Basics
import Storage

/// Moving an account to another address: both mailboxes have to agree, each by a link of its own.
extension Accounts {
    package enum Move: Sendable {
        /// One mailbox has agreed; the other has not yet.
        case awaitsOther
        case done
    }

    /// Writes to both mailboxes. The answer is the same whether the new address has an account or not: only its owner is told.
    ///
    /// Refuses with `invalid` the reader's own address, with `tooMany` more than one a minute or five an hour.
    package func askToMove(_ reader: Reader, to email: EmailAddress, from visitor: Visitor) async throws {
        guard email != reader.email else {
            throw Refusal(.invalid, ar: "هذا عنوانك الحالي.", en: "This is your address already.", field: "email")
        }
        try admit("move", visitor, each: .init(burst: 10, seconds: 60), all: .init(burst: 200, seconds: 0.5))
        try await database.write { tx in
            guard let fromOld = try AccountLinks.issue(tx, .changeFrom, for: reader.id, to: email),
                let fromNew = try AccountLinks.issue(tx, .changeTo, for: reader.id, to: email)
            else { throw Self.tooMany }
            try letters.moveFrom(tx, reader, to: email, fromOld, device: visitor.device)
            if let other = try Readers.find(tx, email), other.confirmedAt != nil {
                try letters.addressTaken(tx, other)
            } else {
                try letters.moveTo(tx, reader, email, fromNew, device: visitor.device)
            }
        }
    }

    /// Uses a mailbox's link. With the second the account moves: all sessions but `kept` end, no link from before works, both mailboxes are told.
    ///
    /// Throws `AccountLink.Fault`; refuses with `conflict` when the address has got an account meanwhile.
    package func agreeToMove(_ token: Token, keeping kept: Session?, from visitor: Visitor) async throws -> Move {
        try await database.write { tx in
            let looked = try AccountLinks.look(tx, token)
            guard looked.purpose == .changeFrom || looked.purpose == .changeTo else { throw AccountLink.Fault.invalid }
            let link = try AccountLinks.use(tx, token, for: looked.purpose)
            guard try AccountLinks.isAgreed(tx, link) else { return .awaitsOther }
            guard let reader = try Readers.find(tx, link.readerID) else { throw AccountLink.Fault.invalid }
            try Readers.dropUnconfirmed(tx, link.email)
            guard try Readers.find(tx, link.email) == nil else {
                throw Refusal(.conflict, ar: "صار لهذا العنوان حساب آخر.", en: "This address has an account of its own by now.")
            }
            try Readers.move(tx, reader.id, to: link.email)
            try ended(tx, reader, except: kept?.readerID == reader.id ? kept?.id : nil)
            try confirmed(tx, reader.id)
            for address in [reader.email, link.email] { try letters.moved(tx, reader, to: address, device: visitor.device) }
            return .done
        }
    }
}

extension AccountLetters {
    func moveFrom(_ tx: Transaction, _ reader: Reader, to email: EmailAddress, _ token: Token, device: String) throws {
        let words = Phrase(ar: "هل تنقل حسابك إلى عنوان آخر؟", en: "Do you move your account to another address?")
        try post(
            tx, reader, "move-from", subject: words,
            [
                Phrase(
                    ar: "طُلب نقل حسابك إلى \(email.text)\(from(device).ar). لا ينتقل إلا إذا وافق العنوانان كلاهما.",
                    en: "It was asked that your account move to \(email.text)\(from(device).en). It moves only when both mailboxes agree."),
                Phrase(ar: "الرابط صالح يومًا واحدًا.", en: "The link works for one day."),
            ], link: (Phrase(ar: "أوافق على النقل", en: "Agree to the move"), token),
            ends: tx.now.adding(seconds: AccountLink.Purpose.changeFrom.lifetime))
    }

    func moveTo(_ tx: Transaction, _ reader: Reader, _ email: EmailAddress, _ token: Token, device: String) throws {
        try post(
            tx, reader, "move-to", to: email, subject: Phrase(ar: "أكّد عنوانك الجديد", en: "Confirm your new address"),
            [
                Phrase(
                    ar: "طُلب نقل حساب إلى هذا العنوان\(from(device).ar). لا ينتقل إلا إذا وافق العنوانان كلاهما.",
                    en: "It was asked that an account move to this address\(from(device).en). It moves only when both mailboxes agree."),
                Phrase(ar: "الرابط صالح يومًا واحدًا.", en: "The link works for one day."),
            ], link: (Phrase(ar: "هذا عنواني", en: "This is my address"), token),
            ends: tx.now.adding(seconds: AccountLink.Purpose.changeTo.lifetime))
    }

    func addressTaken(_ tx: Transaction, _ reader: Reader) throws {
        try post(
            tx, reader, "address-taken", subject: Phrase(ar: "لك حساب من قبل", en: "You already have an account"),
            [
                Phrase(
                    ar: "أراد صاحب حساب آخر أن ينقله إلى عنوانك هذا، ولك حساب به من قبل، فلم يتغير شيء.",
                    en: "The holder of another account wanted to move it to your address. It has an account already, so nothing was changed.")
            ], page: (Phrase(ar: "سجّل الدخول", en: "Log in"), page(.logIn, reader)))
    }

    func moved(_ tx: Transaction, _ reader: Reader, to address: EmailAddress, device: String) throws {
        try post(
            tx, reader, "moved", to: address, subject: Phrase(ar: "انتقل حسابك إلى عنوان آخر", en: "Your account has moved to another address"),
            [
                Phrase(
                    ar: "وافق العنوانان، فانتقل حسابك إلى العنوان الجديد في \(time(reader, tx.now)). سجّل الدخول به من الآن.",
                    en: "Both mailboxes agreed, and your account moved to the new address at \(time(reader, tx.now)). Log in with that from now on."),
                Phrase(
                    ar: "إن لم تفعل ذلك أنت فاكتب إلى غرفة الأخبار.", en: "If it was not you, write to the newsroom."),
            ])
    }
}
