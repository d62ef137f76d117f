import Basics
import Markup
import Newsroom
import Storage

/// What a reader is told above her account: that it will be erased, and that the privacy policy has changed. Neither stands in her way.
struct AccountNotices: Sendable {
    private let reader: Reader
    private let chrome: Chrome
    private let pending: Policies.Pending?

    init(_ tx: Transaction, _ site: Site, _ reader: Reader, _ chrome: Chrome, at path: ReaderPath = .account) throws {
        self.reader = reader
        self.chrome = chrome
        pending = path == .account ? try Policies.pending(tx, reader.id, site.newsroom.face.policy, chrome.language) : nil
    }

    private var language: Language { chrome.language }

    var html: HTML { [erasing, policy].compactMap(\.self).joined() }

    private var erasing: HTML? {
        reader.eraseAt.map { moment in
            told(
                "erasing", PrivacyWords.willBeErased,
                """
                <p>\(PrivacyWords.erasedAt[language]) <strong class="whole">\(chrome.dateAndClock(moment))</strong>. \(PrivacyWords.untilThen[language])</p>\
                <form method="post" action="\(SitePath.reader(language, .keep).text)"><button class="primary">\(PrivacyWords.keep[language])</button></form>
                """)
        }
    }

    private var policy: HTML? {
        pending.map { pending in
            let policy = pending.policy
            let (slug, read, number) = (policy.edition.slug, policy.edition.language, policy.publication.number)
            let hreflang = PolicyWords.hreflang(policy, language)
            let changes: HTML? = pending.accepted.map { accepted in
                """
                <a href="\(SitePath.changes(read, slug, number, since: accepted.number).text)"\(hreflang)>\(PolicyWords.whatChanged[language])</a> · 
                """
            }
            let isNew = pending.accepted == nil
            return told(
                "policy", isNew ? PolicyWords.newTitle : PolicyWords.changedTitle,
                """
                <p>\((isNew ? PolicyWords.newLead : PolicyWords.changedLead)[language]) \(chrome.date(policy.publication.publishedAt)). \
                \(changes)<a href="\(SitePath.page(read, slug).text)"\(hreflang)>\(PolicyWords.read[language])</a></p>\
                <form method="post" action="\(SitePath.reader(language, .policy).text)"><input type="hidden" name="version" value="\(number)">\
                <input type="hidden" name="language" value="\(read.rawValue)"><button>\(PolicyWords.accept[language])</button></form>
                """)
        }
    }

    private func told(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        "<section class=\"told\" aria-labelledby=\"told-\(id)\"><h2 id=\"told-\(id)\">\(title[language])</h2>\(content)</section>"
    }
}
