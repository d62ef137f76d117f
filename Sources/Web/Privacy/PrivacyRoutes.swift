import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What is kept about a reader: shown to her, given to her, and erased when she says so.
struct PrivacyRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let news: Phrase? =
            switch request.query("done") {
            case "asked": PrivacyWords.asked
            case "kept": PrivacyWords.kept
            default: nil
            }
        return try await page(request, try context.language(site), signedIn, news: news)
    }

    func erase(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            guard form.has("sure") else {
                throw Refusal(.invalid, ar: PrivacyWords.tick.ar, en: PrivacyWords.tick.en, field: "sure")
            }
            try await site.accounts.askErasing(signedIn.reader, in: signedIn.session)
            return site.lead(to: .privacy, language, done: "asked")
        } catch let refusal as Refusal {
            return try await page(request, language, signedIn, refusal: refusal)
        }
    }

    func keep(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        try await FormBody.empty(request)
        try await site.accounts.keep(signedIn.reader)
        return site.lead(to: .privacy, language, done: "kept")
    }

    /// The address of a form, opened anew: leads to the page that it stands on.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.lead(to: .privacy, try context.language(site))
    }

    private func page(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, news: Phrase? = nil, refusal: Refusal? = nil
    ) async throws -> Response {
        try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let reader = try Readers.find(tx, signedIn.reader.id) ?? signedIn.reader
            var page = try ReaderPage(tx, site, language, .privacy, ReaderWords.privacy, news: news, content: HTML())
            let notices = try AccountNotices(tx, site, reader, page.chrome, at: .privacy)
            page.content =
                notices.html
                + PrivacyHTML(
                    kept: try site.accounts.kept(tx, of: reader), chrome: page.chrome, cookies: site.cookies,
                    isErased: reader.eraseAt != nil, refusal: refusal
                ).html
            return page
        }
    }

    // MARK: To take along

    func exportJSON(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await export(request, context, signedIn, "json", type: "application/json; charset=utf-8") { Array($0.json.text.utf8) }
    }

    func exportHTML(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await export(request, context, signedIn, "html", type: "text/html; charset=utf-8") { Array($0.html.text.utf8) }
    }

    /// A file for its reader alone: laid into her folder of downloads, not opened under this site's address.
    private func export(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ ending: String, type: String, _ bytes: (ExportFile) -> [UInt8]
    ) async throws -> Response {
        let language = try context.language(site)
        try site.accounts.admitExport(signedIn.reader.id)
        let file = try await site.newsroom.database.read { [site] tx in
            let reader = try Readers.find(tx, signedIn.reader.id) ?? signedIn.reader
            return ExportFile(exports: try site.accounts.export(tx, of: reader, language), reader: reader, chrome: try Chrome(tx, site, language))
        }
        let codings = Codings(accepted: request.headers[.acceptEncoding]).best
        let finished = FinishedPage(bytes(file), type: type, language: language, caching: Caching.never, codings)
        var response = finished.response(to: HTTPFields(request.headers.filter { $0.name == .acceptEncoding }))
        response.headers[.contentDisposition] = "attachment; filename=\"\(file.name).\(ending)\""
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.eTag] = nil
        return response
    }
}
