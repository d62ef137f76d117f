import Basics
import Newsroom

/// The values that the API gives, each by its name in the document, with how it is written.
enum APISchemas {
    static let language = APISchema.text(choices: Language.allCases.map(\.rawValue))
    private static let workflow = APISchema.text(choices: ["draft", "in-review", "ready"])
    private static let visibility = APISchema.text(choices: ["private", "scheduled", "published", "withdrawn"])

    static let all: [(String, APISchema)] = [
        ("Revision", revision), ("StoryLine", line), ("Story", story), ("Section", section), ("MediaItem", item), ("Webhook", webhook),
        ("Problem", problem),
    ]

    private static let revision = APISchema.object([
        .field("id", .number), .field("digest", .text(), "SHA-256 over the revision before it and all that this one says."),
        .field("savedAt", .moment),
        .field("author", .text()), .field("isNamed", .flag, "Whether it stays; what was saved by itself is thinned out."),
        .optional("note", .text()), .optional("publication", .number, "Its number among the texts that readers have seen."),
    ])

    private static let standing: [APISchema.Field] = [
        .field("id", .number), .field("work", .number, "The same for all languages of a story."), .field("language", language),
        .field("headline", .text()), .field("workflow", workflow), .field("visibility", visibility), .optional("section", .number),
    ]

    private static let line = APISchema.object(
        standing + [
            .field("savedAt", .moment), .field("author", .text()), .field("words", .number), .field("assigned", .list(.text())),
            .optional("scheduledAt", .moment),
        ])

    private static let story = APISchema.object(
        standing + [
            .field("slug", .text()), .optional("url", .text(format: "uri"), "Where readers read it."), .field("standfirst", .text()),
            .field("dateline", .text()), .field("html", .text(), "The text, as the story model writes it."), .field("markdown", .text()),
            .field("searchTitle", .text()), .field("searchDescription", .text()), .field("topics", .list(.text())), .field("byline", .list(.text())),
            .optional("picture", .number), .field("revision", .named("Revision")), .optional("publishedRevision", .number),
            .optional("publishedAt", .moment), .optional("updatedAt", .moment), .optional("scheduledAt", .moment), .optional("hiddenAt", .moment),
            .optional("embargoUntil", .moment), .optional("withdrawnAt", .moment), .optional("withdrawalReason", .text()),
            .optional("translatedFrom", .number, "The revision that a translation has taken in."),
        ])

    private static let section = APISchema.object([
        .field("id", .number), .optional("parent", .number), .field("names", .object([.optional("ar", .text()), .optional("en", .text())])),
    ])

    static let texts = APISchema.object([
        .optional("alt", .text(longest: Media.longestAlt)), .optional("caption", .text(longest: Media.longestCaption)),
        .optional("credit", .text(longest: Media.longestCredit)),
    ])

    private static let item = APISchema.object([
        .field("id", .number), .field("kind", .text(choices: ["picture", "document", "audio", "video"])),
        .field("state", .text(choices: ["awaited", "stored", "ready", "failed"])), .field("fileName", .text()), .optional("type", .text()),
        .optional("url", .text(format: "uri")), .optional("width", .number), .optional("height", .number),
        .field("texts", .object([.optional("ar", texts), .optional("en", texts)])), .field("licence", .text()),
        .field("focus", .object([.field("x", .number, "Percent from the left."), .field("y", .number, "Percent from the top.")])),
    ])

    private static let webhook = APISchema.object([
        .field("id", .number), .field("url", .text(format: "uri")), .field("events", .list(.text(choices: Webhook.Event.told.map(\.rawValue)))),
        .field("createdAt", .moment), .optional("stoppedAt", .moment, "When its server said that it wants no more."),
        .optional("secret", .text(), "What messages are signed with (Standard Webhooks); given once, when it is added."),
    ])

    private static let problem = APISchema.object([
        .field("type", .text()), .field("title", .text()), .field("status", .number), .field("detail", .text()),
        .optional("field", .text(), "The field at fault, where there is one."),
    ])
}
