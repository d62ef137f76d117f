import Basics
import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// The one private request of a page: who reads it, and what she has made of what stands on it. The page itself is the same bytes for all.
struct MineRoutes: Sendable {
    let site: Site

    private static let mostStories = 100

    /// Of an article: her name, the votes, and where it is saved.
    func article(_ request: Request, _ context: SiteContext) async throws -> Response {
        let cookies = request.headers[values: .cookie]
        return try await answer(cookies, article(try context.language(site), try context.slug(), cookies)).response
    }

    /// The same on the fast path. Nil for any other request, for an article that is not there, and when the database would have to be waited for.
    func answerAtOnce(to request: GetRequest) -> PreparedAnswer? {
        guard request.target.utf8.reversed().starts(with: Self.ending), let address = ArticleAddress(request.target), address.page == "mine",
            site.newsroom.face.languages.contains(address.language)
        else { return nil }
        let load = look(request.cookies, article(address.language, address.slug, request.cookies))
        guard let found = try? site.newsroom.database.readAtOnce(load) else { return nil }
        if let signedIn = found.signedIn, site.isDue(signedIn) { Task { try await site.touch(signedIn) } }
        return answer(request.cookies, found)
    }

    private static let ending = Array("/mine".utf8.reversed())

    private func article(_ language: Language, _ slug: Slug, _ cookies: [String]) -> Load {
        { [site] tx, signedIn in
            let work = try VoteRoutes.work(tx, language, slug)
            let digits = site.newsroom.face.digits(in: language)
            return [
                ("votes", try VoteRoutes(site: site).state(tx, work, cookies, signedIn, language)),
                ("saves", try signedIn.map { try SaveState(tx, work, of: $0.reader.id).json(language, digits) }),
            ]
        }
    }

    /// Of a list: her name, and which of the stories she is to read later. The form names them a line each, as `en/the-slug`.
    func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.language(site)
        let lines = try await FormBody(request)["stories"].split(separator: "\n")
        guard lines.count <= Self.mostStories else {
            throw Refusal(.invalid, ar: "عدد الأخبار كبير جدًّا.", en: "These are too many stories.")
        }
        let answer = try await answer(request.headers[values: .cookie]) { tx, signedIn in
            [("later", try signedIn.map { .list(try Self.saved(tx, lines, of: $0.reader.id).map(JSON.text)) })]
        }
        return answer.response
    }

    private typealias Load = @Sendable (Transaction, SignedIn?) throws -> [(String, JSON?)]
    private typealias Found = (signedIn: SignedIn?, members: [(String, JSON?)])

    private func answer(_ cookies: [String], _ load: @escaping Load) async throws -> PreparedAnswer {
        let found = try await site.newsroom.database.readBriefly(look(cookies, load))
        if let signedIn = found.signedIn { try await site.touch(signedIn) }
        return answer(cookies, found)
    }

    /// Who asks and what is told are read in one look at the database: every article that a reader opens asks once.
    private func look(_ cookies: [String], _ load: @escaping Load) -> @Sendable (Transaction) throws -> Found {
        let token = site.cookies.token(.session, in: cookies)
        return { tx in
            let signedIn = try token.flatMap { try Site.signedIn(tx, $0) }
            return (signedIn, try load(tx, signedIn))
        }
    }

    private func answer(_ cookies: [String], _ found: Found) -> PreparedAnswer {
        let changed = HistoryRoutes(site: site).cookies(for: found.signedIn?.reader, having: cookies)
        return site.answer(.ok, .object([("reader", Self.name(found.signedIn))] + found.members), cookies: changed)
    }

    /// Empty for a reader without a name; not there for someone not logged in.
    private static func name(_ signedIn: SignedIn?) -> JSON? { signedIn.map { .text($0.reader.name) } }

    private static func saved(_ tx: Transaction, _ lines: [Substring], of reader: ID<Reader>) throws -> [String] {
        guard let later = try Collections.find(tx, address: ReaderCollection.Kind.later.rawValue, of: reader) else { return [] }
        let stories = try lines.compactMap { line -> (line: String, work: ID<Work>)? in
            let parts = line.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let language = Language(rawValue: String(parts[0])), let slug = Slug(exactly: parts[1]),
                let edition = try Articles.edition(tx, .article, language, slug: slug)
            else { return nil }
            return (String(line), edition.workID)
        }
        let holding = try Collections.holding(tx, stories.map(\.work), of: reader)
        return stories.filter { holding[$0.work]?.contains(later) == true }.map(\.line)
    }
}
