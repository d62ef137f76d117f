import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Asking for an account, or for a new password: both only send a letter, and say the same whoever asks.
struct SignUpRoutes: Sendable {
    let site: Site

    func signUpForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await signUpPage(request, try context.language(site), Errand(request))
    }

    func signUp(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let errand = Errand(form)
        do {
            try await ask(.signUp, form, language, errand, request, context)
            return try await sent(request, language, .signUp, ReaderWords.signUpSent, errand)
        } catch let refusal as Refusal {
            return try await signUpPage(request, language, errand, refusal, email: form["email"], name: form["name"])
        }
    }

    func forgotForm(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await forgotPage(request, try context.language(site))
    }

    func forgot(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            try await ask(.forgot, form, language, nil, request, context)
            return try await sent(request, language, .forgot, ReaderWords.forgotSent)
        } catch let refusal as Refusal {
            return try await forgotPage(request, language, refusal, email: form["email"])
        }
    }

    private func ask(
        _ kind: AccountRequest.Kind, _ form: FormBody, _ language: Language, _ errand: Errand?, _ request: Request, _ context: SiteContext
    ) async throws {
        let email = try form.email()
        let visitor = site.visitor(request, context)
        let wish = AccountRequest(kind, email, name: try ReaderName(form["name"]), language, device: visitor.device, errand: errand?.query ?? "")
        try await site.accounts.ask(wish, known: site.cookies.token(.device, in: request.headers), from: visitor)
    }

    private func sent(
        _ request: Request, _ language: Language, _ path: ReaderPath, _ words: Phrase, _ errand: Errand? = nil
    ) async throws -> Response {
        let again = SitePath.reader(language, path).text + (errand?.query ?? "")
        return try await site.personal(request) { [site] tx in
            let on: HTML = """
                <p role="status">\(words[language])</p><p><a href="\(again)">\(ReaderWords.askForMore[language])</a></p>\
                <p><a href="\(SitePath.reader(language, .logIn).text)">\(ReaderWords.logIn[language])</a></p>
                """
            return try ReaderPage(tx, site, language, path, ReaderWords.sent, content: on)
        }
    }

    private func signUpPage(
        _ request: Request, _ language: Language, _ errand: Errand, _ refusal: Refusal? = nil, email: String = "", name: String = ""
    ) async throws -> Response {
        let form = FormHTML(
            action: .reader(language, .signUp), language: language,
            fields: [
                .email(email, autocomplete: "email"),
                .readerName(name),
            ], button: ReaderWords.send, refusal: refusal)
        let after: HTML = """
            <p>\(ReaderWords.haveAccount[language]) <a href="\(SitePath.reader(language, .logIn).text + errand.query)">\(ReaderWords.logIn[language])</a></p>
            """
        let lead: HTML = "<p>\(ReaderWords.signUpLead[language])</p>"
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site, form] tx in
            var form = form
            form.more = "\(errand.html(language))\(try PolicyWords.sentence(tx, site, language))"
            return try ReaderPage(tx, site, language, .signUp, ReaderWords.signUp, content: lead + form.html + after)
        }
    }

    private func forgotPage(_ request: Request, _ language: Language, _ refusal: Refusal? = nil, email: String = "") async throws -> Response {
        let content = "<p>\(ReaderWords.forgotLead[language])</p>" + Self.forgotForm(language, refusal, email: email)
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            try ReaderPage(tx, site, language, .forgot, ReaderWords.forgot, content: content)
        }
    }

    /// The form to ask for a new link, also on the page of a link that does not work.
    static func forgotForm(_ language: Language, _ refusal: Refusal? = nil, email: String = "") -> HTML {
        FormHTML(
            action: .reader(language, .forgot), language: language,
            fields: [.email(email)],
            button: ReaderWords.send, refusal: refusal
        ).html
    }
}
