import Basics

/// A text as its checks see it: what several of them need is worked out once.
struct Reading: Sendable {
    let prose: Prose
    let statements: [Statement]
    let context: Copydesk.Context
    let house: Copydesk.House

    var language: Language { prose.language }
    var tokens: [Prose.Token] { prose.tokens }

    /// For each token, whether it stands between quotation marks, and the indices of its sentence and block.
    let isQuoted: [Bool]
    let sentence: [Int]
    let block: [Int]
    /// How often each word stands in the text, by its key.
    let counts: [String: Int]
    /// How often it stands there with a capital though no sentence begins with it.
    let capitals: [String: Int]
    /// Where quotation marks open and close, in tokens; one that never closes ends with its block.
    let quotations: [Quotation]

    struct Quotation: Sendable {
        let tokens: Range<Int>
        let isClosed: Bool
    }

    init(_ prose: Prose, statements: [Statement] = [], context: Copydesk.Context = .init(), house: Copydesk.House = .init()) {
        (self.prose, self.statements, self.context, self.house) = (prose, statements, context, house)
        let count = prose.tokens.count
        var sentence = [Int](repeating: 0, count: count)
        var block = [Int](repeating: 0, count: count)
        var counts: [String: Int] = [:]
        var capitals: [String: Int] = [:]
        for (index, piece) in prose.sentences.enumerated() {
            var isFirst = true
            for token in piece.tokens {
                sentence[token] = index
                block[token] = piece.block
                let word = prose.tokens[token]
                guard word.kind == .word else { continue }
                counts[word.key, default: 0] += 1
                if !isFirst, prose.blocks[piece.block].kind != .headline, prose.blocks[piece.block].kind != .heading, word.isCapitalised {
                    capitals[word.key, default: 0] += 1
                }
                isFirst = false
            }
        }
        (self.sentence, self.block, self.counts, self.capitals) = (sentence, block, counts, capitals)
        quotations = Self.quotations(in: prose)
        var isQuoted = [Bool](repeating: false, count: count)
        for quotation in quotations { for token in quotation.tokens { isQuoted[token] = true } }
        for block in prose.blocks where block.kind == .quotation { for token in block.tokens { isQuoted[token] = true } }
        self.isQuoted = isQuoted
    }

    private static func quotations(in prose: Prose) -> [Quotation] {
        var found: [Quotation] = []
        for block in prose.blocks {
            var open: (token: Int, closer: String)?
            for index in block.tokens where prose.tokens[index].kind == .mark {
                let mark = prose.tokens[index].key
                if let start = open {
                    guard mark == start.closer || (start.closer == "”" && mark == "“" && prose.language == .ar) else { continue }
                    found.append(Quotation(tokens: start.token..<index + 1, isClosed: true))
                    open = nil
                } else if let closer = closers[mark] {
                    open = (index, closer)
                }
            }
            if let open { found.append(Quotation(tokens: open.token..<block.tokens.upperBound, isClosed: false)) }
        }
        return found
    }

    private static let closers = ["“": "”", "\"": "\"", "«": "»", "„": "“", "”": "“"]

    /// Whether a token is the first word of its sentence.
    func beginsSentence(_ token: Int) -> Bool {
        guard tokens.indices.contains(token) else { return false }
        return !prose.sentences[sentence[token]].tokens.prefix { $0 < token }.contains { tokens[$0].kind != .mark }
    }

    func kind(_ token: Int) -> Prose.Block.Kind { prose.blocks[block[token]].kind }

    func isHeading(_ token: Int) -> Bool { kind(token) == .headline || kind(token) == .heading }

    /// The scalars from the first of these tokens to the last.
    func range(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return self.tokens[first].range.lowerBound..<self.tokens[last].range.upperBound
    }

    func text(_ tokens: Range<Int>) -> String { prose.text(range(tokens)) }

    /// The headline and where it stands: a block of that kind, else a first line that looks like one. One given beside the text has no place in it.
    var headline: (text: String, block: Prose.Block?)? {
        if let given = context.headline { return (given, nil) }
        guard let first = prose.blocks.first, first.kind == .headline || first.kind == .heading else { return nil }
        return (prose.text(first.range), first)
    }
}

extension Prose.Token {
    var isCapitalised: Bool { text.unicodeScalars.first.map { $0.properties.isUppercase } ?? false }

    /// Capitals only, two at least.
    var isAcronym: Bool {
        var letters = 0
        for scalar in text.unicodeScalars {
            guard scalar.properties.isUppercase else { return false }
            letters += 1
        }
        return letters > 1
    }
}
