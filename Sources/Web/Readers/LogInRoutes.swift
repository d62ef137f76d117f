import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

struct LogInRoutes: Sendable {
    let site: Site

    func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let errand = Errand(request)
        switch try await site.visit(request)?.standing {
        case .whole: return site.seeOther(errand.next?.text ?? SitePath.reader(language, .account).text)
        case .enrolling: return site.lead(to: .security, language)
        // Whoever comes back here from the second step begins anew.
        case .halfway, nil: break
        }
        let news: Phrase? =
            switch request.query("done") {
            case "reset": ReaderWords.resetDone
            case "out": ReaderWords.loggedOut
            default: nil
            }
        return try await page(request, language, news: news, errand, isLoggedOut: request.query("done") == "out")
    }

    func logIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let errand = Errand(form)
        do {
            let opened = try await site.accounts.logIn(
                email: form["email"], password: form["password"], stays: form.has("stays"),
                known: site.cookies.token(.device, in: request.headers), from: site.visitor(request, context))
            let way = try await goOn(opened, errand, request, language)
            return site.seeOther(way.path, cookies: way.cookies)
        } catch let refusal as Refusal {
            return try await page(
                request, language, status: refusal.kind.status, refusal: refusal, email: form["email"], stays: form.has("stays"), errand)
        }
    }

    /// Where a session that was just opened leads: to its second step when it awaits one, else to where the reader came from, with what she
    /// wanted to do there done; `news` is what the account's page says when there is no such place.
    func goOn(
        _ opened: Accounts.Opened, _ errand: Errand, _ request: Request, _ language: Language, else news: String = ""
    ) async throws -> (path: String, cookies: [String]) {
        let cookies = site.cookies.opened(opened)
        if opened.session.awaitsFactor { return (SitePath.reader(language, .secondStep).text + errand.query, cookies) }
        return (errand.next?.text ?? SitePath.reader(language, .account).text + news, cookies + (try await finish(errand, opened.reader, request)))
    }

    /// What is to be done once a reader is logged in. Returns cookies to set and clear.
    private func finish(_ errand: Errand, _ reader: Reader, _ request: Request) async throws -> [String] {
        let cookies = try await VoteRoutes(site: site).adopt(request, by: reader)
        await errand.finish(site, reader)
        return cookies + HistoryRoutes(site: site).cookies(for: reader, having: request.headers[values: .cookie])
    }

    /// Ends this session, and clears what the browser keeps of it.
    func logOut(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        do {
            try await site.newsroom.database.write { try Sessions.end($0, signedIn.session.id, of: signedIn.reader.id) }
        } catch let refusal as Refusal where refusal.kind == .notFound {
            // The button was pressed twice, and this is the second time.
        }
        return site.seeOther(
            SitePath.reader(language, .logIn).text + "?done=out", cookies: [site.cookies.clear(.session), site.cookies.clear(.history)],
            clearing: true)
    }

    private func page(
        _ request: Request, _ language: Language, status: HTTPResponse.Status = .ok, refusal: Refusal? = nil, news: Phrase? = nil, email: String = "",
        stays: Bool = false, _ errand: Errand, isLoggedOut: Bool = false
    ) async throws -> Response {
        let check: HTML = """
            \(errand.html(language))<p class="check"><label><input type="checkbox" name="stays"\(stays ? " checked" as HTML : "")> \
            \(ReaderWords.stays[language])</label></p>
            """
        let form = FormHTML(
            action: .reader(language, .logIn), language: language,
            fields: [
                .email(email),
                .init(name: "password", label: ReaderWords.password, type: "password", autocomplete: "current-password"),
            ], more: check, button: ReaderWords.logIn, refusal: refusal)
        let after: HTML = """
            <p><a href="\(SitePath.reader(language, .forgot).text)">\(ReaderWords.forgot[language])</a></p>\
            <p>\(ReaderWords.noAccount[language]) <a href="\(SitePath.reader(language, .signUp).text + errand.query)">\(ReaderWords.signUp[language])</a></p>
            """
        return try await site.personal(request, status: status) { [site] tx in
            let passkey = PasskeyForm(language: language, fields: errand.hidden).html(site)
            // What the desk's editor kept in this browser goes with the session.
            let clearing: HTML? = isLoggedOut ? "<span data-clear-journal hidden></span>" : nil
            return try ReaderPage(
                tx, site, language, .logIn, ReaderWords.logIn, news: news, content: "\(form.html)\(passkey)\(after)\(clearing)",
                scripts: isLoggedOut ? [.passkeys, .clearing] : [.passkeys])
        }
    }
}

extension Cookies {
    /// What a browser keeps of a log-in.
    func opened(_ opened: Accounts.Opened) -> [String] {
        // A log-in that is half-way lasts no longer than its window.
        let stays = opened.session.stays && !opened.session.awaitsFactor
        let device = opened.device.map { set(.device, $0, seconds: 400 * 86_400) }
        return [set(.session, opened.token, seconds: stays ? 90 * 86_400 : nil)] + [device].compactMap(\.self)
    }
}
