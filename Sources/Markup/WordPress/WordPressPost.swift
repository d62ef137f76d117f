/// The content of a post as WordPress stores it: blocks marked by comments, between them text of the classic editor.
struct WordPressPost {
    struct Part: Equatable {
        var text: String
        /// Whether line ends in it make paragraphs.
        let isClassic: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var parts: [Part] = []
    /// The blocks around.
    private var open: [String] = []

    /// The parts of a post in order; blocks without text of their own are noted.
    static func parts(of text: String, notes: inout NoteLedger) -> [Part] {
        var text = text
        return text.withUTF8 { bytes in
            var post = WordPressPost(bytes)
            return post.read(notes: &notes)
        }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    private mutating func read(notes: inout NoteLedger) -> [Part] {
        var at = 0
        while let comment = BlockComment.first(in: text, from: at) {
            add(at..<comment.range.lowerBound)
            follow(comment)
            if let html = replacement(for: comment, notes: &notes) { append(html, isClassic: false) }
            at = comment.range.upperBound
        }
        add(at..<text.count)
        return parts
    }

    /// A block that its end names ends those in it that were left open.
    private mutating func follow(_ comment: BlockComment) {
        guard !comment.isClassicText else { return }
        switch comment.role {
        case .opens: if open.count < 1000 { open.append(comment.name) }
        case .closes: if let last = open.lastIndex(of: comment.name) { open.removeSubrange(last...) }
        case .stands: break
        }
    }

    /// Adds text to the part before when both are of one kind, or when it is but space.
    private mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let isBlank = text[range].allSatisfy(\.isHTMLSpace)
        let isClassic = parts.isEmpty || !isBlank ? open.isEmpty && !isBlank : parts[parts.count - 1].isClassic
        append(String(decoding: text[range], as: UTF8.self), isClassic: isClassic)
    }

    private mutating func append(_ piece: String, isClassic: Bool) {
        if let last = parts.indices.last, parts[last].isClassic == isClassic {
            parts[last].text += piece
        } else {
            parts.append(Part(text: piece, isClassic: isClassic))
        }
    }

    /// What a block shows that its HTML does not say.
    private func replacement(for comment: BlockComment, notes: inout NoteLedger) -> String? {
        switch (comment.name, comment.role) {
        case ("separator", .stands): return "<hr>"
        case ("cover", .opens):
            guard let details = comment.details, let url = details.url, showsBackground(after: comment) else { return nil }
            return HTML("<img class=\"wp-image-\(details.id ?? 0)\" src=\"\(url)\" alt=\"\">").text
        case (_, .stands):
            if !BlockComment.silent.contains(comment.name) { notes.add(.emptyBlock, comment.name) }
            return nil
        default: return nil
        }
    }

    /// Whether the block has its picture in its style only.
    private func showsBackground(after comment: BlockComment) -> Bool {
        String(decoding: text[comment.range.upperBound...].prefix(600), as: UTF8.self).contains("background-image:url(")
    }
}
