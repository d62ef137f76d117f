import Basics
import Markup
import Newsroom

/// A story in a collection, with what its owner can do there. Each act is a form of its own, so that all of it works without scripts.
struct CollectionItemHTML: Sendable {
    let item: CollectionView.Item
    let view: CollectionView
    let chrome: Chrome
    /// How forms name it.
    let code: String
    /// Whether it stands first, or last, of the whole collection.
    let isFirst: Bool
    let isLast: Bool
    /// A note that was refused, as it was typed.
    let draft: (item: String, note: String)?

    private var language: Language { chrome.language }
    private var isHistory: Bool { view.collection.kind == .history }
    private var headline: String { item.teaser?.headline ?? CollectionWords.gone[language] }

    private func path(_ part: CollectionPart) -> String { SitePath.collectionPart(language, view.collection.address, part).text }

    var html: HTML {
        let mark: HTML = view.isOwn ? " id=\"i-\(code)\" data-item=\"\(code)\"" : ""
        return "<li\(mark)>\(story)\(view.isOwn ? owners : nil)</li>"
    }

    /// The card stands in the direction of the story's language.
    private var story: HTML {
        guard let teaser = item.teaser else { return "<p class=\"gone\">\(CollectionWords.gone[language])</p>" }
        let own: HTML = teaser.language == language ? "" : " lang=\"\(teaser.language.rawValue)\" dir=\"\(teaser.language.direction.rawValue)\""
        let card = StoryCard(teaser: teaser, chrome: chrome, place: .row, level: 2, keeps: !view.isOwn || isHistory)
        return own.isEmpty ? card.html : "<div\(own)>\(card.html)</div>"
    }

    private var owners: HTML {
        let words = isHistory ? CollectionWords.openedOn : CollectionWords.savedOn
        let note: HTML? = item.note.isEmpty ? nil : "<p class=\"note typed\" dir=\"auto\">\(item.note)</p>"
        return """
            \(note)<div class="tools-of-item"><span class="hint">\(words[language]) \(chrome.date(item.savedAt))</span>\
            \(isHistory ? nil : noteForm)\(cover)\(remove)\(moves)</div>
            """
    }

    private var noteForm: HTML {
        let isRefused = draft?.item == code
        let summary = item.note.isEmpty ? CollectionWords.addNote : CollectionWords.changeNote
        return """
            <details class="noting"\(isRefused ? " open" as HTML : "")><summary aria-label="\(summary[language]): \(headline)">\(summary[language])</summary>\
            <form method="post" action="\(path(.notes))">\(hidden)<label for="n-\(code)">\(CollectionWords.note[language])</label>\
            <p class="hint" id="h-\(code)">\(CollectionWords.noteHint[language])</p>\
            <textarea id="n-\(code)" name="note" rows="4" maxlength="\(CollectionLimits.note)" dir="auto" aria-describedby="h-\(code)">\
            \(isRefused ? draft?.note ?? "" : item.note)</textarea>\
            <p><button class="primary">\(CollectionWords.saveNote[language])</button></p></form></details>
            """
    }

    private var hidden: HTML { "<input type=\"hidden\" name=\"item\" value=\"\(code)\">" }

    private func form(_ part: CollectionPart, _ buttons: [HTML], kind: HTML = "") -> HTML {
        "<form method=\"post\" action=\"\(path(part))\"\(kind)>\(hidden)\(buttons)</form>"
    }

    private func button(_ words: Phrase, _ more: HTML = "", shown: HTML? = nil) -> HTML {
        "<button\(more) aria-label=\"\(words[language]): \(headline)\">\(shown ?? "\(words[language])")</button>"
    }

    private var cover: HTML? {
        guard view.collection.kind == .own, item.teaser?.picture != nil else { return nil }
        if view.coverWork == item.workID { return "<span class=\"hint\">\(CollectionWords.isCover[language])</span>" }
        return form(.cover, [button(CollectionWords.asCover)])
    }

    private var remove: HTML { form(.items, [button(CollectionWords.remove)]) }

    private var moves: HTML? {
        guard view.collection.sorting == .byHand, !isHistory else { return nil }
        let steps: [(Collections.Step, Phrase, HTML, Bool)] = [
            (.top, CollectionWords.top, "⤒", isFirst), (.up, CollectionWords.up, "↑", isFirst), (.down, CollectionWords.down, "↓", isLast),
        ]
        let buttons = steps.map { step, words, arrow, isUseless -> HTML in
            button(
                words, " name=\"to\" value=\"\(step.rawValue)\" title=\"\(words[language])\"\(isUseless ? " aria-disabled=\"true\"" as HTML : "")",
                shown: arrow)
        }
        return form(.order, buttons, kind: " class=\"moves\" data-drag=\"\(CollectionWords.drag[language])\"")
    }
}
