import Basics
import Markup
import Newsroom

/// What became of each block between two texts, with the words that differ marked; told to those who do not see colours as well.
struct ChangesHTML: Sendable {
    let changes: [TextChange]
    /// Of what is said about the texts.
    let language: Language

    var html: HTML {
        guard changes.contains(where: { !$0.isKept }) else {
            return "<p lang=\"\(language.rawValue)\" dir=\"\(language.direction.rawValue)\">\(DeskWords.noDifference[language])</p>"
        }
        var html = HTML()
        var (removed, added): ([String], [String]) = ([], [])
        for change in changes {
            switch change {
            case .removed(let text):
                // What was added before it came in the place of something else.
                if !added.isEmpty {
                    html += blocks(removed, added)
                    (removed, added) = ([], [])
                }
                removed.append(text)
            case .added(let text): added.append(text)
            case .kept:
                html += blocks(removed, added) + block(change)
                (removed, added) = ([], [])
            }
        }
        return html + blocks(removed, added)
    }

    /// Blocks that were taken away and those that came in their place: each change is told within its block, where one is another that was changed.
    private func blocks(_ removed: [String], _ added: [String]) -> HTML {
        var (old, new) = (removed[...], added[...])
        var (head, tail) = (HTML(), [HTML]())
        while let first = old.first, let other = new.first, let told = pair(first, other) {
            head += told
            (old, new) = (old.dropFirst(), new.dropFirst())
        }
        while let last = old.last, let other = new.last, let told = pair(last, other) {
            tail.append(told)
            (old, new) = (old.dropLast(), new.dropLast())
        }
        let between =
            old.count == new.count
            ? zip(old, new).map { pair($0, $1) ?? block(.removed($0)) + block(.added($1)) }
            : old.map { block(.removed($0)) } + new.map { block(.added($0)) }
        return head + between.joined() + tail.reversed().joined()
    }

    private func block(_ change: TextChange) -> HTML {
        switch change {
        case .kept(let text): "<p dir=\"auto\">\(text)</p>"
        case .added(let text): "<p dir=\"auto\"><ins>\(spoken(DeskWords.added))\(text)</ins></p>"
        case .removed(let text): "<p dir=\"auto\"><del>\(spoken(DeskWords.removed))\(text)</del></p>"
        }
    }

    /// A block and what came in its place, word by word; nil for texts that share next to nothing, and are no one text that was changed.
    private func pair(_ old: String, _ new: String) -> HTML? {
        let words = TextChange.words(old, new)
        guard words.contains(where: { if case .kept(let text) = $0 { text.contains { $0.isLetter } } else { false } }) else { return nil }
        let runs = words.map { run -> HTML in
            switch run {
            case .kept(let text): "\(text)"
            case .added(let text): "<ins>\(spoken(DeskWords.added))\(text)</ins>"
            case .removed(let text): "<del>\(spoken(DeskWords.removed))\(text)</del>"
            }
        }
        return "<p dir=\"auto\" class=\"changed\">\(runs)</p>"
    }

    /// With a direction of its own, so that the text behind it finds its own.
    private func spoken(_ words: Phrase) -> HTML {
        "<span class=\"aside-text\" dir=\"\(language.direction.rawValue)\">\(words[language]) </span>"
    }
}
