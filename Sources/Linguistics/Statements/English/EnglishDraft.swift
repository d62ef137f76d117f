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

    /// Whether another draft's cue stands in the content of this one: what is told of somebody's telling is not told by the text.
    func holds(_ other: EnglishDraft) -> Bool { content.contains { $0.contains(other.cue.lowerBound) } && cue != other.cue }
}
