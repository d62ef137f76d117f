import Basics

/// A line of `copydesk-patterns.tsv`: words that a check marks, and what to write instead.
///
/// Its elements are parted by spaces: `word`, `a|b` either, `word?` or not, `#` a number, `~` any word, `ال*` and `*ing` a beginning and an end,
/// `^` the beginning of a sentence, `!a|b` not behind (or before) one of these. Round brackets mark the part that is said: without them it is all.
/// In what is written instead, `$1` is the first element as it stands in the text, and `$1:3` the same without its first three letters.
struct WordPattern: Sendable {
    struct Element: Sendable {
        enum Kind: Sendable { case words(Set<String>), number, any, prefix(String), suffix(String), start, not(Set<String>) }
        let kind: Kind
        let isOptional: Bool
        var isZeroWidth: Bool {
            switch kind {
            case .start, .not: true
            default: false
            }
        }
    }

    let check: String
    let elements: [Element]
    /// The elements that are said.
    let said: Range<Int>
    let replacement: String?

    init?(_ line: Substring) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 3 else { return nil }
        check = String(fields[0])
        var elements: [Element] = []
        var (first, last): (Int?, Int?) = (nil, nil)
        for var part in fields[2].split(separator: " ") {
            if part.hasPrefix("(") {
                first = elements.count
                part = part.dropFirst()
            }
            let closes = part.hasSuffix(")")
            if closes { part = part.dropLast() }
            elements.append(Self.element(part))
            if closes { last = elements.count }
        }
        let inner = elements.firstIndex { !$0.isZeroWidth } ?? 0
        let end = (elements.lastIndex { !$0.isZeroWidth } ?? -1) + 1
        (self.elements, said) = (elements, (first ?? inner)..<max(first ?? inner, last ?? end))
        replacement = fields.count > 3 ? String(fields[3]) : nil
        guard !elements.isEmpty, !said.isEmpty else { return nil }
    }

    private static func element(_ part: Substring) -> Element {
        let isOptional = part.count > 1 && part.hasSuffix("?")
        let body = isOptional ? part.dropLast() : part
        let kind: Element.Kind
        switch body {
        case "#": kind = .number
        case "~": kind = .any
        case "^": kind = .start
        case _ where body.hasPrefix("!"): kind = .not(words(body.dropFirst()))
        case _ where body.hasSuffix("*"): kind = .prefix(String(body.dropLast()))
        case _ where body.hasPrefix("*"): kind = .suffix(String(body.dropFirst()))
        default: kind = .words(words(body))
        }
        return Element(kind: kind, isOptional: isOptional)
    }

    private static func words(_ list: Substring) -> Set<String> { Set(list.split(separator: "|").map(String.init)) }

    /// The words by which a text is searched for this pattern; nil when any word may begin it.
    var firstWords: Set<String>? {
        guard let first = elements.first(where: { !$0.isZeroWidth }), !first.isOptional, case .words(let words) = first.kind else { return nil }
        return words
    }
}
