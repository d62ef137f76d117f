/// A verb of speech with the place where the words that it reports begin.
struct ArabicReport: Sendable {
    enum Opening: Sendable { case that, colon, quote, noun, loose, quoteBefore }

    let cue: Int
    let form: ArabicCue
    let opening: Opening
    /// The first token of the content.
    let content: Int
    /// قائلا, بقوله and such, when the words follow it and not the verb.
    let carrier: Int?
    /// Where the source may stand behind the verb.
    let gap: Range<Int>
}
