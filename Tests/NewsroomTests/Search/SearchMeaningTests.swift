import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Search in the language of its readers")
struct SearchMeaningTests {
    @Test("a word is found in its other forms, and with what is written together with it", arguments: TestEngine.allCases)
    func forms(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "One", .ar, text: "وصلت القوات إلى المدينة.", at: 1)
                try Draft.publish(tx, "Two", .ar, text: "دعم لقوات المدينة، وبقوات أخرى.", at: 2)
                try Draft.publish(tx, "Three", .ar, text: "اجتمع المجلس.", at: 3)
                try Draft.publish(tx, "Four", text: "The council voted on markets.", at: 4)
            }
            for query in ["قوات", "القوات", "وقوات", "للقوات", "والقوّات"] {
                #expect(try await Set(find(query, database)) == ["One", "Two"], "\(query)")
            }
            for query in ["market", "markets", "councils voting"] { #expect(try await find(query, database) == ["Four"], "\(query)") }
        }
    }

    @Test("stories with all the words come before those with some", arguments: TestEngine.allCases)
    func allFirst(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "Harbour harbour harbour", text: "Harbour. Harbour.", at: 3)
                try Draft.publish(tx, "Elsewhere", text: "Flour is dear, and a long text speaks of the harbour at its end.", at: 1)
                try Draft.publish(tx, "Flour", text: "Flour flour flour", at: 2)
            }
            #expect(try await find("harbour flour", database).first == "Elsewhere")
            #expect(try await find("harbour flour", database).count == 3)
            #expect(try await find("the of and", database) == ["Elsewhere"])
        }
    }

    @Test("a quoted word is found only as it is written", arguments: TestEngine.allCases)
    func literal(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "One", text: "The university opened.")
                try Draft.publish(tx, "Two", text: "A universal rule.")
                try Draft.publish(tx, "Three", .ar, text: "سوق الحوت وسوق الخضار.")
            }
            #expect(try await Set(find("universal", database)) == ["One", "Two"])
            #expect(try await find("\"universal\"", database) == ["Two"])
            #expect(try await find("universal -university", database) == ["Two"])
            #expect(try await find("«سوق الخضار»", database) == ["Three"])
            #expect(try await find("«سوق خضار»", database) == [])
        }
    }

    @Test("a name is found in any spelling and script, and marked as found by that", arguments: TestEngine.allCases)
    func names(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "Latin", text: "Khalifa Haftar spoke in Benghazi.")
                try Draft.publish(tx, "Arabic", .ar, text: "قال خليفة حفتر في بنغازي.")
                try Draft.publish(tx, "Joined", .ar, text: "رسالة لحفتر.")
                try Draft.publish(tx, "Other", .ar, text: "قال خليفة آخر إن المطر كثير.")
            }
            #expect(try await Set(find("Hifter", database)) == ["Latin", "Arabic", "Joined"])
            #expect(try await find("Khalifa Hifter", database).prefix(2).sorted() == ["Arabic", "Latin"])
            #expect(try await find("حفتر", database).contains("Latin"))
            let hits = try await database.read { try Search.find($0, SearchQuery("Haftar"), Language.allCases, number: 1, size: 9).items }
            #expect(hits.map(\.isByName) == [false, true, true])
            let marked = hits.flatMap { $0.snippet.parts.filter(\.isMatch).map(\.text) }
            #expect(Set(marked) == ["Haftar", "حفتر", "لحفتر"])
        }
    }

    @Test("a name is one in one word or in several, and no word of the language is taken for one", arguments: TestEngine.allCases)
    func namesOfSeveralWords(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "Hamza", .ar, text: "وصل أبو حمزة أمس.")
                try Draft.publish(tx, "Apart", .ar, text: "قال عبد الرحمن في كلمته.")
                try Draft.publish(tx, "Together", .ar, text: "وصف عبدالرحمن ما رآه.")
                try Draft.publish(tx, "Son", .ar, text: "تحدث أحمد بن صالح اليوم.")
                try Draft.publish(tx, "To", .ar, text: "ذهبت إلى حسن في المدرسة.")
            }
            #expect(try await find("Abou Hamza", database) == ["Hamza"])
            #expect(try await Set(find("Abdurrahman", database)) == ["Apart", "Together"])
            #expect(try await find("Ahmed Ben Saleh", database) == ["Son"])
            #expect(try await find("Ali Hassan", database) == [])
        }
    }

    @Test("a part of the archive is searched by section, day, author, or whatever editions another room names", arguments: TestEngine.allCases)
    func filters(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (first, last) = try await database.write { tx in
                let first = try Draft.publish(tx, "Port one", at: 1_000).edition
                let last = try Draft.publish(tx, "Port two", at: 2_000).edition
                let person = try People.add(tx, slug: Slug(trusted: "salma"), names: [.en: Person.Name(name: "Salma al-Khatib", biography: "")])
                try Articles.setByline(tx, last, [person])
                return (first, last)
            }
            func found(_ make: @escaping @Sendable (Transaction) throws -> Search.Filter) async throws -> [ID<Edition>] {
                try await database.read { tx in try Search.editions(tx, SearchQuery("port"), [.en], make(tx), limit: 9) }
            }
            #expect(try await found { _ in Search.Filter() } == [last, first])
            #expect(try await found { _ in Search.Filter(from: Instant(seconds: 1_500)) } == [last])
            #expect(try await found { _ in Search.Filter(before: Instant(seconds: 2_000)) } == [first])
            #expect(try await found { tx in Search.Filter(authors: try Search.authors(tx, named: "khat")) } == [last])
            #expect(try await found { tx in Search.Filter(authors: try Search.authors(tx, named: "nobody")) } == [])
            #expect(try await found { _ in Search.Filter(editions: "SELECT id FROM editions WHERE id = \(first)") } == [first])
            #expect(try await found { _ in Search.Filter(section: ID(99)) } == [])
        }
    }

    @Test("a word that stands nowhere is helped out of the archive's own", arguments: TestEngine.allCases)
    func suggestion(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "The harbour", text: "Harbour cranes and the council.")
                try Draft.publish(tx, "طرابلس", .ar, text: "في طرابلس وبنغازي.")
            }
            func suggestion(_ text: String) async throws -> String? {
                try await database.read { try Search.answer($0, text, Language.allCases, number: 1, size: 5).suggestion }
            }
            #expect(try await suggestion("the harbuor cranes") == "the harbour cranes")
            #expect(try await suggestion("طرابلسس") == "طرابلس")
            #expect(try await suggestion("harbour") == nil)
            #expect(try await suggestion("zzzzzz") == nil)
        }
    }

    private func find(_ query: String, _ database: Database) async throws -> [String] {
        try await database.read { tx in
            try Search.find(tx, SearchQuery(query), Language.allCases, number: 1, size: 20).items.map { $0.headline.parts.map(\.text).joined() }
        }
    }
}
