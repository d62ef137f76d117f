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
        try await article(request, try context.language(site), try context.slug())
    }

    /// The same past the router, which would take longer than the answer; nil for any other request.
    func answerAtOnce(_ request: Request) async throws -> Response? {
        guard let path = request.head.path, path.utf8.reversed().starts(with: Self.ending),
            let address = ArticleAddress(path), address.page == "mine", site.newsroom.face.languages.contains(address.language)
        else { return nil }
        return try await article(request, address.language, address.slug)
    }

    private static let ending = Array("/mine".utf8.reversed())

    private func article(_ request: Request, _ language: Language, _ slug: Slug) async throws -> Response {
        let digits = site.newsroom.face.digits(in: language)
        return try await answer(request) { [site] tx, signedIn in
            let work = try VoteRoutes.work(tx, language, slug)
            return [
                ("votes", try VoteRoutes(site: site).state(tx, work, request, signedIn, language)),
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
        return try await answer(request) { tx, signedIn in
            [("later", try signedIn.map { .list(try Self.saved(tx, lines, of: $0.reader.id).map(JSON.text)) })]
        }
    }

    /// Who asks and what is told are read in one look at the database: every article that a reader opens asks once.
    private func answer(
        _ request: Request, _ load: @escaping @Sendable (Transaction, SignedIn?) throws -> [(String, JSON?)]
    ) async throws -> Response {
        let token = site.cookies.token(.session, in: request.headers)
        let (signedIn, members) = try await site.newsroom.database.readBriefly { tx in
            let signedIn = try token.flatMap { try Site.signedIn(tx, $0) }
            return (signedIn, try load(tx, signedIn))
        }
        if let signedIn { try await site.touch(signedIn) }
        let cookies = HistoryRoutes(site: site).cookies(for: signedIn?.reader, request)
        return site.json(.ok, .object([("reader", Self.name(signedIn))] + members), cookies: cookies)
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
