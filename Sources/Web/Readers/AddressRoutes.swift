import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Moving an account to another address.
struct AddressRoutes: Sendable {
    let site: Site

    func form(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let news = request.query("done") == "sent" ? SecurityWords.moveSent : nil
        return try await page(request, try context.language(site), signedIn, news: news)
    }

    func ask(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            let email = try form.email()
            try await site.accounts.askToMove(signedIn.reader, to: email, from: site.visitor(request, context))
            return site.lead(to: .email, language, done: "sent")
        } catch let refusal as Refusal {
            return try await page(request, language, signedIn, refusal, email: form["email"])
        }
    }

    /// What a mailbox's link leads to: nothing happens before the button is pressed.
    func agreeForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        do {
            let token = try LinkRoutes(site: site).token(request)
            let link = try await site.newsroom.database.read { try AccountLinks.look($0, token) }
            guard link.purpose == .changeFrom || link.purpose == .changeTo else { throw AccountLink.Fault.invalid }
            return try await agreePage(request, language, link.email)
        } catch let fault as AccountLink.Fault {
            return try await failed(request, language, fault)
        }
    }

    func agree(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        try await FormBody.empty(request)
        do {
            let token = try LinkRoutes(site: site).token(request)
            let kept = try await site.signedIn(request)?.session
            let move = try await site.accounts.agreeToMove(token, keeping: kept, from: site.visitor(request, context))
            return try await said(request, language, move == .done ? SecurityWords.movedNow : SecurityWords.agreedOnce)
        } catch let fault as AccountLink.Fault {
            return try await failed(request, language, fault)
        } catch let refusal as Refusal {
            return try await said(request, language, refusal.words, status: refusal.kind.status)
        }
    }

    private func page(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ refusal: Refusal? = nil, email: String = "", news: Phrase? = nil
    ) async throws -> Response {
        let form = FormHTML(
            action: .reader(language, .email), language: language,
            fields: [.email(email, label: SecurityWords.newEmail, autocomplete: "email")],
            button: SecurityWords.ask, refusal: refusal)
        let lead: HTML = """
            <p>\(SecurityWords.presentEmail[language]): <bdi>\(signedIn.reader.email.text)</bdi></p><p>\(SecurityWords.moveLead[language])</p>
            """
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            try ReaderPage(tx, site, language, .email, ReaderWords.changeEmail, news: news, content: lead + form.html)
        }
    }

    private func agreePage(_ request: Request, _ language: Language, _ email: EmailAddress) async throws -> Response {
        let form = FormHTML(action: .reader(language, .agree), language: language, button: SecurityWords.agree)
        return try await site.personal(request) { [site] tx in
            try ReaderPage(
                tx, site, language, .agree, SecurityWords.agreeTitle,
                content: "<p>\(SecurityWords.agreeLead(email)[language])</p>" + form.html)
        }
    }

    private func said(
        _ request: Request, _ language: Language, _ words: Phrase, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let on: HTML = """
            <p role="status">\(words[language])</p><p><a href="\(SitePath.reader(language, .account).text)">\(ReaderWords.account[language])</a></p>
            """
        return try await site.personal(request, status: status, cookies: [site.cookies.clear(.link)]) { [site] tx in
            var page = try ReaderPage(tx, site, language, .agree, SecurityWords.agreeTitle, content: on)
            page.hasTwin = false
            return page
        }
    }

    private func failed(_ request: Request, _ language: Language, _ fault: AccountLink.Fault) async throws -> Response {
        try await said(request, language, ReaderWords.sentence(fault), status: fault == .invalid ? .notFound : .gone)
    }
}
