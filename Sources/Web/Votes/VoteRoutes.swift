import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Voting on an article. The voter is the session and never a field of the request; the same again changes nothing.
struct VoteRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, try context.language(site), try context.slug(), try await voter(request))
    }

    /// A form's vote. A guest's is kept through the log-in, and counted then.
    func vote(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let choice = try Self.choice(try await FormBody(request))
        do {
            guard let cast = try await cast(choice, language, slug, request, context) else {
                return site.seeOther(Errand.logIn(language, next: .vote(language, slug), .vote(choice)))
            }
            return site.seeOther(SitePath.vote(language, slug).text, cookies: cast.cookies)
        } catch let refusal as Refusal where refusal.kind != .notFound && refusal.kind != .gone {
            return try await page(request, language, slug, try await voter(request), refusal)
        }
    }

    /// The script's vote: answered with what stands now.
    func put(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let choice = try Self.choice(try await FormBody(request))
        do {
            guard let cast = try await cast(choice, language, slug, request, context) else {
                return site.json(.unauthorized, words: VoteWords.needsAccount[language])
            }
            return site.json(.ok, state(cast.tally, choice.vote, language), cookies: cast.cookies)
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, words: refusal.words[language])
        }
    }

    /// An editor closes the voting on an article, or opens it again.
    func close(_ request: Request, _ context: SiteContext, _ editor: SignedIn) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let isClosed = try await FormBody(request)["closed"] == "1"
        try await site.newsroom.database.write { tx in
            let work = try Self.article(tx, language, slug).workID
            if isClosed { try Votes.close(tx, work) } else { try Votes.open(tx, work) }
        }
        return site.seeOther(SitePath.vote(language, slug).text)
    }

    /// The result and this visitor's own vote, as the script shows them.
    func state(_ tx: Transaction, _ work: ID<Work>, _ cookies: [String], _ signedIn: SignedIn?, _ language: Language) throws -> JSON {
        let standing =
            switch voter(cookies, signedIn) {
            case .reader(let reader): try Votes.standing(tx, work, reader: reader.id)
            case .guest(let token): try Votes.standing(tx, work, guest: token.digest)
            case .nobody: (tally: try Votes.tally(tx, work), own: Vote?.none)
            }
        return state(standing.tally, standing.own, language)
    }

    /// Gives the reader the votes of the guest she was before she logged in. Returns the cookie to clear.
    func adopt(_ request: Request, by reader: Reader) async throws -> [String] {
        guard let guest = site.cookies.token(.guest, in: request.headers) else { return [] }
        try await site.newsroom.database.write { try Votes.adopt($0, guest: guest.digest, by: reader.id) }
        return [site.cookies.clear(.guest)]
    }

    // MARK: Who votes

    private enum Voter: Sendable {
        case reader(Reader), guest(Token), nobody

        func own(_ tx: Transaction, _ work: ID<Work>) throws -> Vote? {
            switch self {
            case .reader(let reader): try Votes.own(tx, reader.id, [work])[work]
            case .guest(let token): try Votes.own(tx, guest: token.digest, [work])[work]
            case .nobody: nil
            }
        }
    }

    private func voter(_ request: Request) async throws -> Voter {
        voter(request.headers[values: .cookie], try await site.signedIn(request))
    }

    private func voter(_ cookies: [String], _ signedIn: SignedIn?) -> Voter {
        if let signedIn { return .reader(signedIn.reader) }
        guard site.newsroom.face.voters == .everyone else { return .nobody }
        return .guest(site.cookies.token(.guest, in: cookies) ?? Token())
    }

    /// Casts the vote; nil when whoever asks must log in first.
    private func cast(
        _ choice: VoteChoice, _ language: Language, _ slug: Slug, _ request: Request, _ context: SiteContext
    ) async throws -> (tally: Tally, cookies: [String])? {
        let database = site.newsroom.database
        if let session = site.cookies.token(.session, in: request.headers) {
            // Who votes is asked where the vote is written: a crowd of voters then waits once, and a session that has just ended votes no more.
            let found = try await database.writeTogether { tx in
                try Site.signedIn(tx, session).map { signedIn in
                    (signedIn, try Votes.cast(tx, try Self.work(tx, language, slug), by: signedIn.reader.id, choice.vote))
                }
            }
            if let (signedIn, tally) = found {
                try await site.touch(signedIn)
                return (tally, [])
            }
        }
        guard case .guest(let token) = voter(request.headers[values: .cookie], nil) else { return nil }
        try site.accounts.admitGuest(site.visitor(request, context))
        let voters = site.newsroom.face.voters
        let tally = try await database.writeTogether { tx in
            try Votes.cast(tx, try Self.work(tx, language, slug), byGuest: token.digest, choice.vote, voters: voters)
        }
        return (tally, [site.cookies.set(.guest, token, seconds: 400 * 86_400)])
    }

    // MARK: Answers

    private func page(
        _ request: Request, _ language: Language, _ slug: Slug, _ voter: Voter, _ refusal: Refusal? = nil
    ) async throws -> Response {
        let isEditor = if case .reader(let reader) = voter { reader.role.may(.edit) } else { false }
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let edition = try Self.article(tx, language, slug)
            guard let revision = try Articles.published(tx, of: edition.id) else { throw Missing() }
            var mayVote = true
            if case .nobody = voter { mayVote = false }
            return VotePage(
                chrome: try Chrome(tx, site, language), slug: slug, headline: revision.content.headline, tally: try Votes.tally(tx, edition.workID),
                own: try voter.own(tx, edition.workID), mayVote: mayVote, mayClose: isEditor, refusal: refusal)
        }
    }

    private func state(_ tally: Tally, _ own: Vote?, _ language: Language) -> JSON {
        let words = VoteWords.counts(Tally.Count(up: tally.up, down: tally.down), language, site.newsroom.face.digits(in: language))
        let vote: JSON? = own.map { .text($0 == .up ? "up" : "down") }
        return .object([("vote", vote), ("up", .number(tally.up)), ("down", .number(tally.down)), ("words", .text(words))])
    }

    // MARK: What is voted on

    static func work(_ tx: Transaction, _ language: Language, _ slug: Slug) throws -> ID<Work> {
        guard let work = try Articles.publishedWork(tx, language, slug: slug) else { throw Missing() }
        return work
    }

    static func article(_ tx: Transaction, _ language: Language, _ slug: Slug) throws -> Edition {
        guard let edition = try Articles.edition(tx, .article, language, slug: slug), edition.visibility == .published else { throw Missing() }
        return edition
    }

    private static func choice(_ form: FormBody) throws -> VoteChoice {
        guard let choice = VoteChoice(rawValue: form["vote"]) else {
            throw Refusal(.invalid, ar: "اختر: مؤيد أو معارض.", en: "Choose up or down.", field: "vote")
        }
        return choice
    }
}
