import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// The library: looked through, and added to.
struct LibraryRoutes: Sendable {
    let site: Site

    func list(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await list(request, try context.language(site), signedIn, nil)
    }

    private func list(_ request: Request, _ language: Language, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let query = { (name: String) in request.query(name) ?? "" }
        guard let number = request.pageNumber else { throw Missing() }
        let filter = Media.Filter(
            words: String(query("q").prefix(200)), kind: MediaItem.Kind(rawValue: query("kind")),
            undescribed: Language(rawValue: query("undescribed")))
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(tx, site, language, .media, LibraryWords.library[language], for: signedIn.reader, refusal: refusal)
            page.content =
                LibraryHTML(
                    chrome: page.chrome, filter: filter, page: try Media.page(tx, filter, number: number, size: LibraryHTML.size),
                    mayAdd: signedIn.reader.role.may(.illustrate)
                ).html
            return page
        }
    }

    /// A file as a form gives it.
    func add(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        do {
            let item = try await Self.refusing {
                try await site.library.admit(by: signedIn.reader.id) { path in
                    try await MultipartForm(request, writingTo: path, mostBytes: Media.longestUpload).fileName
                }
            }
            return site.seeOther(SitePath.desk(language, .item(item.id)).text + "?done=added")
        } catch let refusal as Refusal {
            return try await list(request, language, signedIn, refusal)
        }
    }

    /// A file as the body of a script's request, on its way to the disk as it comes.
    func upload(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let name = String(request.query("name")?.split(separator: "/").last?.prefix(200) ?? "file")
        do {
            let item = try await Self.refusing {
                try await site.library.admit(by: signedIn.reader.id) { path in
                    let file = try NewFile(path, mostBytes: Media.longestUpload)
                    for try await part in request.body { try file.write(part.readableBytesView) }
                    return name
                }
            }
            guard let picture = StoryState.picture(item, language) else { throw FormBody.unknown }
            return site.json(.created, picture)
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, .object([("words", .text(refusal.words[language])), ("field", .text("file"))]))
        }
    }

    /// A file that is longer than may be is refused like any other.
    static func refusing<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch is NewFile.TooLong {
            throw Refusal(.tooLarge, ar: DeskWords.fileTooLong.ar, en: DeskWords.fileTooLong.en, field: "file")
        }
    }

    /// Pictures by words, for the editor's script.
    func find(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let words = String((request.query("q") ?? "").prefix(200))
        let filter = Media.Filter(words: words, kind: .picture, isReady: true)
        let items = try await site.newsroom.database.read { try Media.page($0, filter, number: 1, size: 60).items }
        return site.json(.ok, .object([("items", .list(items.compactMap { StoryState.picture($0, language) }))]))
    }

    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.seeOther(SitePath.desk(try context.language(site), .media).text)
    }
}

/// An item of the library: what is said about it, where it stands, another file in its place.
struct LibraryItemRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil, nil)
    }

    func describe(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), ID<MediaItem>(try context.number("item")))
        let form = try await FormBody(request)
        do {
            let description = try LibraryItemHTML.description(form, site.newsroom.face.languages)
            try await site.newsroom.database.write { tx in
                try Media.describe(tx, id, description, by: try Desk.actor(tx, signedIn.session.id, .illustrate))
            }
            return site.seeOther(SitePath.desk(language, .item(id)).text + "?done=described")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal, form)
        }
    }

    func replace(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, done: "replaced", to: DeskPath.item) { id in
            try await LibraryRoutes.refusing {
                try await site.library.replace(id, by: signedIn.session.id) { path in
                    try await MultipartForm(request, writingTo: path, mostBytes: Media.longestUpload).fileName
                }
            }
        }
    }

    func delete(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, done: "deleted", to: { _ in .media }) { id in
            guard try await FormBody(request).has("sure") else { throw DeskWords.tickToDelete }
            try await site.library.delete(id, by: signedIn.session.id)
        }
    }

    /// The address of a form, opened anew.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.seeOther(SitePath.desk(try context.language(site), .item(ID(try context.number("item")))).text)
    }

    private func act(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, done: String, to place: (ID<MediaItem>) -> DeskPath,
        _ work: (ID<MediaItem>) async throws -> Void
    ) async throws -> Response {
        let (language, id) = (try context.language(site), ID<MediaItem>(try context.number("item")))
        do {
            try await work(id)
            return site.seeOther(SitePath.desk(language, place(id)).text + "?done=\(done)")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal, nil)
        }
    }

    private func page(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?, _ typed: FormBody?
    ) async throws -> Response {
        let (language, id) = (try context.language(site), ID<MediaItem>(try context.number("item")))
        let news = LibraryWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let item = try Media.item(tx, id)
            var page = try DeskPage(tx, site, language, .item(id), item.fileName, for: signedIn.reader, news: news, refusal: refusal)
            page.content =
                LibraryItemHTML(
                    chrome: page.chrome, item: item, uses: try Media.uses(tx, of: id), role: signedIn.reader.role, typed: typed, refusal: refusal
                ).html
            page.scripts = [.focus]
            return page
        }
    }
}
