import Basics
import Hummingbird
import Markup
import Newsroom
import Storage

/// What stands first on the front page of a language: by hand or by rule.
struct FrontOrderRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil, nil)
    }

    func arrange(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, written) = (try context.language(site), try written(context))
        let form = try await FormBody(request)
        do {
            var places: [Int: ID<Work>] = [:]
            for place in 0..<FrontPlaces.count where !form["place-\(place)"].isEmpty { places[place] = ID(try form.number("place-\(place)")) }
            try await site.newsroom.database.write { [places] tx in
                try Desk.arrange(tx, written, places, by: try Desk.actor(tx, signedIn.session.id, .arrange))
            }
            return site.seeOther(SitePath.desk(language, .front(written)).text + "?done=arranged")
        } catch let refusal as Refusal {
            return try await page(request, context, signedIn, refusal, form)
        }
    }

    /// The language of the front page.
    private func written(_ context: SiteContext) throws -> Language {
        guard let language = context.parameters.get("written").flatMap(Language.init(rawValue:)), site.newsroom.face.languages.contains(language)
        else {
            throw Missing()
        }
        return language
    }

    private func page(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?, _ typed: FormBody?
    ) async throws -> Response {
        let (language, written) = (try context.language(site), try written(context))
        let news = DeskWords.done(request.query("done") ?? "")
        let words = String((request.query("q") ?? "").prefix(200))
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(
                tx, site, language, .front(written), DeskWords.front[language], for: signedIn.reader, news: news, refusal: refusal)
            page.content = try FrontOrderHTML(tx, page.chrome, written, words: words, typed: typed).html
            return page
        }
    }
}

/// The places of a front page, each with the stories that can stand there.
struct FrontOrderHTML: Sendable {
    private let chrome: Chrome
    private let written: Language
    private let words: String
    private let typed: FormBody?
    private let places: [Int: ID<Work>]
    private let now: [Teaser]
    private let choices: [Teaser]

    private static let most = 60

    /// `words` are those of headlines that are looked for.
    init(_ tx: Transaction, _ chrome: Chrome, _ written: Language, words: String, typed: FormBody?) throws {
        self.chrome = chrome
        self.written = written
        self.words = words
        self.typed = typed
        places = try FrontPlaces.byHand(tx, written)
        let newest = try Articles.teasers(tx, .all, written, limit: Self.most)
        now = try FrontPlaces.filled(tx, written, newest: newest)
        let found = try Articles.teasers(
            tx, .editions(try Search.editions(tx, SearchQuery(words), [written], limit: 20)), written, limit: 20)
        var seen: Set<ID<Work>> = []
        choices = (now + found + newest).filter { seen.insert($0.workID).inserted }
    }

    private var language: Language { chrome.language }
    private var path: String { SitePath.desk(language, .front(written)).text }
    private var marks: HTML { "lang=\"\(written.rawValue)\" dir=\"\(written.direction.rawValue)\"" }

    var html: HTML {
        let items = (0..<FrontPlaces.count).map { "<li>\(place($0))</li>" as HTML }
        return """
            \(languages)<p class="hint">\(FrontOrderWords.lead[language])</p>\(search)\
            <form method="post" action="\(path)"><ol class="front-order">\(items)</ol>\
            <p class="actions"><button class="primary">\(DeskWords.saveDetails[language])</button> \
            <a href="\(SitePath.front(written).text)">\(DeskWords.onSite[language])</a></p></form>
            """
    }

    private var languages: HTML? {
        guard chrome.face.languages.count > 1 else { return nil }
        let items = chrome.face.languages.map { other -> HTML in
            let mark: HTML = other == written ? " aria-current=\"page\"" : ""
            return """
                <li><a href="\(SitePath.desk(language, .front(other)).text)" lang="\(other.rawValue)" dir="\(other.direction.rawValue)"\(mark)>\(other.ownName)</a></li>
                """
        }
        return "<nav class=\"trays\" aria-label=\"\(DeskWords.language[language])\"><ul>\(items)</ul></nav>"
    }

    private var search: HTML {
        """
        <form class="filters" method="get" action="\(path)" role="search"><div class="field"><label for="f-q">\(FrontOrderWords.find[language])</label>\
        <input id="f-q" name="q" type="search" value="\(words)" dir="auto" maxlength="200"></div><p><button>\(Words.search[language])</button></p></form>
        """
    }

    private func place(_ place: Int) -> HTML {
        let chosen = typed.map { Int64($0["place-\(place)"]).map { ID<Work>($0) } } ?? places[place]
        let options = choices.map { story -> HTML in
            let date = DateWords.shortDate(chrome.face.civil(story.publishedAt), language, chrome.digits)
            // Isolated, so that the headline's direction does not turn the date around.
            return DeskFields.option("\(story.workID)", "\u{2068}\(story.headline)\u{2069} — \(date)", story.workID == chosen)
        }
        let standing: HTML? =
            place < now.count ? "<p class=\"now\">\(FrontOrderWords.now[language]) <bdi \(marks)>\(now[place].headline)</bdi></p>" : nil
        return """
            <label for="f-place-\(place)">\(FrontOrderWords.place(place)[language])</label>\
            <select id="f-place-\(place)" name="place-\(place)">\(DeskFields.option("", FrontOrderWords.byRule[language], chosen == nil))\(options)</select>\(standing)
            """
    }
}

private enum FrontOrderWords {
    static let lead = Phrase(
        ar: "ما لا تضعه بيدك يُملأ وحده: المثبّت أولًا ثم الأحدث. ويبقى ما وضعته في مكانه حتى تغيّره.",
        en: "What you do not place is filled by rule: what is pinned, then the newest. What you place stays there until you change it.")
    static let find = Phrase(ar: "ابحث عن خبر أقدم", en: "Look for an older story")
    static let byRule = Phrase(ar: "بالقاعدة: المثبّت ثم الأحدث", en: "By rule: pinned, then the newest")
    static let now = Phrase(ar: "الآن:", en: "Now:")

    static func place(_ number: Int) -> Phrase {
        switch number {
        case 0: Phrase(ar: "الخبر الرئيسي", en: "The lead")
        case 1: Phrase(ar: "الثاني", en: "Second")
        case 2: Phrase(ar: "الثالث", en: "Third")
        default: Phrase(ar: "الرابع", en: "Fourth")
        }
    }
}
