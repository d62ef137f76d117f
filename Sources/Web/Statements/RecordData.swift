import Basics
import Linguistics
import Newsroom

/// A statement of the record as data: with its source, its place, and what has become of it.
struct RecordData: Sendable {
    /// Whose record it is, where its pages are, and in which language their addresses are given.
    struct Place: Sendable {
        let face: Face
        /// As of `Chrome`.
        let origin: String
        let language: Language

        func absolute(_ path: SitePath) -> String { origin + path.text }
    }

    let spoken: SpokenStatement
    let place: Place

    private var recorded: RecordedStatement { spoken.recorded }
    private var story: String { place.absolute(.article(spoken.language, spoken.slug)) }
    private var address: String { "\(story)#said-\(recorded.id.rawValue)" }
    private func moment(_ instant: Instant) -> String { place.face.civil(instant).rfc3339 }

    private var speaker: Speaker? { spoken.speaker.flatMap { $0.visibility == .hidden ? nil : $0 } }
    /// Whoever is hidden is not named in the record's data.
    private var nameInStory: String { spoken.speaker?.visibility == .hidden ? "" : recorded.name }
    private var words: String { spoken.standing == .lost ? recorded.words : spoken.words }

    /// What readers are told: withdrawn from the record, in a story that was withdrawn, in words that have changed, or that the text has no longer.
    private var state: String {
        if recorded.state == .withdrawn { return "withdrawn" }
        if spoken.standing == .lost { return "lost" }
        if spoken.isStoryWithdrawn { return "story-withdrawn" }
        if spoken.correctedAt != nil { return "story-corrected" }
        return spoken.standing == .altered ? "altered" : "published"
    }

    var json: JSON {
        .object([
            ("id", .text(address)), ("speaker", speaker.map { .text($0.name(in: spoken.language)) }),
            ("speakerPage", speaker.map { .text(place.absolute(.speaker(place.language, $0.slug, page: 1))) }),
            ("wikidata", speaker?.wikidata.map(JSON.text)), ("nameInStory", nameInStory.isEmpty ? nil : .text(nameInStory)),
            ("role", recorded.role.isEmpty ? nil : .text(recorded.role)), ("sourceClass", .text(recorded.sourceClass.rawValue)),
            ("kind", .text(recorded.kind.rawValue)), ("words", .text(words)),
            ("cue", .text(recorded.anchors.cue.map(\.exact).joined(separator: " "))),
            ("context", recorded.context.isEmpty ? nil : .text(recorded.context)), ("language", .text(spoken.language.rawValue)),
            ("story", .text(story)), ("headline", .text(spoken.headline)), ("published", .text(moment(spoken.publishedAt))), ("state", .text(state)),
            ("corrected", spoken.correctedAt.map { .text(moment($0)) }), ("recorded", .text(moment(recorded.createdAt))),
            ("updated", .text(moment(recorded.updatedAt))), ("revision", .text(recorded.revision.hex)), ("selectors", .list(selectors)),
        ])
    }

    static let columns = [
        "id", "speaker", "wikidata", "name in story", "role", "source class", "kind", "words", "context", "language", "story", "headline",
        "published",
        "state", "corrected", "recorded", "updated", "revision",
    ]

    var row: [String] {
        [
            address, speaker?.name(in: spoken.language) ?? "", speaker?.wikidata ?? "", nameInStory, recorded.role, recorded.sourceClass.rawValue,
            recorded.kind.rawValue, words, recorded.context, spoken.language.rawValue, story, spoken.headline, moment(spoken.publishedAt),
            state,
            spoken.correctedAt.map(moment) ?? "", moment(recorded.createdAt), moment(recorded.updatedAt), recorded.revision.hex,
        ]
    }

    /// An annotation of the W3C's Web Annotation Data Model: the words in the story, and whose they are.
    var annotation: JSON {
        .object([
            ("id", .text(address)), ("type", .text("Annotation")), ("motivation", .text("identifying")),
            ("created", .text(moment(recorded.createdAt))),
            ("modified", .text(moment(recorded.updatedAt))),
            ("generator", .object([("type", .text("Software")), ("name", .text("Matbaa"))])),
            (
                "body",
                .object([
                    ("type", .text("SpecificResource")), ("purpose", .text("identifying")),
                    (
                        "source",
                        speaker.map { .text(place.absolute(.speaker(place.language, $0.slug, page: 1))) }
                            ?? .text("\(story)#\(recorded.sourceClass.rawValue)")
                    ),
                ])
            ),
            ("target", .list(selectors.map { .object([("source", .text(story)), ("selector", $0)]) })),
        ])
    }

    /// A TextQuoteSelector for each part, refined by none: the words are found by themselves and their surroundings; positions are those of the
    /// revision that the record names.
    private var selectors: [JSON] {
        recorded.anchors.content.map { anchor in
            .list([
                .object([
                    ("type", .text("TextQuoteSelector")), ("exact", .text(anchor.exact)), ("prefix", .text(anchor.prefix)),
                    ("suffix", .text(anchor.suffix)),
                ]),
                .object([
                    ("type", .text("TextPositionSelector")), ("start", .number(anchor.start)),
                    ("end", .number(anchor.start + anchor.exact.unicodeScalars.count)),
                ]),
            ])
        }
    }

    /// schema.org Quotation for one's own words, Claim for what one is reported to have said.
    var structured: JSON {
        let who = speaker.map { Self.structured($0, place) }
        let isQuotation = recorded.kind == .direct
        return .object([
            ("@type", .text(isQuotation ? "Quotation" : "Claim")), ("@id", .text(address)), ("text", .text(words)),
            ("inLanguage", .text(spoken.language.rawValue)), (isQuotation ? "spokenByCharacter" : "author", who),
            ("datePublished", .text(moment(spoken.publishedAt))),
            (
                isQuotation ? "isPartOf" : "appearance",
                .object([("@type", .text("NewsArticle")), ("url", .text(story)), ("headline", .text(spoken.headline))])
            ),
        ])
    }

    static func structured(_ speaker: Speaker, _ place: Place) -> JSON {
        let type = speaker.kind == .person ? "Person" : speaker.kind == .organisation ? "Organization" : "CreativeWork"
        return .object([
            ("@type", .text(type)), ("name", .text(speaker.name(in: place.language))),
            ("url", .text(place.absolute(.speaker(place.language, speaker.slug, page: 1)))),
            ("sameAs", speaker.wikidata.map { .text("https://www.wikidata.org/entity/\($0)") }),
        ])
    }

    /// Lines of comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula has an apostrophe before it.
    static func csv(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { value in
                let safe = value.first.map { "=+-@\t\r".contains($0) } == true ? "'" + value : value
                return "\"" + safe.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: ",")
        }.joined(separator: "\r\n") + "\r\n"
    }
}

extension Chrome {
    /// Where the record's data of this page belongs.
    var record: RecordData.Place { RecordData.Place(face: face, origin: origin, language: language) }
}
