import Basics
import Newsroom

/// The values that the API gives, each by its name in the document, with how it is written.
enum APISchemas {
    static let language = APISchema.text(choices: Language.allCases.map(\.rawValue))
    private static let workflow = APISchema.text(choices: ["draft", "in-review", "ready"])
    private static let visibility = APISchema.text(choices: ["private", "scheduled", "published", "withdrawn"])

    static let all: [(String, APISchema)] = [
        ("Revision", revision), ("StoryLine", line), ("Story", story), ("Section", section), ("MediaItem", item), ("Webhook", webhook),
        ("SearchHit", hit), ("Speaker", speaker), ("Statement", statement), ("Problem", problem),
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

    private static let hit = APISchema.object([
        .field("url", .text(format: "uri")), .field("language", language), .field("headline", .text()),
        .field("snippet", .text(), "The words around what was found."), .field("publishedAt", .moment), .optional("section", .number),
        .field("isByName", .flag, "Whether it was found only because it has the query as a name in another spelling or script."),
    ])

    private static let speaker = APISchema.object([
        .field("id", .number), .field("kind", .text(choices: Speaker.Kind.allCases.map(\.rawValue))),
        .field("visibility", .text(choices: Speaker.Visibility.allCases.map(\.rawValue))),
        .field("names", .object([.optional("ar", .text()), .optional("en", .text())]), "The house form in each language."),
        .optional("wikidata", .text()), .field("statements", .number),
    ])

    private static let statement = APISchema.object([
        .field("id", .text(format: "uri"), "Its place in the story."), .optional("speaker", .text()), .optional("speakerPage", .text(format: "uri")),
        .optional("wikidata", .text()), .optional("nameInStory", .text()), .optional("role", .text()),
        .field("sourceClass", .text(choices: ["person", "organisation", "document", "vague", "unnamed"])),
        .field("kind", .text(choices: ["direct", "indirect", "mixed"])), .field("words", .text()), .field("cue", .text()),
        .optional("context", .text()),
        .field("language", language), .field("story", .text(format: "uri")), .field("headline", .text()), .field("published", .moment),
        .field("state", .text(choices: ["published", "altered", "lost", "story-corrected", "story-withdrawn", "withdrawn"])),
        .optional("corrected", .moment), .field("recorded", .moment), .field("updated", .moment),
        .field("revision", .text(), "The digest of the revision that its positions are of."),
        .field("selectors", .list(.list(selector)), "For each part of it, where it stands (W3C Web Annotation)."),
    ])

    private static let selector = APISchema.object([
        .field("type", .text(choices: ["TextQuoteSelector", "TextPositionSelector"])), .optional("exact", .text()), .optional("prefix", .text()),
        .optional("suffix", .text()), .optional("start", .number), .optional("end", .number),
    ])

    private static let problem = APISchema.object([
        .field("type", .text()), .field("title", .text()), .field("status", .number), .field("detail", .text()),
        .optional("field", .text(), "The field at fault, where there is one."),
    ])
}
