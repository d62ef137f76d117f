import Basics
import Hummingbird
import Newsroom
import Storage

/// What programs do with the library, sections and webhooks.
enum OtherOperations {
    static let all: [APIOperation] = [sections, listMedia, addMedia, getMedia, describe, listWebhooks, addWebhook, removeWebhook]

    private static let sections = APIOperation(
        method: .get, path: "/sections", name: "listSections", summary: "The tree of sections.", scope: .read, duty: .look,
        answer: .object([.field("sections", .list(.named("Section")))])
    ) { call in
        let tree = try await call.read { [order = call.site.newsroom.face.sectionOrder] tx, _ in try Sections.tree(tx, order: order) }
        let items = tree.sections.map { section in
            JSON.object([
                ("id", .id(section.id)), ("parent", section.parentID.map(JSON.id)),
                ("names", .object(Language.allCases.map { ($0.rawValue, section.names[$0].map { .text($0.name) }) })),
            ])
        }
        return .object([("sections", .list(items))])
    }

    // MARK: The library

    private static let item = APIOperation.Parameter(name: "item", schema: .number, note: "The item’s id.", isInPath: true)

    private static let listMedia = APIOperation(
        method: .get, path: "/media", name: "listMedia", summary: "The library, 50 to a page, the newest first.", scope: .read, duty: .look,
        parameters: [
            .init(name: "q", schema: .text(longest: 200), note: "Words of what is said about an item, or of its file’s name."),
            .init(name: "page", schema: .number, note: "From 1."),
        ],
        answer: .object([.field("items", .list(.named("MediaItem"))), .field("hasNext", .flag)])
    ) { call in
        let (filter, number) = (Media.Filter(words: String(call.query("q").prefix(200))), try call.page())
        let page = try await call.read { tx, _ in try Media.page(tx, filter, number: number, size: 50) }
        return .object([("items", .list(page.items.map { .item($0, call.site) })), ("hasNext", .flag(page.hasNext))])
    }

    private static let addMedia = APIOperation(
        method: .post, path: "/media", name: "addMedia", summary: "Takes a file in; one that the library has already comes to the item there is.",
        scope: .media, duty: .illustrate, parameters: [.init(name: "name", schema: .text(longest: 200), note: "The file’s name.")], body: .file,
        status: .created, answer: .named("MediaItem")
    ) { call in
        let actor = try await call.read { _, actor in actor.id }
        let name = call.query("name").split(separator: "/").last.map { String(TypedText.line(String($0)).prefix(200)) }
        let item = try await call.site.library.admit(by: actor) { path in
            let file = try NewFile(path, mostBytes: Media.longestUpload)
            for try await part in call.request.body { try file.write(part.readableBytesView) }
            return name ?? "file"
        }
        return .item(item, call.site)
    }

    private static let getMedia = APIOperation(
        method: .get, path: "/media/{item}", name: "getMedia", summary: "An item of the library.", scope: .read, duty: .look, parameters: [item],
        answer: .named("MediaItem")
    ) { call in
        let id: ID<MediaItem> = try call.id("item")
        return .item(try await call.read { tx, _ in try Media.item(tx, id) }, call.site)
    }

    private struct Texts: Decodable {
        let alt: String?
        let caption: String?
        let credit: String?
    }

    private struct Description: Decodable {
        struct Focus: Decodable {
            let x: Int
            let y: Int
        }

        struct ByLanguage: Decodable {
            let ar: Texts?
            let en: Texts?
        }

        let texts: ByLanguage?
        let licence: String?
        let focus: Focus?
    }

    private static let describe = APIOperation(
        method: .put, path: "/media/{item}", name: "describeMedia", summary: "Says what an item shows and whose it is; what is left out stays.",
        scope: .media, duty: .illustrate, parameters: [item],
        body: .json(
            .object([
                .optional("texts", .object([.optional("ar", APISchemas.texts), .optional("en", APISchemas.texts)])),
                .optional("licence", .text(longest: Media.longestCaption)),
                .optional("focus", .object([.field("x", .number), .field("y", .number)])),
            ])),
        answer: .named("MediaItem")
    ) { call in
        let id: ID<MediaItem> = try call.id("item")
        let wish = try await call.body(Description.self)
        let item = try await call.write { tx, actor in
            let old = try Media.item(tx, id)
            var texts = old.texts
            for (language, given) in [(Language.ar, wish.texts?.ar), (.en, wish.texts?.en)] {
                guard let given else { continue }
                let kept = texts[language] ?? MediaTexts()
                texts[language] = MediaTexts(alt: given.alt ?? kept.alt, caption: given.caption ?? kept.caption, credit: given.credit ?? kept.credit)
            }
            let focus = try wish.focus.map { try FocalPoint(x: Double($0.x) / 100, y: Double($0.y) / 100) }
            try Media.describe(
                tx, id, .init(texts: texts, licence: wish.licence ?? old.licence, focalPoint: focus ?? old.focalPoint), by: actor)
            return try Media.item(tx, id)
        }
        return .item(item, call.site)
    }

    // MARK: Webhooks

    private static let listWebhooks = APIOperation(
        method: .get, path: "/webhooks", name: "listWebhooks", summary: "Who is told of what is published.", scope: .webhooks, duty: .manage,
        answer: .object([.field("webhooks", .list(.named("Webhook")))])
    ) { call in
        .object([("webhooks", .list(try await call.read { tx, _ in try Webhooks.list(tx) }.map { .webhook($0) }))])
    }

    private struct Adding: Decodable {
        let url: String
        let events: [String]
    }

    private static let addWebhook = APIOperation(
        method: .post, path: "/webhooks", name: "addWebhook", summary: "Adds an address that is told. Its secret is in this answer alone.",
        scope: .webhooks,
        duty: .manage,
        body: .json(
            .object([
                .field("url", .text(format: "uri", longest: 2_000)), .field("events", .list(.text(choices: Webhook.Event.told.map(\.rawValue)))),
            ])),
        status: .created, answer: .named("Webhook")
    ) { call in
        let wish = try await call.body(Adding.self)
        let events = wish.events.compactMap(Webhook.Event.init(rawValue:))
        guard events.count == wish.events.count else { throw APICall.wrong("events") }
        let (webhook, secret) = try await call.write { [site = call.site] tx, actor in
            try Webhooks.add(tx, url: wish.url, events: Set(events), policy: site.library.door.policy, box: site.accounts.box, by: actor)
        }
        return .webhook(webhook, secret: secret)
    }

    private static let removeWebhook = APIOperation(
        method: .delete, path: "/webhooks/{webhook}", name: "removeWebhook", summary: "It is told of nothing any more.", scope: .webhooks,
        duty: .manage,
        parameters: [.init(name: "webhook", schema: .number, note: "The webhook’s id.", isInPath: true)], status: .noContent
    ) { call in
        let id: ID<Webhook> = try call.id("webhook")
        try await call.write { tx, actor in try Webhooks.remove(tx, id, by: actor) }
        return nil
    }
}
