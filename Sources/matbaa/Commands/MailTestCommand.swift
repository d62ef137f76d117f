import ArgumentParser
import Basics
import Newsroom

struct MailTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send one letter at once, and say what became of it.",
        discussion: "Exit status: 0 when the server took it or it lies in its folder, 1 when not, with the server's words, 2 for wrong use.")

    @Argument(help: "Whom it is for, as in you@example.org.")
    var address: String

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard EmailAddress(address) != nil else { throw ValidationError("“\(address)” is no address that mail can be sent to.") }
    }

    mutating func run() async throws {
        guard let recipient = EmailAddress(address) else { return }
        let settings = try data.settings()
        let face = try Face.read(from: settings.folder)
        let postman = try Compose(settings: settings).postman(face)
        do {
            let words = try await postman.send(Self.letter(to: recipient, face, settings), at: .now)
            switch postman.route {
            case .server: print("Sent by \(postman.route), from \(postman.address). The server said: \(words)")
            case .folder: print("No mail-smtp is set: the letter lies in \(words)")
            }
        } catch let failure as MailFailure {
            throw Refusal(
                .unavailable, ar: "لم تُرسل الرسالة عبر \(postman.route): \(failure.words)",
                en: "The letter was not sent by \(postman.route): \(failure.words)")
        }
    }

    private static func letter(to recipient: EmailAddress, _ face: Face, _ settings: Settings) -> Letter {
        let language = face.languages.first ?? .en
        let newsroom = face.name(in: language)
        let subject = Phrase(ar: "رسالة تجريبية من \(newsroom)", en: "A test letter from \(newsroom)")
        let greeting = Phrase(ar: "مرحبًا،", en: "Hello,")
        let paragraph = Phrase(
            ar: "وصلتك هذه الرسالة، فبريد \(newsroom) على \(settings.origin) يعمل.",
            en: "This letter reached you: the mail of \(newsroom) at \(settings.origin) works.")
        let smallPrint = Phrase(ar: "أرسلها من يدير الموقع ليجرّب البريد.", en: "It was sent by whoever runs the site, to try the mail.")
        let body = LetterBody(
            language, newsroom: newsroom, greeting: greeting[language], paragraphs: [paragraph[language]], smallPrint: [smallPrint[language]])
        return Letter(to: recipient, kind: "test", subject: subject[language], body: body)
    }
}
