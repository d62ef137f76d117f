extension Story {
    /// The text alone, a block to a line; captions included, pictures and addresses not.
    package var plainText: String { blocks.plainText }

    /// Words that hold a letter or a digit.
    package var wordCount: Int {
        var count = 0
        var isCounted = false
        for scalar in plainText.unicodeScalars {
            if scalar.partsWords {
                isCounted = false
            } else if !isCounted, scalar.makesWord {
                isCounted = true
                count += 1
            }
        }
        return count
    }

    /// The beginning of the running text, cut after a word and marked with `…` when there is more of it than `limit` characters.
    package func excerpt(characters limit: Int) -> String {
        let paragraphs = blocks.compactMap { block -> String? in
            if case .paragraph(let line) = block { line.inlines.plainText } else { nil }
        }
        let whole = paragraphs.isEmpty ? plainText : paragraphs.joined(separator: " ")
        let text = whole.prefix(limit + 1).map { $0.isNewline ? " " : $0 }
        guard text.count > limit else { return String(text) }
        var end = max(0, min(limit - 1, text.count))
        if !text[end].isWhitespace, let space = text[..<end].lastIndex(where: \.isWhitespace) { end = space }
        while end > 0, text[end - 1].isWhitespace || text[end - 1].isCommaLike { end -= 1 }
        return String(text[..<end]) + "…"
    }
}

extension Character {
    fileprivate var isCommaLike: Bool { ",،;؛:–—-".contains(self) }
}

extension Unicode.Scalar {
    /// Whether it is white space; asked of every letter, so the common ones are answered without a look into Unicode's tables.
    fileprivate var partsWords: Bool {
        switch value {
        case 0x09...0x0D, 0x20: true
        case 0x21...0x7F, 0x0600...0x06FF: false
        default: properties.isWhitespace
        }
    }

    /// Whether it is a letter or a digit.
    fileprivate var makesWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x0620...0x064A: true
        case 0x00...0x7F: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}

extension [Block] {
    var plainText: String { compactMap(\.plainText).joined(separator: "\n") }
}

extension Block {
    /// Nil for a block without words.
    var plainText: String? {
        switch self {
        case .paragraph(let line), .heading(_, let line): line.plainText
        case .list(let list): list.items.map(\.plainText).joined(separator: "\n")
        case .quotation(let quotation), .pullQuote(let quotation): join(quotation.blocks.plainText, quotation.citation?.plainText)
        case .figure(let figure): figure.plainText
        case .gallery(let gallery): join(gallery.figures.compactMap(\.plainText) + [gallery.caption?.plainText])
        case .table(let table): join([table.caption?.plainText] + table.rows.map { $0.map(\.line.plainText).joined(separator: "\t") })
        case .embed(let embed): embed.title
        case .preformatted(let text): text
        case .rule: nil
        }
    }
}

extension Figure {
    fileprivate var plainText: String? { join(caption?.plainText, credit?.plainText) }
}

extension Line {
    /// The text alone; a line break is a newline.
    package var plainText: String { inlines.plainText }
}

extension [Inline] {
    /// The words of each link.
    package var linkTexts: [String] {
        flatMap { inline -> [String] in
            switch inline {
            case .link(_, let inner): [inner.plainText]
            case .emphasis(let inner), .strong(let inner), .superscript(let inner), .subscript(let inner), .span(_, _, let inner): inner.linkTexts
            case .text, .code, .lineBreak: []
            }
        }
    }

    package var plainText: String {
        var text = ""
        appendPlainText(to: &text)
        return text
    }

    private func appendPlainText(to text: inout String) {
        for inline in self {
            switch inline {
            case .text(let part), .code(let part): text += part
            case .lineBreak: text += "\n"
            case .emphasis(let inlines), .strong(let inlines), .superscript(let inlines), .subscript(let inlines), .link(_, let inlines),
                .span(_, _, let inlines):
                inlines.appendPlainText(to: &text)
            }
        }
    }
}

private func join(_ parts: String?...) -> String? { join(parts) }

private func join(_ parts: [String?]) -> String? {
    let present = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return present.isEmpty ? nil : present.joined(separator: "\n")
}
