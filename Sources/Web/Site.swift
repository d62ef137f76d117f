package import Basics
package import Newsroom
import Hummingbird
import Markup
import Storage

/// What the public site is served from. One for all that answer: every route holds it, and to hold it must cost nothing.
package final class Site: Sendable {
    package let newsroom: Newsroom
    /// The address readers reach it at, as in `https://example.org`; never taken from a request.
    let origin: String
    let cookies: Cookies
    let assets: AssetStore
    let cache: PageCache
    let media: MediaFolder
    package let library: Media
    /// Makes links that are shared, and shown again to their owner.
    let links: LinkKey
    package let accounts: Accounts
    let forwarding: ForwardingServers
    /// Opens the page of the first administrator, while there is none: printed on the operator's console, and gone with the process.
    package let firstSetUp: Token

    /// `cacheBytes` bounds the finished pages in memory. Refuses with `invalid` when the face names a logo that cannot be served.
    package init(
        _ newsroom: Newsroom, origin: String, cacheBytes: Int, keys: SecretKeys, forwarding: ForwardingServers = ForwardingServers(),
        library: Media? = nil
    ) throws {
        self.newsroom = newsroom
        self.origin = origin
        cookies = Cookies(origin: origin)
        assets = try AssetStore(newsroom.face, folder: newsroom.folder)
        cache = PageCache(capacity: cacheBytes)
        media = try MediaFolder(newsroom.folder + "/media")
        self.library = library ?? Media(newsroom.database, folder: media, door: OutboundDoor())
        links = LinkKey(keys.key(.links))
        let names = Language.allCases.map { newsroom.face.name(in: $0) } + [origin]
        accounts = Accounts(
            newsroom.database, keys: keys, ownNames: names,
            letters: AccountLetters(face: newsroom.face, origin: origin, box: SealedBox(keys)),
            party: PasskeyParty(origin: origin, name: newsroom.face.name(in: newsroom.face.languages.first ?? .en)),
            confirmed: { try ImportedVoters.claim($0, by: $1) },
            signedUp: { [policy = newsroom.face.policy] tx, reader in try Policies.accept(tx, by: reader.id, policy, reader.language) })
        self.forwarding = forwarding
        firstSetUp = Token()
    }

    /// Where the first administrator begins, for the operator's console.
    package var firstSetUpAddress: String { "\(origin)/\((newsroom.face.languages.first ?? .en).rawValue)/link/\(firstSetUp.text)" }

    /// Tells those outside of what is published.
    package var messenger: Messenger { Messenger(newsroom.database, door: library.door, box: accounts.box, origin: origin) }

    /// Answers with the page under `path`: out of the cache, or made of one state of the database. `load` gives nil where there is no such page.
    func respond(
        _ request: Request, _ path: SitePath, status: HTTPResponse.Status = .ok, isKept: Bool = true,
        load: @escaping @Sendable (Transaction) throws -> (any SitePage)?
    ) async throws -> Response {
        try await respond(request, key: path.text, isKept: isKept) { tx in
            guard let page = try load(tx) else { throw Missing() }
            return Draft(tags: page.tags.union([.face]), lifetime: min(page.lifetime ?? .seconds(86_400), page.chrome.untilMidnight)) { codings in
                FinishedPage(
                    Layout(page: page).html, status: status, language: page.chrome.language,
                    caching: status == .ok ? Caching.page : Caching.never, fields: page.fields, codings)
            }
        }
    }

    /// The same for what is not HTML: values out of the database, then bytes.
    func respond(
        _ request: Request, key: String, isKept: Bool = true, load: @escaping @Sendable (Transaction) throws -> Draft
    ) async throws -> Response {
        // What is not kept is compressed for those who wait for it now, and so only as they all accept it.
        let codings = isKept ? .all : Codings(accepted: request.headers[.acceptEncoding]).best
        let page = try await cache.page(isKept ? key : "\(codings.rawValue) \(key)") { [newsroom] in
            let draft = try await newsroom.database.read(load)
            return MadePage(page: draft.finish(codings), tags: draft.tags, lifetime: draft.lifetime, isKept: isKept)
        }
        return page.response(to: request.headers)
    }
}

/// Values read from the database, and how to make a page of them once the connection is free again.
struct Draft: Sendable {
    let tags: Set<CacheTag>
    let lifetime: Duration?
    let finish: @Sendable (Codings) -> FinishedPage
}

/// There is no page at this address: it may be an old one, and else it is a 404.
struct Missing: Error {}
