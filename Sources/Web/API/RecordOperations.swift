import Basics
import HTTPTypes
import Newsroom
import Storage

/// What programs read of what the public reads: search, and the record of who said what.
enum RecordOperations {
    static let all: [APIOperation] = [search, listSpeakers, listStatements]

    private static let size = 50

    private static let search = APIOperation(
        method: .get, path: "/search", name: "search", summary: "What is published, the best matches first, 50 to a page.", scope: .read, duty: .look,
        parameters: [
            .init(name: "q", schema: .text(longest: SearchQuery.longestText), note: "As a reader writes it."),
            .init(name: "language", schema: APISchemas.language, note: "Of one language alone."),
            .init(name: "section", schema: .number, note: "Of one section alone."), .init(name: "page", schema: .number, note: "From 1."),
        ],
        answer: .object([
            .field("hits", .list(.named("SearchHit"))), .field("hasNext", .flag),
            .optional("suggestion", .text(), "The query with its misspelt words as the archive spells them."),
        ])
    ) { call in
        let (text, number) = (call.query("q"), try call.page())
        let language = Language(rawValue: call.query("language"))
        if !call.query("language").isEmpty, language == nil { throw APICall.wrong("language") }
        let section = Int64(call.query("section"))
        if !call.query("section").isEmpty, section == nil { throw APICall.wrong("section") }
        let languages = language.map { [$0] } ?? call.site.newsroom.face.languages
        let filter = Search.Filter(section: section.map { ID<Section>($0) })
        let answer = try await call.read { tx, _ in try Search.answer(tx, text, languages, filter, number: number, size: Self.size) }
        return .object([
            ("hits", .list(answer.page.items.map { .hit($0, call.site) })), ("hasNext", .flag(answer.page.hasNext)),
            ("suggestion", answer.suggestion.map(JSON.text)),
        ])
    }

    private static let listSpeakers = APIOperation(
        method: .get, path: "/speakers", name: "listSpeakers",
        summary: "Those who say things in the newsroom’s stories, 50 to a page, the newest first.",
        scope: .read, duty: .look,
        parameters: [
            .init(name: "q", schema: .text(longest: 200), note: "A name in any spelling or script: whoever may be meant."),
            .init(name: "page", schema: .number, note: "From 1."),
        ],
        answer: .object([.field("speakers", .list(.named("Speaker"))), .field("hasNext", .flag)])
    ) { call in
        let (name, number) = (String(call.query("q").prefix(200)), try call.page())
        let page = try await call.read { tx, _ in try Speakers.search(tx, name, number: number, size: Self.size) }
        return .object([("speakers", .list(page.items.map { .speaker($0) })), ("hasNext", .flag(page.hasNext))])
    }

    private static let listStatements = APIOperation(
        method: .get, path: "/speakers/{speaker}/statements", name: "listStatements",
        summary: "What a speaker has said in stories that are or were before the public, 50 to a page, the newest story first.", scope: .read,
        duty: .look,
        parameters: [
            .init(name: "speaker", schema: .number, note: "The speaker’s id.", isInPath: true), .init(name: "page", schema: .number, note: "From 1."),
        ],
        answer: .object([.field("statements", .list(.named("Statement"))), .field("hasNext", .flag)])
    ) { call in
        let (id, number): (ID<Speaker>, Int) = (try call.id("speaker"), try call.page())
        let page = try await call.read { tx, _ in
            guard try Speakers.all(tx, [id])[id] != nil else { throw Missing() }
            return try Statements.spoken(tx, by: id, number: number, size: Self.size)
        }
        let face = call.site.newsroom.face
        let place = RecordData.Place(face: face, origin: call.site.origin, language: face.languages.first ?? .ar)
        return .object([
            ("statements", .list(page.items.map { RecordData(spoken: $0, place: place).json })), ("hasNext", .flag(page.hasNext)),
        ])
    }
}
