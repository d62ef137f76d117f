import Basics
import Hummingbird
import Linguistics
import Markup
import Newsroom
import Storage

/// What the newsroom has settled for its copydesk: every check with its examples, its level, and the newsroom's own words.
struct CopydeskRoutes: Sendable {
    let site: Site

    /// Of the form: the words are many.
    private static let mostBytes = HouseRules.mostWords * HouseRules.longestWord

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil)
    }

    func settle(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request, mostBytes: Self.mostBytes)
        do {
            let levels = try Dictionary(
                uniqueKeysWithValues: Copydesk.catalogue.compactMap { check -> (String, Finding.Level?)? in
                    guard form.has("level-\(check.id)") else { return nil }
                    return (check.id, try Self.level(form["level-\(check.id)"]))
                })
            let required = try form["required"] == "none" ? nil : Self.level(form["required"])
            try await site.newsroom.database.write { tx in
                try Desk.setRules(
                    tx, levels: levels, required: required, words: form.lines("words"), by: try Desk.actor(tx, signedIn.session.id, .settle))
            }
            return site.seeOther(SitePath.desk(language, .copydesk).text + "?done=placed")
        } catch let refusal as Refusal {
            return try await page(request, context, signedIn, refusal)
        }
    }

    /// Nil for a check that is off.
    private static func level(_ written: String) throws -> Finding.Level? {
        if written == "off" { return nil }
        guard let level = Finding.Level(rawValue: written) else { throw FormBody.unknown }
        return level
    }

    private func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let language = try context.language(site)
        let news = DeskWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(tx, site, language, .copydesk, CopydeskWords.title[language], for: signedIn.reader, news: news, refusal: refusal)
            page.content = RulesHTML(rules: try HouseRules.read(tx), chrome: page.chrome, maySettle: signedIn.reader.role.may(.settle)).html
            return page
        }
    }
}

/// The form of the house's rules.
private struct RulesHTML: Sendable {
    let rules: HouseRules
    let chrome: Chrome
    let maySettle: Bool

    private var language: Language { chrome.language }
    private var lock: HTML { maySettle ? "" : " disabled" }

    var html: HTML {
        let required = Finding.Level.allCases.map { DeskFields.option($0.rawValue, CopydeskWords.level($0)[language], $0 == rules.required) }
        let save: HTML = maySettle ? "<p class=\"actions\"><button class=\"primary\">\(CopydeskWords.save[language])</button></p>" : ""
        let note: HTML? = maySettle ? nil : "<p>\(CopydeskWords.mayNot[language])</p>"
        return """
            \(note)<form class="form rules" method="post" action="\(SitePath.desk(language, .copydesk).text)">\
            <div class="field"><label for="f-required">\(CopydeskWords.required[language])</label>\
            <p class="hint" id="h-required">\(CopydeskWords.requiredHint[language])</p><select id="f-required" name="required" aria-describedby="h-required"\(lock)>\
            \(DeskFields.option("none", CopydeskWords.noneRequired[language], rules.required == nil))\(required)</select></div>\
            <div class="field"><label for="f-words">\(CopydeskWords.words[language])</label><p class="hint" id="h-words">\(CopydeskWords.wordsHint[language])</p>\
            <textarea id="f-words" name="words" rows="8" dir="auto" aria-describedby="h-words"\(lock)>
            \(rules.words.joined(separator: "\n"))</textarea></div>\
            <h2>\(CopydeskWords.checks[language])</h2><ul class="checks">\(Copydesk.catalogue.map(check))</ul>\(save)</form>
            """
    }

    private func check(_ check: CheckInfo) -> HTML {
        let level: Finding.Level? = rules.levels[check.id] ?? check.level
        let options = Finding.Level.allCases.map { DeskFields.option($0.rawValue, CopydeskWords.level($0)[language], $0 == level) }
        let languages = Language.allCases.filter(check.languages.contains).map { "<span>\($0.ownName)</span>" as HTML }
        let examples = check.examples.prefix(6).map { example -> HTML in
            let words: HTML = "<span lang=\"\(example.language.rawValue)\" dir=\"\(example.language.direction.rawValue)\">\(example.text)</span>"
            return "<li><span class=\"kind\">\((example.said == nil ? CopydeskWords.good : CopydeskWords.bad)[language])</span> \(words)</li>"
        }
        let shown: HTML? =
            examples.isEmpty ? nil : "<details><summary>\(CopydeskWords.examples[language])</summary><ul>\(examples)</ul></details>"
        let name = "level-\(check.id)"
        return """
            <li><div class="field"><label for="\(name)">\(check.title[language])</label><p class="hint" id="h-\(name)">\(check.explanation[language])</p>\
            <select id="\(name)" name="\(name)" aria-describedby="h-\(name)"\(lock)>\(DeskFields.option("off", CopydeskWords.off[language], level == nil))\(options)</select></div>\
            <p class="facts">\(languages)</p>\(shown)</li>
            """
    }
}
