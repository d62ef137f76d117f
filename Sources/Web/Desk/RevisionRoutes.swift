import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// A story's revisions: who saved which and why, any two beside each other, and an earlier one made the newest again.
struct RevisionRoutes: Sendable {
    let site: Site

    func list(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let asked = (request.query("old").flatMap { Int64($0) }, request.query("new").flatMap { Int64($0) })
        if case (let old?, let new?) = asked {
            return site.seeOther(SitePath.desk(language, .comparison(id, ID(min(old, new)), ID(max(old, new)))).text)
        }
        return try await site.personal(request) { [site] tx in
            guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { throw Missing() }
            let lines = try Articles.revisions(tx, of: id)
            let mayWrite = try Desk.mayWrite(tx, edition, signedIn.reader)
            var page = try DeskPage(tx, site, language, .part(id, .revisions), DeskWords.revisions[language], for: signedIn.reader)
            let rows = lines.enumerated().map { index, line in Self.row(line, index, page.chrome, edition, mayWrite: mayWrite) }
            page.content = """
                \(StoryFormHTML.back(edition, head.content.headline, language))\
                <form method="get" action="\(SitePath.desk(language, .part(id, .revisions)).text)">\
                <p class="actions"><button>\(DeskWords.compare[language])</button></p><ol class="revisions" reversed>\(rows)</ol></form>
                """
            return page
        }
    }

    private static func row(_ line: Revision.Line, _ index: Int, _ chrome: Chrome, _ edition: Edition, mayWrite: Bool) -> HTML {
        let language = chrome.language
        let note: HTML? = line.note.isEmpty ? nil : "<bdi>\(line.note)</bdi>"
        let words: [HTML?] = [
            chrome.dateAndClock(line.createdAt), "<bdi>\(line.author)</bdi>",
            line.isAutosave ? "<span class=\"state\">\(DeskWords.autosave[language])</span>" : nil,
            line.publication.map { "<span class=\"state published\">\(DeskWords.published[language]) \(chrome.digits.write($0))</span>" },
            line.id == edition.scheduledID ? "<span class=\"state scheduled\">\(DeskWords.visibility(.scheduled)[language])</span>" : nil,
            "\(DeskWords.words.text(line.words, in: language, digits: chrome.digits))", note,
        ]
        let restore: HTML? =
            mayWrite && line.id != edition.headID
            ? """
            <button name="revision" value="\(line.id.rawValue)" formmethod="post" formaction="\(SitePath.desk(language, .part(edition.id, .restoration)).text)" \
            aria-label="\(DeskWords.restore[language]): \(line.headline)">\(DeskWords.restore[language])</button>
            """ : nil
        return """
            <li><div><label><input type="radio" name="old" value="\(line.id.rawValue)"\(index == 1 ? " checked" as HTML : "")> \(DeskWords.older[language])</label> \
            <label><input type="radio" name="new" value="\(line.id.rawValue)"\(index == 0 ? " checked" as HTML : "")> \(DeskWords.newer[language])</label></div>\
            <p lang="\(edition.language.rawValue)" dir="\(edition.language.direction.rawValue)"><strong>\(line.headline)</strong></p>\
            <p class="facts">\(words.compactMap(\.self).map { "<span>\($0)</span>" as HTML })</p>\(restore)</li>
            """
    }

    func compare(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let (old, new): (ID<Revision>, ID<Revision>) = (ID(try context.number("old")), ID(try context.number("new")))
        return try await site.personal(request) { [site] tx in
            guard let edition = try Articles.edition(tx, id), let before = try Articles.revision(tx, old), let after = try Articles.revision(tx, new),
                before.editionID == id, after.editionID == id
            else { throw Missing() }
            var page = try DeskPage(tx, site, language, .comparison(id, old, new), DeskWords.difference[language], for: signedIn.reader)
            let side = { [chrome = page.chrome] (revision: Revision) -> HTML in
                "<bdi>\(revision.author)</bdi>\(DeskWords.comma[language])\(chrome.dateAndClock(revision.createdAt))"
            }
            let written = edition.language
            page.content = """
                \(StoryFormHTML.back(edition, after.content.headline, language))\
                <p class="facts"><span>\(DeskWords.older[language]): \(side(before))</span> <span>\(DeskWords.newer[language]): \(side(after))</span></p>\
                <div class="text changes" lang="\(written.rawValue)" dir="\(written.direction.rawValue)">\
                \(ChangesHTML(changes: TextChange.between(before.content, after.content), language: language).html)</div>
                """
            return page
        }
    }

    func restore(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let revision: ID<Revision> = ID(try (try await FormBody(request)).number("revision"))
        try await site.newsroom.database.write { tx in
            try Desk.restore(tx, id, revision, note: DeskWords.restored[language], by: try Desk.actor(tx, signedIn.session.id, .look))
        }
        return site.seeOther(SitePath.desk(language, .story(id)).text + "?done=restored")
    }

    /// The address of a form, opened anew: leads to the story.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.seeOther(SitePath.desk(try context.language(site), .story(try context.edition())).text)
    }
}

extension StoryFormHTML {
    /// To the story that a page is about.
    static func back(_ edition: Edition, _ headline: String, _ language: Language) -> HTML {
        """
        <p class="label"><a href="\(SitePath.desk(language, .story(edition.id)).text)" lang="\(edition.language.rawValue)" \
        dir="\(edition.language.direction.rawValue)">\(headline.isEmpty ? DeskWords.noHeadline[language] : headline)</a></p>
        """
    }
}
