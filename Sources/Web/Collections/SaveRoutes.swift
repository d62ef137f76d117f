import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Saving an article: a page of its own for everyone, and answers to the script that does the same in place.
struct SaveRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        guard let signedIn = try await site.signedIn(request) else {
            return site.seeOther(Errand.logIn(language, next: .save(language, slug)))
        }
        let done = request.query("in")
        return try await page(request, language, slug, signedIn) { state in
            let choice = state.choices.first { $0.name == done && $0.holds }
            return choice.map { SaveWish.Done(collection: $0.collection, isIn: true) }
        }
    }

    /// A form's wish. A guest's is kept through the log-in, and done then.
    func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let form = try await FormBody(request)
        guard let signedIn = try await site.signedIn(request) else {
            return site.seeOther(Errand.logIn(language, next: .save(language, slug), Errand.shelf(form["put"]).map { .save($0) }))
        }
        do {
            let done = try await apply(try SaveWish(form), language, slug, signedIn)
            // What was taken out is told at once and not by an address: a note could stand in it.
            if !done.isIn { return try await page(request, language, slug, signedIn) { _ in done } }
            return site.seeOther(SitePath.save(language, slug).text + "?in=" + URLComponent.encode(done.collection.address))
        } catch let refusal as Refusal where refusal.kind != .notFound && refusal.kind != .gone {
            return try await page(request, language, slug, signedIn, refusal, name: form["name"]) { _ in nil }
        }
    }

    /// The script's wish: answered with what stands now.
    func put(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        guard let signedIn = try await site.signedIn(request) else { return site.json(.unauthorized, words: CollectionWords.signedOut[language]) }
        do {
            let done = try await apply(try SaveWish(try await FormBody(request)), language, slug, signedIn)
            let state = try await site.newsroom.database.read { tx in
                try SaveState(tx, try VoteRoutes.work(tx, language, slug), of: signedIn.reader.id)
            }
            let undo = done.taken.map { item in
                JSON.object([("back", .text(done.collection.address))] + item.fields.map { ($0.0, .text($0.1)) })
            }
            return site.json(
                .ok,
                .object([
                    ("news", .text(done.words(language))), ("undo", undo),
                    ("saves", state.json(language, site.newsroom.face.digits(in: language))),
                ]))
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, words: refusal.words[language])
        }
    }

    private func apply(_ wish: SaveWish, _ language: Language, _ slug: Slug, _ signedIn: SignedIn) async throws -> SaveWish.Done {
        try await site.newsroom.database.writeTogether { tx in
            try wish.apply(tx, try VoteRoutes.work(tx, language, slug), by: signedIn.reader.id)
        }
    }

    private func page(
        _ request: Request, _ language: Language, _ slug: Slug, _ signedIn: SignedIn, _ refusal: Refusal? = nil, name: String = "",
        done: @escaping @Sendable (SaveState) -> SaveWish.Done?
    ) async throws -> Response {
        try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let edition = try VoteRoutes.article(tx, language, slug)
            guard let revision = try Articles.published(tx, of: edition.id) else { throw Missing() }
            let state = try SaveState(tx, edition.workID, of: signedIn.reader.id)
            return SavePage(
                chrome: try Chrome(tx, site, language), slug: slug, headline: revision.content.headline, state: state, done: done(state),
                refusal: refusal, name: name)
        }
    }
}
