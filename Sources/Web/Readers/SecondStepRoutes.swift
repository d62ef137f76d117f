import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What is asked for besides a password: at the log-in, and again before something grave.
struct SecondStepRoutes: Sendable {
    let site: Site

    func form(_ request: Request, _ context: SiteContext, _ halfway: SignedIn) async throws -> Response {
        let errand = Errand(request)
        return try await stepPage(request, try context.language(site), halfway, errand)
    }

    func finish(_ request: Request, _ context: SiteContext, _ halfway: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let errand = Errand(form)
        do {
            let opened = try await site.accounts.finishLogIn(
                halfway.session, halfway.reader, code: form["code"], known: site.cookies.token(.device, in: request.headers),
                from: site.visitor(request, context))
            let way = try await LogInRoutes(site: site).goOn(opened, errand, request, language)
            return site.seeOther(way.path, cookies: way.cookies)
        } catch let refusal as Refusal {
            return try await stepPage(request, language, halfway, errand, refusal)
        }
    }

    func againForm(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let errand = Errand(request)
        return try await againPage(request, try context.language(site), signedIn, errand)
    }

    func again(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let errand = Errand(form)
        do {
            try await site.accounts.prove(
                signedIn.session, signedIn.reader, password: form["password"], code: form["code"], from: site.visitor(request, context))
            return site.seeOther(errand.next?.text ?? SitePath.reader(language, .account).text)
        } catch let refusal as Refusal {
            return try await againPage(request, language, signedIn, errand, refusal)
        }
    }

    private static let codeField = FormHTML.Field(
        name: "code", label: SecurityWords.code, hint: SecurityWords.codeHint, autocomplete: "one-time-code", isLatin: true)

    private func stepPage(
        _ request: Request, _ language: Language, _ halfway: SignedIn, _ errand: Errand, _ refusal: Refusal? = nil
    ) async throws -> Response {
        let form = FormHTML(
            action: .reader(language, .secondStep), language: language, fields: [Self.codeField], more: errand.hidden, button: ReaderWords.logIn,
            refusal: refusal)
        let after: HTML = """
            <p><a href="\(SitePath.reader(language, .logIn).text)">\(SecurityWords.startOver[language])</a></p>\
            <p class="hint">\(SecurityWords.lostFactor[language])</p>
            """
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let factors = try Factors.of(tx, halfway.reader.id)
            let passkey =
                factors.passkeys.isEmpty ? nil : PasskeyForm(language: language, button: SecurityWords.usePasskey, fields: errand.hidden).html(site)
            return try ReaderPage(
                tx, site, language, .secondStep, SecurityWords.secondStep, content: "\(form.html)\(passkey)\(after)", scripts: [.passkeys])
        }
    }

    private func againPage(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ errand: Errand, _ refusal: Refusal? = nil
    ) async throws -> Response {
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let factors = try Factors.of(tx, signedIn.reader.id)
            let password = FormHTML.Field(
                name: "password", label: ReaderWords.presentPassword, type: "password", autocomplete: "current-password")
            let asksCode = try Factors.areAsked(tx, of: signedIn.reader)
            let form = FormHTML(
                action: .reader(language, .again), language: language, account: signedIn.reader.email,
                fields: [password] + (asksCode ? [Self.codeField] : []), more: errand.hidden, button: SecurityWords.goOn, refusal: refusal)
            let passkey =
                factors.passkeys.isEmpty ? nil : PasskeyForm(language: language, button: SecurityWords.usePasskey, fields: errand.hidden).html(site)
            return try ReaderPage(
                tx, site, language, .again, SecurityWords.again,
                content: "<p>\(SecurityWords.againLead[language])</p>\(form.html)\(passkey)", scripts: [.passkeys])
        }
    }
}
