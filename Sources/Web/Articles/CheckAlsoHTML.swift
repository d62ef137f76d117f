import Basics
import Markup
import Newsroom

/// The next reads, in the flow below the text. With scripts the first of them is also offered as a card that can be dismissed for good.
struct CheckAlsoHTML: Sendable {
    let stories: [Teaser]
    let chrome: Chrome

    var html: HTML? {
        guard !stories.isEmpty else { return nil }
        let language = chrome.language
        let cards = stories.map { story in
            StoryCard(teaser: story, chrome: chrome, place: .row, level: 3, showsSection: false, showsByline: false, keeps: false).html
        }
        return """
            <aside class="check-also" aria-labelledby="check-also" data-dismiss="\(Words.close[language])">\
            <h2 class="heading" id="check-also">\(Words.checkAlso[language])</h2>\(cards)</aside>
            """
    }
}
