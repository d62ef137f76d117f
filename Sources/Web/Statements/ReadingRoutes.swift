import Basics
import Hummingbird
import Linguistics
import Markup
import Newsroom
import Storage

/// A story as the record and the copydesk read it: who says what in its newest text, and what a copy editor would mark.
struct ReadingRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil)
    }

    /// A form of the page: what is decided about one statement.
    func act(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let form = try await FormBody(request)
        do {
            let done = try await site.newsroom.database.write { tx in
                try decide(tx, id, form, by: try Desk.actor(tx, signedIn.session.id, .look))
            }
            return site.seeOther(SitePath.desk(language, .part(id, .reading)).text + "?done=\(done)")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal)
        }
    }

    private func decide(_ tx: Transaction, _ id: ID<Edition>, _ form: FormBody, by actor: Reader) throws -> String {
        let revision: ID<Revision> = ID(try form.number("revision"))
        if form.has("statement") {
            let statement: ID<RecordedStatement> = ID(try form.number("statement"))
            guard try Statements.find(tx, statement)?.editionID == id else { throw Statements.none }
            switch form["act"] {
            case "mend":
                let draft = try Self.draft(tx, id, revision, form)
                try Desk.mend(tx, statement, revision, draft, by: actor)
                return "recorded"
            case "withdraw": try Desk.set(tx, statement, .withdrawn, by: actor)
            case "confirm": try Desk.set(tx, statement, .confirmed, by: actor)
            case "split": try Desk.split(tx, statement, revision, by: actor)
            case "join": try Desk.join(tx, statement, revision, by: actor)
            default: throw FormBody.unknown
            }
            return "recorded"
        }
        switch form["act"] {
        case "leave":
            guard let range = try Self.places("content", form).first else { throw FormBody.unknown }
            try Desk.leave(tx, id, revision, check: form["check"], range, zone: site.newsroom.face.civil, by: actor)
            return "left"
        case "word":
            try Desk.addWord(tx, form["word"], by: actor)
            return "left"
        default: break
        }
        let draft = try Self.draft(tx, id, revision, form)
        switch form["act"] {
        case "confirm":
            try Desk.confirm(tx, id, revision, draft, by: actor)
            return "recorded"
        case "reject":
            try Desk.reject(tx, id, revision, draft.statement, by: actor)
            return "rejected"
        default: throw FormBody.unknown
        }
    }

    /// What the form says of a statement. Its words are places in the revision; where the editor wrote others, those are looked for there.
    private static func draft(
        _ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, _ form: FormBody
    ) throws -> Statements.Draft {
        guard let kind = Statement.Kind(rawValue: form["kind"]), let source = Statement.SourceClass(rawValue: form["class"]),
            let edition = try Articles.edition(tx, id), let text = try Articles.revision(tx, revision), text.editionID == id
        else { throw FormBody.unknown }
        let prose = StoryProse(text.content, language: edition.language).prose
        var statement = Statement(
            source: try places("source", form), cue: try places("cue", form), content: try places("content", form), kind: kind, sourceClass: source,
            speaker: nonEmpty(form["speaker"]), role: nonEmpty(form["role"]), context: nonEmpty(form["context"]))
        let written = form.lines("words")
        let isInside = statement.content.allSatisfy { $0.upperBound <= prose.scalars.count }
        if !written.isEmpty, !isInside || written != statement.content.map({ prose.text($0) }) {
            statement.content = try written.map { words in
                guard let range = prose.range(of: words, near: statement.content.first?.lowerBound ?? 0) else {
                    throw Refusal(
                        .invalid, ar: "ليست هذه الكلمات في النص: «\(words.prefix(80))».",
                        en: "These words are not in the text: “\(words.prefix(80))”.",
                        field: "words")
                }
                return range
            }
        }
        let who: Statements.Draft.Who? =
            if let number = Int64(form["who"]), number > 0 { .known(ID(number)) } else { nonEmpty(form["speaker"]).map { .new($0) } }
        return Statements.Draft(statement, who: who)
    }

    /// Places as the form carries them, as in `12-40 51-60`.
    private static func places(_ name: String, _ form: FormBody) throws -> [Range<Int>] {
        try form[name].split(separator: " ").map { part in
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start < end else { throw FormBody.unknown }
            return start..<end
        }
    }

    private static func nonEmpty(_ text: String) -> String? { text.allSatisfy(\.isWhitespace) ? nil : text }

    private func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let news = DeskWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            guard let reading = try ReadingHTML(tx, site, language, id, for: signedIn.reader) else { throw Missing() }
            var page = try DeskPage(
                tx, site, language, .part(id, .reading), ReadingWords.title[language], for: signedIn.reader, news: news, refusal: refusal)
            page.content = reading.html
            page.scripts = [.reading]
            return page
        }
    }
}
