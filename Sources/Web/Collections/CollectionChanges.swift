import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What a reader does with a collection of hers. Whose it is, is the session's to say: another's is not there, in the same words as what never was.
struct CollectionChanges: Sendable {
    let site: Site

    // MARK: What is in it

    func sort(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        guard let sorting = ReaderCollection.Sorting(rawValue: form["sorting"]) else { throw FormBody.unknown }
        let collection = try await change(context, signedIn) { tx, id in try Collections.setSorting(tx, id, sorting, by: signedIn.reader.id) }
        return try lead(context, collection)
    }

    /// One place up or down, or to the top.
    func move(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        guard let step = Collections.Step(rawValue: form["to"]) else { throw FormBody.unknown }
        let collection = try await change(context, signedIn) { [site] tx, id in
            let work = try Collections.work(tx, form["item"], in: id, of: signedIn.reader.id, site.links)
            try Collections.move(tx, work, in: id, step, by: signedIn.reader.id)
        }
        return try lead(context, collection, done: "moved", at: form["item"])
    }

    /// The script's: a step, or to behind or before another item. Answered with the place it has now.
    func place(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        do {
            let form = try await FormBody(request)
            let name = try context.collectionName()
            let place = try await site.newsroom.database.write { [site] tx in
                let (id, reader) = (try Self.find(tx, name, signedIn), signedIn.reader.id)
                let work = try Collections.work(tx, form["item"], in: id, of: reader, site.links)
                if let step = Collections.Step(rawValue: form["to"]) {
                    try Collections.move(tx, work, in: id, step, by: reader)
                } else if form.has("before") {
                    try Collections.move(
                        tx, work, in: id, before: try Collections.work(tx, form["before"], in: id, of: reader, site.links), by: reader)
                } else {
                    try Collections.move(tx, work, in: id, after: try Collections.work(tx, form["after"], in: id, of: reader, site.links), by: reader)
                }
                return try Collections.place(tx, of: work, in: id)
            }
            let digits = site.newsroom.face.digits(in: language)
            let words = CollectionWords.moved(to: digits.write(place.place), of: digits.write(place.count))
            return site.json(.ok, .object([("words", .text(words[language])), ("place", .number(place.place))]))
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, words: refusal.words[language])
        }
    }

    func setNote(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        do {
            let collection = try await change(context, signedIn) { [site] tx, id in
                let work = try Collections.work(tx, form["item"], in: id, of: signedIn.reader.id, site.links)
                try Collections.setNote(tx, form["note"], on: work, in: id, by: signedIn.reader.id)
            }
            return try lead(context, collection, done: "note", at: form["item"])
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(request, context, signedIn, draft: (form["item"], form["note"]), refusal: refusal)
        }
    }

    /// Takes an item out, or puts it back. What was taken out is told at once and not by an address: a note could stand in it.
    func items(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        if form.has("back") { return try await restore(form, request, context, signedIn) }
        let (name, reader) = (try context.collectionName(), signedIn.reader.id)
        let taken = try await site.newsroom.database.write { [site] tx -> TakenItem? in
            let id = try Self.find(tx, name, signedIn)
            let work = try Collections.work(tx, form["item"], in: id, of: reader, site.links)
            if try Collections.find(tx, id, of: reader).kind == .history {
                try Collections.forget(tx, work, by: reader)
                return nil
            }
            guard let item = try Collections.unsave(tx, work, from: try Collections.shelf(tx, address: name), by: reader),
                let story = try Articles.publicName(tx, of: work)
            else { return nil }
            return TakenItem(item: item, story: "\(story.language.rawValue)/\(story.slug.text)")
        }
        return try await page(request, context, signedIn, taken: taken)
    }

    private func restore(_ form: FormBody, _ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let name = try context.collectionName()
        do {
            guard let at = Int64(form["at"]), let place = Int64(form["place"]) else { throw FormBody.unknown }
            let parts = form["story"].split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let language = Language(rawValue: String(parts[0])), let slug = Slug(exactly: parts[1]) else {
                throw FormBody.unknown
            }
            let code = try await site.newsroom.database.write { [site] tx in
                guard let edition = try Articles.edition(tx, .article, language, slug: slug) else { throw Missing() }
                let id = try Self.find(tx, name, signedIn)
                let item = SavedItem(work: edition.workID, note: form["note"], savedAt: Instant(milliseconds: at), position: place)
                try Collections.restore(tx, item, to: try Collections.shelf(tx, address: name), by: signedIn.reader.id)
                return Collections.itemCode(edition.workID, in: id, site.links)
            }
            return try lead(context, name, done: "back", at: code)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal: refusal)
        }
    }

    func setCover(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        let collection = try await change(context, signedIn) { [site] tx, id in
            let reader = signedIn.reader.id
            let work = form["item"].isEmpty ? nil : try Collections.work(tx, form["item"], in: id, of: reader, site.links)
            try Collections.setCover(tx, id, work, by: reader)
        }
        return try lead(context, collection, done: "cover")
    }

    // MARK: Itself

    func editForm(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await editPage(request, context, signedIn)
    }

    func edit(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        do {
            let collection = try await change(context, signedIn) { tx, id in
                try Collections.rename(tx, id, form["name"], by: signedIn.reader.id)
                try Collections.describe(tx, id, form["description"], by: signedIn.reader.id)
            }
            return try leadToEdit(context, collection, done: "saved")
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            return try await editPage(request, context, signedIn, details: refusal, typed: (form["name"], form["description"]))
        }
    }

    /// Who sees it; or a new link in place of the old one.
    func share(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        let reader = signedIn.reader.id
        if form.has("renew") {
            let collection = try await change(context, signedIn) { [site] tx, id in try Collections.renewLink(tx, id, by: reader, links: site.links) }
            return try leadToEdit(context, collection, done: "renewed")
        }
        guard let visibility = ReaderCollection.Visibility(rawValue: form["visibility"]) else { throw FormBody.unknown }
        let collection = try await change(context, signedIn) { [site] tx, id in
            try Collections.setVisibility(tx, id, visibility, by: reader, links: site.links)
        }
        return try leadToEdit(context, collection, done: "shared")
    }

    func delete(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        guard form.has("sure") else {
            let words = CollectionEditWords.notSure
            return try await editPage(request, context, signedIn, deletion: Refusal(.invalid, ar: words.ar, en: words.en))
        }
        _ = try await change(context, signedIn) { tx, id in try Collections.remove(tx, id, by: signedIn.reader.id) }
        return site.seeOther(SitePath.reader(try context.language(site), .collections).text + "?done=deleted")
    }

    /// The address of a form, opened anew: leads to the page that the form stands on.
    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try lead(context, try context.collectionName())
    }

    func leadToEdit(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try leadToEdit(context, try context.collectionName())
    }

    // MARK: Answers

    private static func find(_ tx: Transaction, _ name: String, _ signedIn: SignedIn) throws -> ID<ReaderCollection> {
        guard let id = try Collections.find(tx, address: name, of: signedIn.reader.id) else { throw Missing() }
        do { return try Collections.find(tx, id, of: signedIn.reader.id).id } catch let refusal as Refusal where refusal.kind == .notFound {
            throw Missing()
        }
    }

    /// Changes the collection that the path names, and gives its name.
    private func change(
        _ context: SiteContext, _ signedIn: SignedIn, _ act: @escaping @Sendable (Transaction, ID<ReaderCollection>) throws -> Void
    ) async throws -> String {
        let name = try context.collectionName()
        try await site.newsroom.database.write { tx in try act(tx, try Self.find(tx, name, signedIn)) }
        return name
    }

    private func lead(_ context: SiteContext, _ name: String, done: String? = nil, at item: String? = nil) throws -> Response {
        let path = SitePath.collection(try context.language(site), name).text
        return site.seeOther(path + (done.map { "?done=\($0)" } ?? "") + (item.map { "#i-" + URLComponent.encode($0) } ?? ""))
    }

    private func leadToEdit(_ context: SiteContext, _ name: String, done: String? = nil) throws -> Response {
        let path = SitePath.collectionPart(try context.language(site), name, .edit).text
        return site.seeOther(path + (done.map { "?done=\($0)" } ?? ""))
    }

    private func page(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, taken: TakenItem? = nil, draft: (item: String, note: String)? = nil,
        refusal: Refusal? = nil
    ) async throws -> Response {
        let (language, name, reader) = (try context.language(site), try context.collectionName(), signedIn.reader.id)
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            let view = try Collections.view(tx, try Self.find(tx, name, signedIn), for: reader, language, page: 1)
            var page = try CollectionPage(tx, site, language, view, keepsHistory: signedIn.reader.keepsHistory)
            page.taken = taken
            page.isChanged = true
            page.refusal = refusal
            page.draft = draft
            return page
        }
    }

    private func editPage(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, details: Refusal? = nil, typed: (name: String, description: String)? = nil,
        deletion: Refusal? = nil
    ) async throws -> Response {
        let (language, name, reader) = (try context.language(site), try context.collectionName(), signedIn.reader.id)
        let news = request.query("done").flatMap(CollectionWords.news)
        return try await site.personal(request, status: (details ?? deletion)?.kind.status ?? .ok) { [site] tx in
            let id = try Self.find(tx, name, signedIn)
            let view = try Collections.view(tx, id, for: reader, language, page: 1, size: 1)
            guard view.collection.kind == .own else { throw Missing() }
            return CollectionEditPage(
                chrome: try Chrome(tx, site, language), view: view, link: try Collections.link(tx, id, by: reader, links: site.links), news: news,
                details: details, typed: typed, deletion: deletion)
        }
    }
}
