import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// The page of second factors, and what its forms do.
struct SecurityRoutes: Sendable {
    let site: Site

    func security(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let news: Phrase? =
            switch request.query("done") {
            case "passkey": SecurityWords.passkeyAdded
            case "no-passkey": SecurityWords.passkeyRemoved
            case "codes": SecurityWords.codesOn
            case "no-codes": SecurityWords.codesOff
            default: nil
            }
        return try await page(request, try context.language(site), signedIn, news: news)
    }

    /// Gives the reader a seed; the page of it is opened next, and may be opened again until its first code came.
    func beginCodes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        try await FormBody.empty(request)
        try await site.accounts.beginCodes(signedIn.reader)
        return site.lead(to: .codes, language)
    }

    func codes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await codesPage(request, try context.language(site), signedIn)
    }

    func confirmCodes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            let fresh = try await site.accounts.confirmCodes(signedIn.reader, code: form["code"], from: site.visitor(request, context))
            if fresh.isEmpty { return site.lead(to: .security, language, done: "codes") }
            return try await recoveryPage(request, language, fresh, news: SecurityWords.codesOn)
        } catch let refusal as Refusal {
            return try await codesPage(request, language, signedIn, refusal)
        }
    }

    func removeCodes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        try await FormBody.empty(request)
        return try await changing(request, language, signedIn) {
            try await site.accounts.removeCodes(signedIn.reader, from: site.visitor(request, context))
            return site.lead(to: .security, language, done: "no-codes")
        }
    }

    func renewRecoveryCodes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        try await FormBody.empty(request)
        return try await changing(request, language, signedIn) {
            let fresh = try await site.accounts.renewRecoveryCodes(signedIn.reader, from: site.visitor(request, context))
            return try await recoveryPage(request, language, fresh)
        }
    }

    func removePasskey(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let number = try form.number("passkey")
        return try await changing(request, language, signedIn) {
            try await site.accounts.removePasskey(ID(number), of: signedIn.reader, from: site.visitor(request, context))
            return site.lead(to: .security, language, done: "no-passkey")
        }
    }

    /// The address of a form that was sent, opened anew.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.lead(to: .security, try context.language(site))
    }

    /// A refusal is shown on the page that the form stands on.
    private func changing(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ work: () async throws -> Response
    ) async throws -> Response {
        do { return try await work() } catch let refusal as Refusal {
            return try await page(request, language, signedIn, refusal)
        }
    }

    private func page(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ refusal: Refusal? = nil, news: Phrase? = nil
    ) async throws -> Response {
        let reader = signedIn.reader
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let factors = try Factors.of(tx, reader.id)
            var page = try ReaderPage(
                tx, site, language, .security, ReaderWords.security, news: news, content: HTML(), scripts: [.passkeys])
            page.content =
                SecurityHTML(
                    reader: reader, factors: factors, chrome: page.chrome, hasPasskeys: site.accounts.party != nil,
                    mustEnrol: reader.role.isStaff && !factors.exist, refusal: refusal
                ).html
            return page
        }
    }

    private func codesPage(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ refusal: Refusal? = nil
    ) async throws -> Response {
        let waiting = try await site.newsroom.database.read { try site.accounts.waitingCodes($0, signedIn.reader) }
        guard let waiting else { return site.lead(to: .security, language) }
        let square = QRCode(waiting.address)?.svg(title: SecurityWords.square[language]) ?? ""
        let form = FormHTML(
            action: .reader(language, .firstCode), language: language,
            fields: [.init(name: "code", label: SecurityWords.firstCode, autocomplete: "one-time-code", isLatin: true)],
            button: SecurityWords.confirmCodes, refusal: refusal)
        let content: HTML = """
            <p>\(SecurityWords.scan[language])</p><div class="square">\(HTML(verbatim: square))</div>\
            <p>\(SecurityWords.orType[language])</p><p class="key"><code>\(waiting.spelled)</code></p>\(form.html)
            """
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            try ReaderPage(tx, site, language, .codes, SecurityWords.codes, content: content)
        }
    }

    /// Shows the codes, this once.
    private func recoveryPage(_ request: Request, _ language: Language, _ codes: [RecoveryCode], news: Phrase? = nil) async throws -> Response {
        let items = codes.map { "<li><code>\($0.text)</code></li>" as HTML }
        let content: HTML = """
            <p><strong>\(SecurityWords.shownOnce[language])</strong> \(SecurityWords.recoveryLead[language])</p><ol class="codes">\(items)</ol>\
            <p><a href="\(SitePath.reader(language, .security).text)">\(SecurityWords.kept[language])</a></p>
            """
        return try await site.personal(request) { [site] tx in
            var page = try ReaderPage(tx, site, language, .recoveryCodes, SecurityWords.recovery, news: news, content: content)
            page.hasTwin = false
            return page
        }
    }
}
