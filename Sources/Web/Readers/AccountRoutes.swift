import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// A reader's own page: who she is, her password, where she is logged in.
struct AccountRoutes: Sendable {
    let site: Site

    func account(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let news: Phrase? =
            switch request.query("done") {
            case "welcome": ReaderWords.welcome
            case "saved": ReaderWords.saved
            case "password": ReaderWords.passwordChanged
            case "ended": ReaderWords.ended
            case "accepted": PolicyWords.accepted
            default: nil
            }
        return try await page(request, try context.language(site), signedIn, news: news)
    }

    func saveProfile(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            let name = try ReaderName(form["name"])
            guard let chosen = Language(rawValue: form["language"]) else {
                throw Refusal(.invalid, ar: "اختر لغة من القائمة.", en: "Choose a language from the list.", field: "language")
            }
            try await site.newsroom.database.write { tx in
                try Readers.rename(tx, signedIn.reader.id, name)
                try Readers.setLanguage(tx, signedIn.reader.id, chosen)
            }
            return site.lead(to: .account, language, done: "saved")
        } catch let refusal as Refusal {
            return try await page(request, language, signedIn, profile: refusal, name: form["name"], chosen: Language(rawValue: form["language"]))
        }
    }

    func changePassword(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            try await site.accounts.changePassword(
                signedIn.reader, in: signedIn.session, old: form["old"], new: form["password"], from: site.visitor(request, context))
            return site.lead(to: .account, language, done: "password")
        } catch let refusal as Refusal {
            return try await page(request, language, signedIn, password: refusal)
        }
    }

    /// Ends the session that the form names, or all but this one.
    func endSessions(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let (reader, own) = (signedIn.reader.id, signedIn.session.id)
        if form.has("others") {
            try await site.newsroom.database.write { try Sessions.endAll($0, of: reader, except: own) }
        } else {
            let number = try form.number("session")
            try await site.newsroom.database.write { try Sessions.end($0, ID(number), of: reader) }
        }
        return site.lead(to: .account, language, done: "ended")
    }

    /// The address of a refused form, opened anew: leads to the page that the form stands on.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.lead(to: .account, try context.language(site))
    }

    private func page(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, news: Phrase? = nil, profile: Refusal? = nil, password: Refusal? = nil,
        name: String? = nil, chosen: Language? = nil
    ) async throws -> Response {
        let refusal = profile ?? password
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let sessions = try Sessions.of(tx, signedIn.reader.id)
            let reader = try Readers.find(tx, signedIn.reader.id) ?? signedIn.reader
            var page = try ReaderPage(tx, site, language, .account, ReaderWords.account, news: news, content: HTML())
            page.content =
                try AccountNotices(tx, site, reader, page.chrome).html
                + AccountHTML(
                    reader: reader, session: signedIn.session, sessions: sessions, chrome: page.chrome, profile: profile, password: password,
                    name: name, chosen: chosen
                ).html
            return page
        }
    }
}
