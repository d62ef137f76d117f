import Basics
import Markup
import Newsroom

/// The two buttons below an article: a plain form, the same for everyone. The script fills in the result and the reader's own vote.
struct VoteHTML: Sendable {
    let language: Language
    let slug: Slug
    var isClosed = false

    var html: HTML {
        """
        <section class="vote" aria-labelledby="vote" data-mine="\(SitePath.mine(language, slug).text)"><h2 id="vote">\(VoteWords.title[language])</h2>\
        \(isClosed ? "<p class=\"result\">\(VoteWords.closed[language])</p>" : form)\
        <p class="result" role="status"><a href="\(SitePath.vote(language, slug).text)" rel="nofollow">\(VoteWords.result[language])</a></p></section>
        """
    }

    private var form: HTML {
        """
        <form method="post" action="\(SitePath.vote(language, slug).text)" data-vote data-login="\(SitePath.reader(language, .logIn).text)" \
        data-failed="\(VoteWords.failed[language])">\
        <button name="vote" value="up">\(Self.arrow("M12 4 20 13H15V20H9V13H4Z"))<span>\(VoteWords.up[language])</span></button>\
        <button name="vote" value="down">\(Self.arrow("M12 20 4 11H9V4H15V11H20Z"))<span>\(VoteWords.down[language])</span></button></form>
        """
    }

    private static func arrow(_ path: HTML) -> HTML { "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>" }
}

/// The page of an article's votes: what they come to, the reader's own, and the ways to change it.
struct VotePage: SitePage {
    let chrome: Chrome
    let slug: Slug
    let headline: String
    let tally: Tally
    let own: Vote?
    /// Whether a vote can be cast without logging in first.
    let mayVote: Bool
    /// Whether the reader may close the voting.
    var mayClose = false
    var refusal: Refusal?

    var tags: Set<CacheTag> { [] }

    private var language: Language { chrome.language }

    var head: Head {
        var head = Head(title: VoteWords.title[language], description: "", path: .vote(language, slug), alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <div class="notice reader"><p class="label"><a href="\(SitePath.article(language, slug).text)">\(headline)</a></p>\
        <h1>\(VoteWords.title[language])</h1>\(alert)\(result)\(mine)\(form)\(closing)\
        <p><a href="\(SitePath.article(language, slug).text)">\(VoteWords.toStory[language])</a></p></div>
        """
    }

    private var alert: HTML? { refusal.map { "<p class=\"refusal\" role=\"alert\">\($0.words[language])</p>" } }

    private var result: HTML {
        let words = { (count: Tally.Count) in VoteWords.counts(count, language, chrome.digits) }
        let guests = Tally.Count(up: tally.guests.up + tally.importedGuests.up, down: tally.guests.down + tally.importedGuests.down)
        let apart: HTML? = guests.up + guests.down == 0 ? nil : "<p class=\"hint\">\(VoteWords.guests[language]): \(words(guests))</p>"
        return "<p role=\"status\"><strong>\(words(Tally.Count(up: tally.up, down: tally.down)))</strong></p>\(apart)"
    }

    private var mine: HTML? {
        guard mayVote else { return nil }
        return own.map { "<p>\(VoteWords.yours[language]): <strong>\(VoteWords.own($0)[language])</strong></p>" }
            ?? "<p>\(VoteWords.noneYet[language])</p>"
    }

    private var closing: HTML? {
        guard mayClose else { return nil }
        let words = tally.isClosed ? VoteWords.openAgain : VoteWords.close
        return """
            <form method="post" action="\(SitePath.vote(language, slug).text)/closing"><p class="hint">\(VoteWords.forEditors[language])</p>\
            <p><button name="closed" value="\(tally.isClosed ? "0" : "1" as HTML)">\(words[language])</button></p></form>
            """
    }

    private var form: HTML {
        if tally.isClosed { return "<p>\(VoteWords.closed[language])</p>" }
        let choices: [(VoteChoice, Phrase)] = [
            own == .up ? nil : (.up, VoteWords.up), own == .down ? nil : (.down, VoteWords.down), own == nil ? nil : (.none, VoteWords.takeBack),
        ].compactMap(\.self)
        let buttons = choices.map { choice, words -> HTML in "<button name=\"vote\" value=\"\(choice.rawValue)\">\(words[language])</button> " }
        let note: HTML? = mayVote ? nil : "<p class=\"hint\">\(VoteWords.needsAccount[language])</p>"
        return "\(note)<form method=\"post\" action=\"\(SitePath.vote(language, slug).text)\"><p>\(buttons)</p></form>"
    }
}
