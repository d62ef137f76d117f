import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Looking at collections. What is neither hers nor shared is not there: the same 404 as for what never was.
struct CollectionRoutes: Sendable {
    let site: Site

    func overview(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await overview(request, try context.language(site), signedIn, number: try context.pageNumber())
    }

    /// Makes a new collection.
    func add(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            let made = try await site.newsroom.database.write { tx in
                let id = try Collections.add(tx, name: form["name"], description: form["description"], by: signedIn.reader.id)
                return try Collections.find(tx, id, of: signedIn.reader.id)
            }
            return site.seeOther(SitePath.collection(language, made.address).text + "?done=created")
        } catch let refusal as Refusal {
            return try await overview(request, language, signedIn, number: 1, refusal: refusal, name: form["name"])
        }
    }

    /// A collection's page: its owner's, or for all when it is public. A stranger at what everyone has of her own is led to the log-in.
    func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, name, number) = (try context.language(site), try context.collectionName(), try context.pageNumber())
        let signedIn = try await site.signedIn(request)
        let kind = ReaderCollection.Kind(rawValue: name).flatMap { $0 == .own ? nil : $0 }
        if kind != nil, signedIn == nil { return site.askToLogIn(request, language) }
        let news = request.query("done").flatMap(CollectionWords.news)
        return try await found {
            try await site.personal(request) { [site] tx in
                let reader = signedIn?.reader.id
                if let id = try Collections.find(tx, address: name, of: reader) {
                    let view = try Collections.view(tx, id, for: reader, language, page: number)
                    return try CollectionPage(
                        tx, site, language, view, keepsHistory: signedIn?.reader.keepsHistory, news: news)
                }
                guard let kind, let signedIn, number == 1 else { throw Missing() }
                return try CollectionPage(
                    tx, site, language, .unused(kind, at: tx.now), keepsHistory: signedIn.reader.keepsHistory, news: news)
            }
        }
    }

    /// The page behind a link that its owner gave away.
    func shared(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, number) = (try context.language(site), try context.pageNumber())
        guard let link = context.parameters.get("token").flatMap({ Token($0) }) else { throw Missing() }
        return try await found {
            try await site.personal(request) { [site] tx in
                // Whoever comes by the link sees what the link shows, its owner too.
                let view = try Collections.view(tx, link: link, for: nil, language, page: number)
                return try CollectionPage(tx, site, language, view, link: link)
            }
        }
    }

    /// The feed of a public collection; its owner, too, has none of a private one.
    func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, name) = (try context.language(site), try context.collectionName())
        return try await found {
            let feed = try await site.newsroom.database.read { [site] tx in
                guard let id = try Collections.find(tx, address: name, of: nil) else { throw Missing() }
                return try Feed(tx, site, language, of: try Collections.view(tx, id, for: nil, language, size: Feed.size)).finished(Caching.never)
            }
            return feed.response(to: request.headers)
        }
    }

    private func overview(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, number: Int, refusal: Refusal? = nil, name: String = ""
    ) async throws -> Response {
        let news = request.query("done").flatMap(CollectionWords.news)
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let overview = try Collections.overview(tx, of: signedIn.reader.id, page: number)
            guard number == 1 || !overview.own.items.isEmpty else { throw Missing() }
            return CollectionsPage(chrome: try Chrome(tx, site, language), overview: overview, news: news, refusal: refusal, name: name)
        }
    }

    /// What the room will not show is missing like anything else that is not there.
    private func found(_ answer: () async throws -> Response) async throws -> Response {
        do { return try await answer() } catch let refusal as Refusal where refusal.kind == .notFound { throw Missing() }
    }
}

extension SiteContext {
    /// How the path names a collection. Throws `Missing` for what can be none.
    func collectionName() throws -> String {
        guard let name = parameters.get("code"), (1...20).contains(name.utf8.count),
            name.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || Character(Unicode.Scalar($0)).isASCIIAlphanumeric })
        else { throw Missing() }
        return name
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
