import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage

/// What programs do with stories.
enum StoryOperations {
    private static let one = APIOperation.Parameter(name: "story", schema: .number, note: "The story’s id: of one language.", isInPath: true)

    static let all: [APIOperation] = [list, begin, get, save, revisions, move, place, setPicture, publish, withdraw, translate]

    private static let list = APIOperation(
        method: .get, path: "/stories", name: "listStories", summary: "The lists of the desk, 50 to a page.", scope: .read, duty: .look,
        parameters: [
            .init(name: "tray", schema: .text(choices: Board.Tray.allCases.map(\.rawValue)), note: "Which list; all when it is left out."),
            .init(name: "language", schema: APISchemas.language, note: "Of one language alone."),
            .init(name: "q", schema: .text(longest: 200), note: "Words of the headline."), .init(name: "page", schema: .number, note: "From 1."),
        ],
        answer: .object([.field("stories", .list(.named("StoryLine"))), .field("hasNext", .flag)])
    ) { call in
        let tray = call.query("tray").isEmpty ? Board.Tray.all : Board.Tray(rawValue: call.query("tray"))
        let language = Language(rawValue: call.query("language"))
        guard let tray else { throw APICall.wrong("tray") }
        if !call.query("language").isEmpty, language == nil { throw APICall.wrong("language") }
        let (filter, number) = (Board.Filter(language: language, words: String(call.query("q").prefix(200))), try call.page())
        let page = try await call.read { [face = call.site.newsroom.face] tx, reader in
            try Board.page(tx, tray, filter, for: reader, midnight: face.midnight(before: tx.now), number: number)
        }
        return .object([("stories", .list(page.items.map(JSON.line))), ("hasNext", .flag(page.hasNext))])
    }

    private struct Beginning: Decodable {
        let language: Language
        let headline: String
        let section: Int64?
    }

    private static let begin = APIOperation(
        method: .post, path: "/stories", name: "beginStory", summary: "Begins a story.", scope: .write, duty: .write,
        body: .json(
            .object([
                .field("language", APISchemas.language), .field("headline", .text(longest: DeskLimits.headline)), .optional("section", .number),
            ])),
        status: .created, answer: .named("Story")
    ) { call in
        let wish = try await call.body(Beginning.self)
        guard call.site.newsroom.face.languages.contains(wish.language) else { throw APICall.wrong("language") }
        return try await call.write { [site = call.site] tx, actor in
            let tree = try Sections.tree(tx, order: site.newsroom.face.sectionOrder)
            let section = wish.section.map { ID<Section>($0) }
            if section != nil, tree[id: section] == nil { throw APICall.wrong("section") }
            return try .story(tx, site, try Desk.begin(tx, wish.language, headline: wish.headline, section: section, tree: tree, by: actor))
        }
    }

    private static let get = APIOperation(
        method: .get, path: "/stories/{story}", name: "getStory", summary: "A story with its newest text.", scope: .read, duty: .look,
        parameters: [one],
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        return try await call.read { [site = call.site] tx, _ in try .story(tx, site, id) }
    }

    private struct Saving: Decodable {
        let base: Int64
        let note: String?
        let headline: String?
        let standfirst: String?
        let dateline: String?
        let searchTitle: String?
        let searchDescription: String?
        let html: String?
        let markdown: String?
    }

    private static let save = APIOperation(
        method: .put, path: "/stories/{story}", name: "saveStory",
        summary: "Saves a named revision on top of `base`. What is left out stays as it is; the text is given as HTML or as Markdown.", scope: .write,
        duty: .look, parameters: [one],
        body: .json(
            .object([
                .field("base", .number, "The revision that was changed: `revision.id` of the story."),
                .optional("note", .text(longest: DeskLimits.note)),
                .optional("headline", .text(longest: DeskLimits.headline)), .optional("standfirst", .text(longest: DeskLimits.standfirst)),
                .optional("dateline", .text(longest: DeskLimits.line)), .optional("searchTitle", .text(longest: DeskLimits.headline)),
                .optional("searchDescription", .text(longest: DeskLimits.standfirst)), .optional("html", .text(longest: DeskLimits.body)),
                .optional("markdown", .text(longest: DeskLimits.body)),
            ])),
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let wish = try await call.body(Saving.self)
        guard wish.html == nil || wish.markdown == nil else { throw APICall.wrong("markdown") }
        let body = wish.html.map { StoryParser.html($0).story } ?? wish.markdown.map { StoryParser.markdown($0).story }
        return try await call.write { [site = call.site] tx, actor in
            guard let content = try Articles.newest(tx, of: id)?.content else { throw Missing() }
            let submission = Submission(
                base: ID(wish.base), writer: Token().text, sequence: 0, isNamed: true, note: wish.note ?? "",
                content: Content(
                    headline: wish.headline ?? content.headline, standfirst: wish.standfirst ?? content.standfirst,
                    dateline: wish.dateline ?? content.dateline, body: body ?? content.body, searchTitle: wish.searchTitle ?? content.searchTitle,
                    searchDescription: wish.searchDescription ?? content.searchDescription))
            let saved = try Desk.save(tx, id, submission, by: actor)
            let story = try JSON.story(tx, site, id)
            if case .stale = saved { throw APIStale(json: story) }
            return story
        }
    }

    private static let revisions = APIOperation(
        method: .get, path: "/stories/{story}/revisions", name: "listRevisions", summary: "A story’s revisions, the newest first.", scope: .read,
        duty: .look,
        parameters: [one], answer: .object([.field("revisions", .list(.named("Revision")))])
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let lines = try await call.read { tx, _ in
            guard try Articles.edition(tx, id) != nil else { throw Missing() }
            return try Articles.revisions(tx, of: id)
        }
        let items = lines.map { line in
            JSON.object([
                ("id", .id(line.id)), ("digest", .text(line.digest.hex)), ("savedAt", .moment(line.createdAt)), ("author", .text(line.author)),
                ("isNamed", .flag(!line.isAutosave)), ("note", line.note.isEmpty ? nil : .text(line.note)),
                ("publication", line.publication.map(JSON.number)),
            ])
        }
        return .object([("revisions", .list(items))])
    }

    private struct Moving: Decodable { let to: String }

    private static let move = APIOperation(
        method: .post, path: "/stories/{story}/workflow", name: "moveStory", summary: "Says how far a story has come.", scope: .write, duty: .look,
        parameters: [one], body: .json(.object([.field("to", .text(choices: ["draft", "in-review", "ready"]))])), answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        guard let workflow = Edition.Workflow(rawValue: try await call.body(Moving.self).to) else { throw APICall.wrong("to") }
        return try await call.write { [site = call.site] tx, actor in
            try Desk.move(tx, id, to: workflow, by: actor)
            return try .story(tx, site, id)
        }
    }

    private struct Placing: Decodable {
        let section: Int64?
        let topics: [String]
        let byline: [String]
        let slug: String
    }

    private static let place = APIOperation(
        method: .put, path: "/stories/{story}/details", name: "placeStory", summary: "What stands around the text: all of it anew.", scope: .write,
        duty: .look, parameters: [one],
        body: .json(
            .object([
                .optional("section", .number), .field("topics", .list(.text(longest: DeskLimits.line))),
                .field("byline", .list(.text(longest: DeskLimits.line))), .field("slug", .text(longest: 200)),
            ])),
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let wish = try await call.body(Placing.self)
        return try await call.write { [site = call.site] tx, actor in
            guard let edition = try Articles.edition(tx, id), let work = try Articles.work(tx, edition.workID) else { throw Missing() }
            let details = Desk.Details(
                section: wish.section.map { ID($0) }, topics: wish.topics, byline: wish.byline, slug: wish.slug, isPinned: work.isPinned)
            try Desk.setDetails(tx, id, details, tree: try Sections.tree(tx, order: site.newsroom.face.sectionOrder), by: actor)
            return try .story(tx, site, id)
        }
    }

    private struct Picturing: Decodable { let picture: Int64? }

    private static let setPicture = APIOperation(
        method: .put, path: "/stories/{story}/picture", name: "setPicture", summary: "The lead picture; none when it is left out.", scope: .write,
        duty: .look, parameters: [one], body: .json(.object([.optional("picture", .number)])), answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let picture = try await call.body(Picturing.self).picture.map { ID<MediaItem>($0) }
        return try await call.write { [site = call.site] tx, actor in
            try Desk.setPicture(tx, id, picture, by: actor)
            return try .story(tx, site, id)
        }
    }

    private struct Publishing: Decodable {
        let revision: Int64
        let at: String?
        let correction: String?
    }

    private static let publish = APIOperation(
        method: .post, path: "/stories/{story}/publication", name: "publishStory",
        summary: "Publishes exactly one revision, now or at a moment; with `correction`, as one.", scope: .publish, duty: .publish, parameters: [one],
        body: .json(
            .object([
                .field("revision", .number), .optional("at", .moment), .optional("correction", .text(longest: DeskLimits.reason)),
            ])),
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let wish = try await call.body(Publishing.self)
        let moment = try wish.at.map { try APICall.moment($0, "at") }
        return try await call.write { [site = call.site] tx, actor in
            try Desk.publish(
                tx, id, .init(revision: ID(wish.revision), moment: moment, correction: wish.correction ?? ""),
                fourEyes: site.newsroom.face.publishing == .twoEditors, zone: site.newsroom.face.civil, by: actor)
            return try .story(tx, site, id)
        }
    }

    private struct Withdrawing: Decodable { let reason: String }

    private static let withdraw = APIOperation(
        method: .post, path: "/stories/{story}/withdrawal", name: "withdrawStory",
        summary: "Takes a published story away, and says why in its place.",
        scope: .publish, duty: .withdraw, parameters: [one], body: .json(.object([.field("reason", .text(longest: DeskLimits.reason))])),
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let reason = try await call.body(Withdrawing.self).reason
        return try await call.write { [site = call.site] tx, actor in
            try Desk.withdraw(tx, id, reason: reason, by: actor)
            return try .story(tx, site, id)
        }
    }

    private struct Translating: Decodable { let language: Language }

    private static let translate = APIOperation(
        method: .post, path: "/stories/{story}/translations", name: "translateStory", summary: "Begins the edition in another language.",
        scope: .write,
        duty: .translate, parameters: [one], body: .json(.object([.field("language", APISchemas.language)])), status: .created,
        answer: .named("Story")
    ) { call in
        let id: ID<Edition> = try call.id("story")
        let language = try await call.body(Translating.self).language
        guard call.site.newsroom.face.languages.contains(language) else { throw APICall.wrong("language") }
        return try await call.write { [site = call.site] tx, actor in
            try .story(tx, site, try Desk.translate(tx, id, into: language, by: actor))
        }
    }
}
