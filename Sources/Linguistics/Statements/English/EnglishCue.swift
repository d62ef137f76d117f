/// A verb, phrase or noun that brings what somebody says, thinks or wants.
struct EnglishCue: Sendable {
    /// What may follow a cue.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt16
        /// A clause, with "that" or without.
        static let clause = Frames(rawValue: 1)
        /// A clause with "that".
        static let that = Frames(rawValue: 2)
        /// A question: whether, why.
        static let question = Frames(rawValue: 4)
        static let quotation = Frames(rawValue: 8)
        /// Who is told, before what is told.
        static let receiver = Frames(rawValue: 16)
        static let infinitive = Frames(rawValue: 32)
        /// A noun phrase with an infinitive: "urged them to".
        static let object = Frames(rawValue: 64)
        static let noun = Frames(rawValue: 128)
        /// It may stand behind or within its content: ", she said,".
        static let parenthesis = Frames(rawValue: 256)

        static let letters: [Character: Frames] = [
            "c": .clause, "t": .that, "w": .question, "q": .quotation, "r": .receiver, "i": .infinitive, "o": .object, "n": .noun, "p": .parenthesis,
        ]
    }

    /// The verb's lemma and its particles.
    let words: [String]
    private(set) var frames: Frames
    /// 1 always, 2 mostly, 3 only when what follows makes it clear.
    private(set) var grade: Int

    init?(phrase: Substring, frames: Substring, grade: Substring) {
        words = phrase.split(separator: " ").map(String.init)
        self.frames = frames.reduce(into: []) { if let frame = Frames.letters[$1] { $0.formUnion(frame) } }
        guard let grade = Int(grade), !words.isEmpty else { return nil }
        self.grade = grade
        // A noun phrase behind a doubtful verb tells nothing.
        if grade == 3, words.count == 1 { self.frames.remove(.noun) }
    }

    /// A verb that stands on two lines of the list: what may follow on either.
    func joined(with other: EnglishCue) -> EnglishCue {
        var both = self
        both.frames.formUnion(other.frames)
        both.grade = min(grade, other.grade)
        return both
    }

    /// A cue of no list, for what takes a clause by itself: "according to", a parenthesis.
    static let clause = EnglishCue(phrase: "-", frames: "c", grade: "1")!
}
