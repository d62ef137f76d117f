import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// The page of the first administrator, behind the link that the server prints while there is none.
struct SetUpRoutes: Sendable {
    let site: Site

    func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        guard try await isOpen(request) else { return try await gone(request, language) }
        return try await page(request, language)
    }

    func setUp(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        guard try await isOpen(request) else { return try await gone(request, language) }
        do {
            let email = try form.email()
            let opened = try await site.accounts.setUpFirst(
                email, name: try ReaderName(form["name"]), language, password: form["password"], from: site.visitor(request, context))
            return site.seeOther(
                SitePath.reader(language, .security).text, cookies: site.cookies.opened(opened) + [site.cookies.clear(.link)])
        } catch let refusal as Refusal {
            return try await page(request, language, refusal, email: form["email"], name: form["name"])
        }
    }

    private func isOpen(_ request: Request) async throws -> Bool {
        guard let token = site.cookies.token(.link, in: request.headers), token.digest == site.firstSetUp.digest else { return false }
        return try await site.newsroom.database.read { try !Readers.hasAdministrator($0) }
    }

    private func page(
        _ request: Request, _ language: Language, _ refusal: Refusal? = nil, email: String = "", name: String = ""
    ) async throws -> Response {
        let form = FormHTML(
            action: .reader(language, .setUp), language: language,
            fields: [
                .email(email),
                .readerName(name),
                .newPassword(label: ReaderWords.password),
            ], button: SecurityWords.firstButton, refusal: refusal)
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            try ReaderPage(
                tx, site, language, .setUp, SecurityWords.firstTitle, content: "<p>\(SecurityWords.firstLead[language])</p>" + form.html)
        }
    }

    private func gone(_ request: Request, _ language: Language) async throws -> Response {
        let content: HTML = """
            <p role="status">\(SecurityWords.firstGone[language])</p>\
            <p><a href="\(SitePath.reader(language, .logIn).text)">\(ReaderWords.logIn[language])</a></p>
            """
        return try await site.personal(request, status: .notFound, cookies: [site.cookies.clear(.link)]) { [site] tx in
            var page = try ReaderPage(tx, site, language, .setUp, ReaderWords.linkTitle, content: content)
            page.hasTwin = false
            return page
        }
    }
}
