import Basics
import Markup
import Newsroom

/// What became of each block between two texts, with the words that differ marked; told to those who do not see colours as well.
struct ChangesHTML: Sendable {
    let changes: [TextChange]
    /// Of what is said about the texts.
    let language: Language

    var html: HTML {
        guard changes.contains(where: { !$0.isKept }) else { return "<p>\(DeskWords.noDifference[language])</p>" }
        var html = HTML()
        var index = 0
        while index < changes.count {
            if case .removed(let old) = changes[index], index + 1 < changes.count, case .added(let new) = changes[index + 1] {
                html += pair(old, new)
                index += 2
            } else {
                html += block(changes[index])
                index += 1
            }
        }
        return html
    }

    private func block(_ change: TextChange) -> HTML {
        switch change {
        case .kept(let text): "<p dir=\"auto\">\(text)</p>"
        case .added(let text): "<p dir=\"auto\"><ins>\(spoken(DeskWords.added))\(text)</ins></p>"
        case .removed(let text): "<p dir=\"auto\"><del>\(spoken(DeskWords.removed))\(text)</del></p>"
        }
    }

    /// A block and what came in its place, word by word.
    private func pair(_ old: String, _ new: String) -> HTML {
        let words = TextChange.words(old, new)
        // Texts that share next to nothing are no one text that was changed.
        guard words.contains(where: { if case .kept(let text) = $0 { text.contains { $0.isLetter } } else { false } }) else {
            return block(.removed(old)) + block(.added(new))
        }
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
