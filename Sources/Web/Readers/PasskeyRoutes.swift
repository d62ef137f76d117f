import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Passkeys at the log-in, by the page's script: what the session is decides what an answer does. A visitor is logged in by it, a log-in that awaits
/// its second step is finished, and someone logged in shows once more who it is.
struct PasskeyRoutes: Sendable {
    let site: Site

    func challenge(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        return try await answering(language) {
            try await FormBody.empty(request)
            let visit = try await site.visit(request)
            let asked = try await site.accounts.challenge(for: visit?.signedIn.reader, from: site.visitor(request, context))
            return given(asked)
        }
    }

    func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        return try await answering(language) {
            let form = try await FormBody(request)
            let errand = Errand(form)
            let answer = try PasskeyAnswer(json: Array(form["answer"].utf8))
            let (challenge, device) = (site.cookies.token(.challenge, in: request.headers), site.cookies.token(.device, in: request.headers))
            let visitor = site.visitor(request, context)
            let opened: Accounts.Opened
            switch try await site.visit(request) {
            case (let signedIn, .halfway)?:
                opened = try await site.accounts.finishLogIn(
                    signedIn.session, signedIn.reader, passkey: answer, challenge: challenge, known: device, from: visitor)
            case (let signedIn, _)?:
                try await site.accounts.prove(signedIn.session, signedIn.reader, passkey: answer, challenge: challenge)
                return done(errand.next?.text ?? SitePath.reader(language, .account).text, [])
            case nil:
                opened = try await site.accounts.logIn(
                    passkey: answer, challenge: challenge, stays: form.has("stays"), known: device, from: visitor)
            }
            let way = try await LogInRoutes(site: site).goOn(opened, errand, request, language)
            return done(way.path, way.cookies)
        }
    }

    func challengeForNew(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await answering(try context.language(site)) {
            try await FormBody.empty(request)
            return given(try await site.accounts.challengeForPasskey(signedIn.reader))
        }
    }

    func add(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        return try await answering(language) {
            let form = try await FormBody(request)
            try await site.accounts.addPasskey(
                signedIn.reader, try PasskeyAnswer(json: Array(form["answer"].utf8)), challenge: site.cookies.token(.challenge, in: request.headers),
                name: form["name"], from: site.visitor(request, context))
            return done(SitePath.reader(language, .security).text + "?done=passkey", [])
        }
    }

    private func given(_ asked: (options: String, token: Token)) -> Response {
        site.json(
            .ok, .object([("options", .text(asked.options))]),
            cookies: [site.cookies.set(.challenge, asked.token, seconds: Int(PasskeyChallenge.lifetime))])
    }

    private func done(_ path: String, _ cookies: [String]) -> Response {
        site.json(.ok, .object([("next", .text(path))]), cookies: cookies + [site.cookies.clear(.challenge)])
    }

    /// A refusal as the script shows it.
    private func answering(_ language: Language, _ work: () async throws -> Response) async throws -> Response {
        do { return try await work() } catch let refusal as Refusal {
            return site.json(refusal.kind.status, words: refusal.words[language])
        }
    }
}
