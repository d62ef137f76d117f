package import Basics
import Foundation
import Markup
import Storage

/// The letters about an account, in its reader's language. Their links begin with the configured origin, whatever a request says of itself.
package struct AccountLetters: Sendable {
    let face: Face
    /// As in `https://news.example`.
    let origin: String
    private let box: SealedBox

    package init(face: Face, origin: String, box: SealedBox) {
        self.face = face
        self.origin = origin
        self.box = box
    }

    /// `errand` is the query that its link bears on.
    func setUp(_ tx: Transaction, _ reader: Reader, _ token: Token, device: String, errand: String) throws {
        let words = Phrase(ar: "أكّد عنوانك", en: "Confirm your address")
        try post(
            tx, reader, "set-up", subject: words,
            [
                Phrase(
                    ar: "طُلب حساب لهذا العنوان\(from(device).ar). اضغط الرابط لتأكيده واختيار كلمة السر.",
                    en: "An account was asked for with this address\(from(device).en). Follow the link to confirm it and to choose a password."),
                Phrase(ar: "الرابط صالح يومًا واحدًا.", en: "The link works for one day."),
            ], link: (words, token), errand: errand, ends: tx.now.adding(seconds: AccountLink.Purpose.setUp.lifetime))
    }

    func alreadyHere(_ tx: Transaction, _ reader: Reader, device: String, errand: String) throws {
        let logIn = page(.logIn, reader) + errand
        try post(
            tx, reader, "already-here", subject: Phrase(ar: "لك حساب من قبل", en: "You already have an account"),
            [
                Phrase(
                    ar: "طُلب حساب جديد لهذا العنوان\(from(device).ar)، ولك حساب به من قبل. سجّل الدخول به: \(logIn)",
                    en:
                        "A new account was asked for with this address\(from(device).en), and it has one already. Log in with it: \(logIn)"
                ),
                Phrase(
                    ar: "إن نسيت كلمة السر فاختر غيرها: \(page(.forgot, reader))",
                    en: "If you forgot the password, choose another: \(page(.forgot, reader))"),
            ])
    }

    func reset(_ tx: Transaction, _ reader: Reader, _ token: Token, device: String) throws {
        let words = Phrase(ar: "اختر كلمة سر جديدة", en: "Choose a new password")
        try post(
            tx, reader, "reset", subject: words,
            [
                Phrase(
                    ar: "طُلبت كلمة سر جديدة لحسابك\(from(device).ar). اضغط الرابط لاختيارها.",
                    en: "A new password was asked for your account\(from(device).en). Follow the link to choose it."),
                Phrase(
                    ar: "الرابط صالح حتى \(time(reader, tx.now.adding(seconds: AccountLink.Purpose.reset.lifetime)))، ولمرة واحدة.",
                    en: "The link works until \(time(reader, tx.now.adding(seconds: AccountLink.Purpose.reset.lifetime))), and only once."),
            ], link: (words, token), ends: tx.now.adding(seconds: AccountLink.Purpose.reset.lifetime))
    }

    func passwordChanged(_ tx: Transaction, _ reader: Reader, device: String) throws {
        try post(
            tx, reader, "password-changed", subject: Phrase(ar: "غُيّرت كلمة السر", en: "Your password was changed"),
            [
                Phrase(
                    ar: "غُيّرت كلمة سر حسابك\(from(device).ar) في \(time(reader, tx.now)).",
                    en: "The password of your account was changed\(from(device).en) at \(time(reader, tx.now))."),
                Phrase(
                    ar: "إن لم تفعل ذلك أنت فاختر كلمة سر جديدة الآن.", en: "If it was not you, choose a new password now."),
            ], page: (Phrase(ar: "اختر كلمة سر جديدة", en: "Choose a new password"), page(.forgot, reader)))
    }

    /// `isFarewell` is for what is said to someone who has no account any more.
    func post(
        _ tx: Transaction, _ reader: Reader, _ kind: String, to address: EmailAddress? = nil, subject: Phrase, _ paragraphs: [Phrase],
        link: (words: Phrase, token: Token)? = nil, errand: String = "", page: (words: Phrase, address: String)? = nil, ends: Instant? = nil,
        isFarewell: Bool = false
    ) throws {
        let language = reader.language
        let target = link.map { ($0.words, self.address(of: $0.token, language) + errand) } ?? page
        let button = target.flatMap { words, address in Link(address).map { LetterBody.Button(words[language], $0) } }
        let greeting =
            reader.name.isEmpty ? Phrase(ar: "مرحبًا،", en: "Hello,") : Phrase(ar: "مرحبًا \(reader.name)،", en: "Hello \(reader.name),")
        let notYou = Phrase(
            ar: "إن لم تكن أنت من طلب هذا فلا تفعل شيئًا: لن يتغير شيء.",
            en: "If it was not you who asked, do nothing: nothing will change.")
        let body = LetterBody(
            language, newsroom: face.name(in: language), greeting: greeting[language], paragraphs: paragraphs.map { $0[language] }, button: button,
            smallPrint: link == nil ? [] : [notYou[language]])
        let letter = Letter(to: address ?? reader.email, kind: kind, subject: subject[language], body: body, expiresAt: ends)
        try Mail.post(tx, letter, for: isFarewell ? nil : reader.id, sealed: box)
    }

    /// What is opened by a link's token.
    func address(of token: Token, _ language: Language) -> String { "\(origin)/\(language.rawValue)/link/\(token.text)" }

    func from(_ device: String) -> Phrase {
        device.isEmpty ? Phrase(ar: "", en: "") : Phrase(ar: " من (\(device))", en: " from \(device)")
    }

    func page(_ path: ReaderPath, _ reader: Reader) -> String { origin + SitePath.reader(reader.language, path).text }

    /// Date and clock in the newsroom's time.
    func time(_ reader: Reader, _ instant: Instant) -> String {
        let civil = face.civil(instant)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(civil.year)-\(two(civil.month))-\(two(civil.day)) \(two(civil.hour)):\(two(civil.minute)) (\(face.timeZone.identifier))"
    }
}
