import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Newsroom

/// The table of contents: every address of the public site.
struct SiteRoutes: Sendable {
    let site: Site

    func build() -> RouterResponder<BasicRequestContext> {
        let router = Router()
        router.get("/", use: FrontRoutes(site: site).root)
        router.get(":language", use: FrontRoutes(site: site).front)

        router.get(":language/articles/:slug", use: ArticleRoutes(site: site).article)
        router.get(":language/pages/:slug", use: ArticleRoutes(site: site).page)

        router.get(":language/sections/:slug", use: SectionRoutes(site: site).section)
        router.get(":language/sections/:slug/page/:number", use: SectionRoutes(site: site).section)
        router.get(":language/topics/:slug", use: TopicRoutes(site: site).topic)
        router.get(":language/topics/:slug/page/:number", use: TopicRoutes(site: site).topic)
        router.get(":language/people/:slug", use: PersonRoutes(site: site).person)
        router.get(":language/people/:slug/page/:number", use: PersonRoutes(site: site).person)

        router.get(":language/search", use: SearchRoutes(site: site).search)

        router.get(":language/feed.xml", use: FeedRoutes(site: site).feed)
        router.get(":language/sections/:slug/feed.xml", use: FeedRoutes(site: site).sectionFeed)

        router.get("media/:name", use: MediaRoutes(site: site).file)
        router.get("assets/:name", use: AssetRoutes(site: site).asset)
        router.get("robots.txt", use: AssetRoutes(site: site).robots)
        router.get("health", use: AssetRoutes(site: site).health)
        return router.buildResponder()
    }
}

extension BasicRequestContext {
    /// The language the path names, when the newsroom publishes in it. Throws `Missing` for any other.
    func language(_ site: Site) throws -> Language {
        guard let tag = parameters.get("language"), let language = Language(rawValue: tag), site.newsroom.face.languages.contains(language)
        else { throw Missing() }
        return language
    }

    /// The slug the path names, percent-decoded. Throws `Missing` for what can be none.
    func slug() throws -> Slug {
        guard let text = parameters.get("slug")?.removingPercentEncoding, let slug = Slug(exactly: text) else { throw Missing() }
        return slug
    }

    /// The number of a list's page: 1 where the path names none, else a whole number from 2. Throws `Missing` for any other.
    func pageNumber() throws -> Int {
        guard let text = parameters.get("number") else { return 1 }
        guard let number = Int(text), number >= 2, number <= 100_000, String(number) == text else { throw Missing() }
        return number
    }
}
