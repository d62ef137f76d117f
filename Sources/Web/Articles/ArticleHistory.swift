import Basics
import Markup
import Newsroom
import Storage

/// What the public has seen of an article, the newest first, with what was corrected and whether it was withdrawn. Drafts are not in it.
struct ArticleHistory: Sendable {
    let chrome: Chrome
    let edition: Edition
    let headline: String
    let publications: [Publication]
    let corrections: [Int: Correction]

    /// Nil where there is no article that readers can read, or could before it was withdrawn.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug) throws {
        guard let edition = try Articles.edition(tx, .article, language, slug: slug), [.published, .withdrawn].contains(edition.visibility),
            let current = try Articles.published(tx, of: edition.id)
        else { return nil }
        chrome = try Chrome(tx, site, language)
        self.edition = edition
        headline = current.content.headline
        publications = try Publications.of(tx, edition.id)
        corrections = Dictionary(uniqueKeysWithValues: try Corrections.of(tx, edition.id).map { ($0.number, $0) })
    }

    var language: Language { chrome.language }
    var isWithdrawn: Bool { edition.visibility == .withdrawn }
    var tags: Set<CacheTag> { [.work(edition.workID)] }

    /// The publication of that number, and when the next one took its place.
    func find(_ number: Int) -> (publication: Publication, until: Instant?)? {
        publications.first { $0.number == number }.map { ($0, publications.last { $0.number > number }?.publishedAt) }
    }

    /// What the public saw at that moment; the first, before there was anything.
    func publication(at moment: Instant) -> Publication? { publications.first { $0.publishedAt <= moment } ?? publications.last }

    func name(_ number: Int) -> String { "\(HistoryWords.version[language]) \(chrome.digits.write(number))" }

    func trail(_ steps: Trail.Step...) -> Trail {
        Trail(
            steps: [
                Trail.Step(title: Words.home[language], path: .front(language)), Trail.Step(title: headline, path: .article(language, edition.slug)),
                Trail.Step(title: HistoryWords.title[language], path: .history(language, edition.slug)),
            ] + steps)
    }

    /// The list below one of its texts.
    func section(current: Int? = nil) -> HTML {
        """
        <section class="versions" aria-labelledby="history"><h2 id="history">\(HistoryWords.title[language])</h2>\(list(current: current))</section>
        """
    }

    /// The texts with their numbers and moments; of a withdrawn article none leads anywhere.
    func list(current: Int? = nil) -> HTML {
        let items = publications.map { one -> HTML in
            let mark: HTML? = !isWithdrawn && one.number == publications.first?.number ? " — <strong>\(HistoryWords.current[language])</strong>" : nil
            let correction: HTML? = corrections[one.number].map { correction in
                """
                <p class="corrected"><strong>\(CorrectionWords.one[language])</strong> <span dir="auto">\(correction.words)</span></p>
                """
            }
            return "<li>\(link(one, isHere: one.number == current)) · \(chrome.dateAndClock(one.publishedAt))\(mark)\(changes(one))\(correction)</li>"
        }
        return "<ol class=\"history\" reversed>\(withdrawal)\(items)</ol>"
    }

    private var withdrawal: HTML? {
        guard isWithdrawn, let moment = edition.withdrawnAt else { return nil }
        return """
            <li value="\(publications.count + 1)"><strong>\(Words.withdrawn[language])</strong> · \(chrome.dateAndClock(moment))\
            <p dir="auto">\(edition.withdrawalReason ?? "")</p></li>
            """
    }

    private func link(_ one: Publication, isHere: Bool) -> HTML {
        if isWithdrawn { return "\(name(one.number))" }
        let mark: HTML = isHere ? " aria-current=\"page\"" : ""
        return "<a href=\"\(SitePath.memento(language, edition.slug, one.number).text)\"\(mark)>\(name(one.number))</a>"
    }

    private func changes(_ one: Publication) -> HTML? {
        guard !isWithdrawn, one.number > 1 else { return nil }
        let path = SitePath.mementoChanges(language, edition.slug, one.number, since: one.number - 1).text
        return " · <a href=\"\(path)\">\(CorrectionWords.whatChanged[language])</a>"
    }
}

enum HistoryWords {
    static let title = Phrase(ar: "تاريخ الخبر", en: "History of this story")
    static let earlier = Phrase(ar: "النسخ السابقة", en: "Earlier versions")
    static let version = Phrase(ar: "النسخة", en: "Version")
    static let current = Phrase(ar: "المنشورة الآن", en: "what stands there now")
    static let lead = Phrase(
        ar: "كل نص رآه القراء من هذا الخبر، ومتى، وما تغيّر فيه.", en: "Each text of this story that readers have seen, when, and what changed in it.")
    static let stoodHere = Phrase(ar: "هذا نص سابق، كان منشورًا من", en: "This is an earlier text. It stood here from")
    static let until = Phrase(ar: "إلى", en: "to")
    static let standsHere = Phrase(ar: "هذا النص منشور منذ", en: "This text has stood here since")
    static let toCurrent = Phrase(ar: "اقرأ النص المنشور الآن", en: "Read what stands there now")
    static let against = Phrase(ar: "مقارنةً بـ", en: "compared with")
}
