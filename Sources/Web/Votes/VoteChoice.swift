import Basics
import Newsroom

/// What a voter may say, as forms and requests write it.
enum VoteChoice: String, Sendable {
    case up, down, none

    var vote: Vote? {
        switch self {
        case .up: .up
        case .down: .down
        case .none: nil
        }
    }
}

/// The words of votes.
enum VoteWords {
    static let title = Phrase(ar: "رأيك في هذا الخبر", en: "Your vote on this story")
    static let up = Phrase(ar: "مؤيد", en: "Up")
    static let down = Phrase(ar: "معارض", en: "Down")
    static let takeBack = Phrase(ar: "اسحب صوتك", en: "Take your vote back")
    static let yours = Phrase(ar: "صوتك", en: "Your vote")
    static let noneYet = Phrase(ar: "لم تصوّت بعد.", en: "You have not voted.")
    static let result = Phrase(ar: "النتيجة", en: "Result")
    static let guests = Phrase(ar: "أصوات الزوار، لا تدخل في النتيجة", en: "Votes of guests, which are not in the result")
    static let needsAccount = Phrase(
        ar: "يُحسب صوتك بعد تسجيل الدخول: صوت واحد لكل قارئ.", en: "Your vote counts once you log in: one vote for each reader.")
    static let closed = Phrase(ar: "أُغلق التصويت.", en: "Voting is closed.")
    static let forEditors = Phrase(ar: "للمحررين:", en: "For editors:")
    static let close = Phrase(ar: "أغلق التصويت", en: "Close the voting")
    static let openAgain = Phrase(ar: "افتح التصويت من جديد", en: "Open the voting again")
    static let toStory = Phrase(ar: "عُد إلى الخبر", en: "Back to the story")
    static let failed = Phrase(
        ar: "لم يصل صوتك. تحقق من الاتصال وحاول مرة أخرى.", en: "Your vote did not arrive. Check your connection and try again.")

    static let ups = CountedPhrase(
        ar: ("لا أصوات مؤيدة", "صوت مؤيد واحد", "صوتان مؤيدان", "# أصوات مؤيدة", "# صوتًا مؤيدًا", "# صوت مؤيد"), en: ("# vote up", "# votes up"))
    static let downs = CountedPhrase(
        ar: ("لا أصوات معارضة", "صوت معارض واحد", "صوتان معارضان", "# أصوات معارضة", "# صوتًا معارضًا", "# صوت معارض"),
        en: ("# vote down", "# votes down"))

    static func pending(_ vote: VoteChoice) -> Phrase {
        switch vote {
        case .up: Phrase(ar: "بعد تسجيل الدخول يُحسب صوتك: مؤيد.", en: "Once you are logged in, your vote is counted: up.")
        case .down: Phrase(ar: "بعد تسجيل الدخول يُحسب صوتك: معارض.", en: "Once you are logged in, your vote is counted: down.")
        case .none: Phrase(ar: "بعد تسجيل الدخول يُسحب صوتك.", en: "Once you are logged in, your vote is taken back.")
        }
    }

    static func own(_ vote: Vote) -> Phrase { vote == .up ? up : down }

    /// Both counts in words; never a number that nobody voted for.
    static func counts(_ count: Tally.Count, _ language: Language, _ digits: Digits) -> String {
        let parts = [ups.text(count.up, in: language, digits: digits), downs.text(count.down, in: language, digits: digits)]
        return parts.joined(separator: Phrase(ar: "، ", en: ", ")[language])
    }
}
