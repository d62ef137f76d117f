/// Where, when or to whom something was said, as written: what stands around the cue, or opens the sentence.
struct EnglishContext {
    private(set) var text: String?

    private static let places: Set<String> = [
        "statement", "interview", "speech", "address", "conference", "briefing", "letter", "email", "e-mail", "tweet", "post", "rally", "debate",
        "meeting",
        "hearing", "testimony", "article", "column", "report", "twitter", "facebook", "television", "tv", "radio", "show", "website", "call", "event",
        "appearance", "remarks", "memo", "message", "video", "broadcast", "program", "programme", "podcast", "press", "news", "forum", "phone",
        "op-ed",
        "telephone", "visit", "session", "ceremony", "talk", "comments", "series", "reporters", "network", "channel", "telegram", "page",
    ]

    init(of draft: EnglishDraft, in unit: EnglishUnit) {
        let pieces = draft.context.filter { !$0.isEmpty }.map { unit.text($0) }
        if !pieces.isEmpty {
            text = pieces.joined(separator: ", ")
        } else if let source = draft.source, let leading = Self.leading(source.lowerBound, unit) {
            text = unit.text(leading)
        }
    }

    /// "In a statement to the network, Smith said".
    private static func leading(_ source: Int, _ unit: EnglishUnit) -> Range<Int>? {
        guard source > 2, unit.words[source - 1].part == .comma else { return nil }
        var start = source - 1
        while start > 0, source - start < 20, unit.words[start - 1].part != .comma, !unit.words[start - 1].isQuoted { start -= 1 }
        guard start < source - 1, unit.words[start].part == .preposition || unit.words[start].key == "speaking" else { return nil }
        let holds = unit.words[start..<source - 1].contains { places.contains($0.key) || !$0.classes.isDisjoint(with: .time) }
        return holds ? start..<source - 1 : nil
    }
}
