import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Newsroom
import Storage

/// The editor of a story: as a form without scripts, in Markdown; with them as rich text that saves itself.
struct StoryRoutes: Sendable {
    let site: Site

    /// Of a text as the script sends it. What is longer is refused before it is read.
    static let mostBytes = DeskLimits.body + (64 << 10)

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let news: Phrase? = DeskWords.done(request.query("done") ?? "")
        return try await page(request, try context.language(site), try context.edition(), signedIn, news: news)
    }

    /// The form's save: a named revision each time. When somebody else has saved meanwhile, both texts are shown, and nothing is changed.
    func save(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let form = try await FormBody(request, mostBytes: Self.mostBytes * 3)
        let content = Content(
            headline: form["headline"], standfirst: form["standfirst"], dateline: form["dateline"], body: StoryParser.markdown(form["body"]).story,
            searchTitle: form["search_title"], searchDescription: form["search_description"])
        let submission = Submission(
            base: ID(try form.number("base")), writer: Token().text, sequence: 0, isNamed: true, note: form["note"], content: content)
        do {
            let saved = try await site.newsroom.database.write { tx in
                try Desk.save(tx, id, submission, by: try Desk.actor(tx, signedIn.session.id, .look))
            }
            switch saved {
            case .kept: return site.seeOther(SitePath.desk(language, .story(id)).text + "?done=saved")
            case .stale(let theirs): return try await page(request, language, id, signedIn, typed: content, theirs: theirs)
            }
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, language, id, signedIn, typed: content, refusal: refusal)
        }
    }

    /// The script's save.
    func put(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        return try await answer(language) { [site] in
            let (submission, notes) = try await Self.decode(SaveRequest.self, request).submission
            let saved = try await site.newsroom.database.write { tx in
                let saved = try Desk.save(tx, id, submission, by: try Desk.actor(tx, signedIn.session.id, .look))
                guard case .stale(let theirs) = saved, let edition = try Articles.edition(tx, id) else { return (saved, JSON?.none) }
                return (saved, try StoryState.pictures(tx, theirs.content, edition.language))
            }
            switch saved {
            case (.kept(let revision), _):
                return site.json(.ok, .object([("revision", StoryState.json(revision)), ("notes", StoryState.notes(notes, language))]))
            case (.stale(let theirs), let pictures):
                return site.json(
                    .conflict,
                    .object([
                        ("words", .text(DeskWords.stale[language])), ("revision", StoryState.json(theirs)),
                        ("content", StoryState.json(theirs.content)), ("pictures", pictures),
                    ]))
            }
        }
    }

    /// What pasted HTML comes to in a story, and what it cannot say.
    func paste(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        return try await answer(language) { [site] in
            let text = String(buffer: try await Self.body(request))
            // What comes from a WordPress editor bears its comments and short codes.
            let parsed = text.contains("<!-- wp:") ? StoryParser.wordPress(text) : StoryParser.html(text)
            return site.json(
                .ok,
                .object([
                    ("body", .text(parsed.story.canonicalHTML)), ("notes", StoryState.notes(parsed.notes, language)), ("pictures", .object([])),
                ]))
        }
    }

    /// Who is in the story, and whether this window holds it.
    func presence(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        return try await answer(language) { [site] in
            let wish = try await Self.decode(PresenceRequest.self, request)
            let (holds, others, head) = try await site.newsroom.database.writeTogether { tx in
                let actor = try Desk.actor(tx, signedIn.session.id, .look)
                guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { throw Missing() }
                guard (1...64).contains(wish.writer.utf8.count) else { throw FormBody.unknown }
                let mayWrite = try Desk.mayWrite(tx, edition, actor)
                if wish.leaves == true {
                    try Presences.leave(tx, id, writer: wish.writer, by: actor)
                    return (false, [Presences.Colleague](), head)
                }
                let (holds, others) = try Presences.note(
                    tx, id, writer: wish.writer, formerly: wish.formerly, by: actor, isWriting: wish.isWriting && mayWrite,
                    takes: wish.take && mayWrite)
                return (holds, others, head)
            }
            let holder = others.first(where: \.holds)
            let claim: JSON? =
                !holds && holder == nil
                ? nil
                : .object([
                    ("isMine", .flag(holds)), ("name", .text(holder?.name ?? signedIn.reader.called)),
                    ("since", holder.map { .text($0.since.civil().rfc3339) }),
                ])
            let colleagues = others.map { other in
                JSON.object([
                    ("name", .text(other.name)), ("since", .text(other.since.civil().rfc3339)), ("isWriting", .flag(other.isWriting)),
                    ("isSelf", .flag(other.isSelf)),
                ])
            }
            return site.json(.ok, .object([("others", .list(colleagues)), ("claim", claim), ("revision", StoryState.json(head))]))
        }
    }

    // MARK: Page

    private func page(
        _ request: Request, _ language: Language, _ id: ID<Edition>, _ signedIn: SignedIn, news: Phrase? = nil, typed: Content? = nil,
        theirs: Revision? = nil, refusal: Refusal? = nil
    ) async throws -> Response {
        let status: HTTPResponse.Status = theirs != nil ? .conflict : refusal?.kind.status ?? .ok
        return try await site.personal(request, status: status) { [site] tx in
            guard let story = try StoryFormHTML(tx, site, language, id, for: signedIn.reader, typed: typed, theirs: theirs) else { throw Missing() }
            var page = try DeskPage(tx, site, language, .story(id), story.title, for: signedIn.reader, news: news, refusal: refusal)
            page.content = story.html
            page.isWide = true
            page.scripts = [.editor]
            return page
        }
    }

    // MARK: Requests of scripts

    /// A refusal in words; what is missing, as JSON too.
    private func answer(_ language: Language, _ work: () async throws -> Response) async throws -> Response {
        do {
            return try await work()
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, .object([("words", .text(refusal.words[language])), ("field", refusal.field.map { .text($0) })]))
        } catch is TooLong {
            return site.json(.contentTooLarge, words: DeskWords.tooLong[language])
        } catch is Missing {
            return site.json(.notFound, words: Words.notFound[language])
        }
    }

    private struct TooLong: Error {}

    private static func body(_ request: Request) async throws -> ByteBuffer {
        var body = ByteBuffer()
        for try await part in request.body {
            guard body.readableBytes + part.readableBytes <= mostBytes else { throw TooLong() }
            body.writeImmutableBuffer(part)
        }
        return body
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ request: Request) async throws -> Value {
        let body = try await body(request)
        do {
            return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        } catch {
            throw Refusal(.invalid, ar: "طلب غير مفهوم.", en: "The request cannot be understood.")
        }
    }
}

extension SiteContext {
    /// An edition's number in the path, in its one form: `1a`, `01` and `+1` are none. Throws `Missing` for any other.
    func edition() throws -> ID<Edition> { ID(try number("edition")) }

    func number(_ name: String) throws -> Int64 {
        guard let text = parameters.get(name), let number = Int64(text), number > 0, String(number) == text else { throw Missing() }
        return number
    }
}
