/// A statement of a unit, in indices of its words, before the speaker is known.
struct EnglishDraft {
    var source: Range<Int>?
    var cue: Range<Int>
    var content: [Range<Int>]
    /// Where it was said: "in a statement to Reuters".
    var context: [Range<Int>] = []
    /// Whether a quotation may go on in the sentence behind.
    var mayGoOn = false
    /// Whether the content is what stands behind in the next unit: "He said:".
    var awaits = false

    /// Whether its cue is the verb of a clause, so that "and said" goes on with its source.
    var isClause = false
    /// Whether the cue stands behind or within its content.
    var isParenthesis = false
    /// Whether the content goes on to the end of its block: a speaker's part in a transcript.
    var fillsBlock = false
    /// Whether others may speak in the content: "Smith said it rained, according to the paper".
    var keepsOthers = false
    /// Whether the content is a noun phrase, in which another's claim may stand.
    var takesNoun = false
    /// Whether the cue is a noun.
    var isNoun = false

    /// Whether another draft's cue stands in the content of this one: what is told of somebody's telling is not told by the text.
    func holds(_ other: EnglishDraft) -> Bool {
        if keepsOthers && other.isClause || other.isNoun && takesNoun { return false }
        return content.contains { $0.contains(other.cue.lowerBound) } && cue != other.cue
    }
}
