import Basics

/// A heading, or a paragraph without a full stop, that breaks off: its last word is one that something follows.
struct TruncatedHeading: Check {
    let id = "truncated-heading"

    func hits(in reading: Reading) -> [Hit] {
        let unfinished = WordLists.list(reading.language == .ar ? "ar-unfinished" : "en-unfinished")
        return reading.prose.blocks.compactMap { block in
            guard block.kind != .caption, block.kind != .item, block.tokens.count > 3, let last = block.tokens.last,
                reading.tokens[last].kind == .word, unfinished.contains(reading.tokens[last].key)
            else { return nil }
            // "What it is" and "the one we live in" are whole; a question's and a verb's particle too.
            if reading.language == .en, Self.particles.contains(reading.tokens[last].key),
                block.kind == .paragraph || !Self.needsObject(last, block, reading)
            {
                return nil
            }
            return Hit(range: block.range.count > 120 ? reading.range(max(block.tokens.lowerBound, last - 5)..<last + 1) : block.range)
        }
    }

    private static let particles: Set<String> = [
        "in", "on", "over", "under", "through", "about", "up", "by", "for", "with", "to", "at", "is", "are", "was", "were", "be", "been", "has",
        "have",
        "had", "will", "would", "can", "could", "should", "may", "might", "must", "not", "that", "this", "these", "those", "her", "his", "whether",
        "against", "from", "of", "than", "as", "before", "after", "its",
    ]

    /// "had requested that", "the president of the", "vote by" against "what we live for", "all that he is".
    private static func needsObject(_ last: Int, _ block: Prose.Block, _ reading: Reading) -> Bool {
        let key = reading.tokens[last].key
        guard ["that", "of", "from", "than", "as", "by", "to", "with", "against", "its", "his", "whether", "will", "would"].contains(key) else {
            return false
        }
        let openers: Set<String> = ["what", "who", "whom", "where", "how", "why", "which", "when", "all", "whose"]
        return !block.tokens.contains { openers.contains(reading.tokens[$0].key) }
    }
}

/// A headline longer than search engines show of a news story's title.
struct HeadlineLength: Check {
    let id = "headline-length"
    static let longest = 110

    func hits(in reading: Reading) -> [Hit] {
        guard let headline = reading.headline, headline.text.count > Self.longest else { return [] }
        let place = headline.block?.range ?? 0..<0
        var hit = Hit(range: place, words: ["count": "\(headline.text.count)".phrase, "limit": "\(Self.longest)".phrase])
        // A line without a mark at its end may be a paragraph of a plain text.
        if headline.block?.kind == .heading, headline.text.count > 2 * Self.longest { return [] }
        hit.fold = "headline"
        return [hit]
    }
}
