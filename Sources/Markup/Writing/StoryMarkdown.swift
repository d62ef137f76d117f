extension Story {
    /// The story to be edited as plain text: in Markdown, and in HTML what Markdown cannot say. `StoryParser.markdown` reads the same story back.
    package var markdown: String {
        var pieces: [String] = []
        for (index, block) in blocks.enumerated() {
            // Two lists beside each other would be read as one.
            let follows = index > 0 && blocks[index - 1].isList && block.isList
            pieces.append(follows ? block.asHTML : block.markdown)
        }
        let text = pieces.joined(separator: "\n\n") + (pieces.isEmpty ? "" : "\n")
        guard StoryParser.markdown(text).story == self else { return blocks.map(\.asHTML).joined(separator: "\n\n") + "\n" }
        return text
    }
}

extension Block {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }

    fileprivate var asHTML: String { Story([self]).canonicalHTML }

    /// In Markdown where that is read back as the same block.
    fileprivate var markdown: String {
        guard let text = MarkdownLine.text(of: self), StoryParser.markdown(text).story.blocks == [self] else { return asHTML }
        return text
    }
}

/// Blocks as lines of Markdown; nil for what it has no words for.
private enum MarkdownLine {
    static func text(of block: Block) -> String? {
        switch block {
        case .paragraph(let line): inlines(of: line)
        case .heading(let level, let line): inlines(of: line).map { String(repeating: "#", count: level) + " " + $0 }
        case .rule: "---"
        case .list(let list): text(of: list)
        case .quotation(let quotation) where quotation.citation == nil: text(of: quotation.blocks)
        default: nil
        }
    }

    private static func text(of list: ItemList) -> String? {
        var lines: [String] = []
        for (index, item) in list.items.enumerated() {
            guard item.count == 1, case .paragraph(let line) = item[0], let text = inlines(of: line) else { return nil }
            lines.append((list.ordered ? "\(list.start + index). " : "- ") + text)
        }
        return lines.joined(separator: "\n")
    }

    private static func text(of blocks: [Block]) -> String? {
        var lines: [String] = []
        for block in blocks {
            guard let text = text(of: block) else { return nil }
            lines += (lines.isEmpty ? [] : [">"]) + text.split(separator: "\n").map { "> " + $0 }
        }
        return lines.joined(separator: "\n")
    }

    private static func inlines(of line: Line) -> String? {
        guard line.language == nil, line.direction == nil else { return nil }
        return inlines(line.inlines)
    }

    private static func inlines(_ inlines: [Inline]) -> String? {
        var text = ""
        for inline in inlines {
            guard let piece = piece(inline) else { return nil }
            text += piece
        }
        return text
    }

    private static func piece(_ inline: Inline) -> String? {
        switch inline {
        case .text(let text): escaped(text)
        case .lineBreak: "\\\n"
        case .emphasis(let inlines): self.inlines(inlines).map { "*\($0)*" }
        case .strong(let inlines): self.inlines(inlines).map { "**\($0)**" }
        case .code(let text): text.contains("`") ? nil : "`\(text)`"
        case .link(let link, let inlines): self.inlines(inlines).map { "[\($0)](<\(link.text)>)" }
        case .superscript, .subscript, .span: nil
        }
    }

    private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|"]

    /// What would be read as a sign of Markdown's stands behind a backslash; at the beginning of a line also what would begin a block.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text { escaped += special.contains(character) ? "\\\(character)" : String(character) }
        if let first = escaped.first, "#+-=".contains(first) { escaped = "\\" + escaped }
        if let dot = escaped.firstIndex(where: { $0 == "." || $0 == ")" }), dot > escaped.startIndex, escaped[..<dot].allSatisfy(\.isNumber) {
            escaped.insert("\\", at: dot)
        }
        return escaped
    }
}
