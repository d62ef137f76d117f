/// The quotations of a text: pairs of marks, outermost ones, block by block.
struct ArabicQuotes: Sendable {
    struct Pair: Sendable {
        let open: Int
        /// The closing mark; where none closes, the last token of the block.
        let close: Int
        let isClosed: Bool
        /// How many words stand between the marks.
        let words: Int
    }

    private(set) var pairs: [Pair] = []
    /// For each token the pair whose words or marks it is among, or -1.
    private(set) var pairOfToken: [Int32]

    init(_ prose: Prose) {
        pairOfToken = [Int32](repeating: -1, count: prose.tokens.count)
        for block in prose.blocks.indices { read(prose, block) }
    }

    /// The pair that opens at a token.
    func pair(openingAt token: Int) -> Pair? {
        guard let pair = pair(around: token), pair.open == token else { return nil }
        return pair
    }

    func pair(around token: Int) -> Pair? {
        guard pairOfToken.indices.contains(token), pairOfToken[token] >= 0 else { return nil }
        return pairs[Int(pairOfToken[token])]
    }

    private enum Family { case angled, curled }

    private mutating func read(_ prose: Prose, _ block: Int) {
        let range = prose.blocks[block].tokens
        var open: (token: Int, family: Family)?
        var depth = 0
        for index in range {
            let token = prose.tokens[index]
            guard token.kind == .mark, let family = Self.family(token.key) else { continue }
            guard let current = open else {
                if token.key != "»", Self.mayOpen(prose, index, in: range) { (open, depth) = ((index, family), 0) }
                continue
            }
            guard family == current.family else { continue }
            if token.key == "«" {
                depth += 1
            } else if token.key == "»", depth > 0 {
                depth -= 1
            } else if token.key == "“", !token.joined, index + 1 < range.upperBound, prose.tokens[index + 1].joined,
                prose.tokens[index + 1].kind != .mark
            {
                // One opening after another: the first was never closed.
                open = (index, family)
            } else {
                close(prose, current.token, index, isClosed: true)
                open = nil
            }
        }
        guard let current = open else { return }
        // Paragraphs of one quotation: each opens, the last one closes.
        let next = block + 1 < prose.blocks.count ? prose.blocks[block + 1].tokens.first : nil
        let continues = next.map { Self.family(prose.tokens[$0].key) == current.family && prose.tokens[$0].key != "»" } ?? false
        if continues || range.upperBound - current.token < 150 { close(prose, current.token, range.upperBound - 1, isClosed: false) }
    }

    private mutating func close(_ prose: Prose, _ open: Int, _ last: Int, isClosed: Bool) {
        let words = prose.tokens[open...last].count { $0.kind != .mark }
        for token in open...last { pairOfToken[token] = Int32(pairs.count) }
        pairs.append(Pair(open: open, close: last, isClosed: isClosed, words: words))
    }

    private static func family(_ mark: String) -> Family? {
        switch mark {
        case "«", "»": .angled
        case "“", "”", "„", "\"", "‟": .curled
        default: nil
        }
    }

    private static func mayOpen(_ prose: Prose, _ index: Int, in range: Range<Int>) -> Bool {
        index + 1 < range.upperBound
    }
}
