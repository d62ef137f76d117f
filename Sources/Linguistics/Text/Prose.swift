package import Basics

/// A text as the language rooms read it: blocks of sentences of tokens. All places count Unicode scalars from 0 in the whole text, CR and LF too.
package struct Prose: Sendable {
    package struct Block: Sendable {
        package enum Kind: Sendable { case headline, heading, paragraph, quotation, item, caption }
        package let kind: Kind
        package let range: Range<Int>
        /// Indices into `sentences` and `tokens`.
        package internal(set) var sentences: Range<Int> = 0..<0
        package internal(set) var tokens: Range<Int> = 0..<0
    }

    package struct Sentence: Sendable {
        package let block: Int
        package let tokens: Range<Int>
    }

    package struct Token: Sendable {
        package enum Kind: Sendable { case word, number, mark }
        package let kind: Kind
        package let range: Range<Int>
        package let text: String
        /// Latin in lower case; Arabic without vowel marks and tatweel, its letters as written.
        package let key: String
        /// Whether no space stands before it.
        package let joined: Bool

        package func `is`(_ mark: String) -> Bool { key == mark }
    }

    package let language: Language
    package let scalars: [Unicode.Scalar]
    package internal(set) var blocks: [Block]
    package internal(set) var sentences: [Sentence] = []
    package internal(set) var tokens: [Token] = []

    /// Text of blocks, each given its kind; they stand in the whole text with a line feed between.
    package init(_ parts: [(kind: Block.Kind, text: String)], language: Language) {
        var scalars: [Unicode.Scalar] = []
        var blocks: [Block] = []
        for part in parts {
            if !blocks.isEmpty { scalars.append("\n") }
            let start = scalars.count
            scalars += part.text.unicodeScalars
            blocks.append(Block(kind: part.kind, range: start..<scalars.count))
        }
        (self.language, self.scalars, self.blocks) = (language, scalars, blocks)
        readBlocks()
    }

    /// A plain text: each line a block; a short line without a closing mark is a heading. Without a language, the one most letters belong to.
    package init(plain text: String, language: Language? = nil) {
        scalars = Array(text.unicodeScalars)
        self.language = language ?? Language.detected(in: text.prefix(4_000), letters: 1) ?? .en
        blocks = []
        var start = 0
        for index in 0...scalars.count where index == scalars.count || scalars[index] == "\n" || scalars[index] == "\r" {
            let line = trimmed(start..<index)
            start = index + 1
            guard !line.isEmpty else { continue }
            blocks.append(Block(kind: isHeading(line) ? .heading : .paragraph, range: line))
        }
        readBlocks()
    }

    package func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// The tokens that stand in a range, as indices.
    package func tokens(in range: Range<Int>) -> Range<Int> {
        let first = tokens.firstIndex(from: range.lowerBound)
        var last = first
        while last < tokens.count, tokens[last].range.upperBound <= range.upperBound { last += 1 }
        return first..<last
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, scalars[start].properties.isWhitespace { start += 1 }
        while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
        return start..<end
    }

    private func isHeading(_ line: Range<Int>) -> Bool {
        let spaces = scalars[line].count { $0 == " " }
        return spaces < 16 && !".!?:;,؟؛،…\"”»)".unicodeScalars.contains(scalars[line.upperBound - 1])
    }
}

extension [Prose.Token] {
    /// The index of the first token that begins at `place` or behind it.
    fileprivate func firstIndex(from place: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
