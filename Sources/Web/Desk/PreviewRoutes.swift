import Basics
import Hummingbird
import Markup
import Newsroom
import Storage

/// The newest text of a story as its readers would see it, published or not.
struct PreviewRoutes: Sendable {
    let site: Site

    /// On a phone and on a wide screen, each in a frame: without scripts and forms, which would act on what is published.
    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        return try await site.personal(request) { [site] tx in
            guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { throw Missing() }
            var page = try DeskPage(tx, site, language, .part(id, .preview), DeskWords.preview[language], for: signedIn.reader)
            let address = SitePath.desk(language, .previewed(id)).text
            let frames = [("phone", DeskWords.onPhone), ("wide", DeskWords.onDesk)].map { name, words -> HTML in
                """
                <figure class="\(name)"><figcaption id="\(name)">\(words[language])</figcaption>\
                <iframe src="\(address)" sandbox="allow-same-origin" aria-labelledby="\(name)" tabindex="0"></iframe></figure>
                """
            }
            page.content = """
                \(StoryFormHTML.back(edition, head.content.headline, language))\
                <p><a href="\(address)">\(DeskWords.previewAlone[language])</a></p><div class="frames">\(frames)</div>
                """
            page.isWide = true
            page.holdsFrames = true
            return page
        }
    }

    func story(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let id = try context.edition()
        return try await site.personal(request) { [site] tx in
            guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id),
                let kind = try Articles.work(tx, edition.workID)?.kind,
                let page: any SitePage = kind == .page
                    ? try StaticPage(tx, site, edition, previewing: head) : try ArticlePage(tx, site, edition, previewing: head)
            else { throw Missing() }
            return page
        }
    }
}
