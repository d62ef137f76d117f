import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What a link out of a mail leads to. Opening it does nothing but move its secret from the address into a cookie, so that it stays in no history and
/// no Referer; only the form behind it uses it.
struct LinkRoutes: Sendable {
    let site: Site

    func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        guard let token = context.parameters.get("token").flatMap({ Token($0) }) else {
            return site.seeOther(SitePath.reader(language, .choosePassword).text, cookies: [site.cookies.clear(.link)])
        }
        // What a letter's link bears on is said on the page that it leads to, before anything is done.
        let path = SitePath.reader(language, try await page(of: token)).text + Errand(request).query
        return site.seeOther(path, cookies: [site.cookies.set(.link, token, seconds: 3_600)])
    }

    /// Where a link is answered; one that does nothing any more is told so where passwords are chosen.
    private func page(of token: Token) async throws -> ReaderPath {
        if token.digest == site.firstSetUp.digest { return .setUp }
        switch try? await site.newsroom.database.read({ try AccountLinks.purpose($0, token) }) {
        case .changeFrom, .changeTo: return .agree
        case .setUp, .reset, nil: return .choosePassword
        }
    }

    func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        do {
            let token = try token(request)
            let link = try await site.newsroom.database.read { try AccountLinks.look($0, token) }
            return try await page(request, language, link.email, isSetUp: link.purpose == .setUp, Errand(request))
        } catch let fault as AccountLink.Fault {
            return try await failed(request, language, fault)
        }
    }

    func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let visitor = site.visitor(request, context)
        var account: EmailAddress?
        var isSetUp = false
        do {
            let token = try token(request)
            let link = try await site.newsroom.database.read { try AccountLinks.look($0, token) }
            account = link.email
            isSetUp = link.purpose == .setUp
            switch link.purpose {
            case .setUp:
                let opened = try await site.accounts.setUp(token, password: form["password"], from: visitor)
                let way = try await LogInRoutes(site: site).goOn(opened, Errand(form), request, language, else: "?done=welcome")
                return site.seeOther(way.path, cookies: way.cookies + [site.cookies.clear(.link)])
            case .reset:
                try await site.accounts.reset(token, password: form["password"], from: visitor)
                return site.seeOther(
                    SitePath.reader(language, .logIn).text + "?done=reset", cookies: [site.cookies.clear(.link), site.cookies.clear(.session)])
            case .changeFrom, .changeTo: throw AccountLink.Fault.invalid
            }
        } catch let fault as AccountLink.Fault {
            return try await failed(request, language, fault)
        } catch let refusal as Refusal {
            return try await page(request, language, account, refusal, isSetUp: isSetUp, Errand(form))
        }
    }

    func token(_ request: Request) throws -> Token {
        guard let token = site.cookies.token(.link, in: request.headers) else { throw AccountLink.Fault.invalid }
        return token
    }

    private func page(
        _ request: Request, _ language: Language, _ account: EmailAddress?, _ refusal: Refusal? = nil, isSetUp: Bool, _ errand: Errand
    ) async throws -> Response {
        let form = FormHTML(
            action: .reader(language, .choosePassword), language: language, account: account,
            fields: [
                .newPassword()
            ], button: ReaderWords.choose, refusal: refusal)
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site, form] tx in
            var form = form
            // What is accepted is what is in force now, whatever it was when the letter was asked for.
            form.more = isSetUp ? "\(errand.html(language))\(try PolicyWords.sentence(tx, site, language))" : nil
            return try ReaderPage(tx, site, language, .choosePassword, ReaderWords.chooseTitle, content: form.html)
        }
    }

    /// One sentence that says why, and the way on.
    private func failed(_ request: Request, _ language: Language, _ fault: AccountLink.Fault) async throws -> Response {
        let content: HTML = """
            <p role="alert"><strong>\(ReaderWords.sentence(fault)[language])</strong> \(ReaderWords.askAgain[language])</p>\
            \(SignUpRoutes.forgotForm(language))<p>\(ReaderWords.noAccount[language]) \
            <a href="\(SitePath.reader(language, .signUp).text)">\(ReaderWords.signUp[language])</a></p>
            """
        return try await site.personal(request, status: fault == .invalid ? .notFound : .gone, cookies: [site.cookies.clear(.link)]) { [site] tx in
            var page = try ReaderPage(tx, site, language, .choosePassword, ReaderWords.linkTitle, content: content)
            page.hasTwin = false
            return page
        }
    }
}
