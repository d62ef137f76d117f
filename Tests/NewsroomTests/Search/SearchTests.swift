import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Search")
struct SearchTests {
    @Test("published stories are found in either language, with what matched marked", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "The port is open", text: "Ships came in.")
                try Draft.publish(tx, "الميناء مفتوح", .ar, text: "دخلت السفن.")
            }
            let hits = try await database.read { try Search.find($0, SearchQuery("port"), [.en], number: 1, size: 5).items }
            let hit = try #require(hits.first)
            #expect(hits.count == 1 && hit.path == .article(.en, Slug(trusted: "the-port-is-open")))
            #expect(hit.headline.parts.filter(\.isMatch).map(\.text) == ["port"])
            #expect(try await find("السفن", database) == ["الميناء مفتوح"])
            #expect(try await find("port", database, [.ar]) == [])
        }
    }

    @Test("a query finds the same however it is spelt", arguments: TestEngine.allCases)
    func spellings(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "مُحَمَّدٌ في المدرسة", .ar, text: "قال أحمد إن ٢٠ سفينة وصلت إلى مستشفى القوّات.")
                try Draft.publish(tx, "محمد في المدرسه", .ar, text: "وفي 20 يومًا.", at: 2_000)
                try Draft.publish(tx, "Café in the Old City", text: "ＰＯＲＴ")
                try Draft.publish(tx, "غير ذلك", .ar)
            }
            let spellings = [
                ["محمد", "مُحَمَّدٌ", "محـــمد", "ﻣﺤﻤﺪ"], ["المدرسة", "المدرسه", "المَدْرَسَة"], ["٢٠", "20", "۲۰"], ["احمد", "أحمد", "إحمد"],
                ["مستشفى", "مستشفي"], ["القوات", "القوّات"], ["cafe", "Café", "CAFÉ", "cafe\u{301}"], ["port", "ＰＯＲＴ"],
            ]
            for group in spellings {
                let plain = try await find(group[0], database)
                #expect(!plain.isEmpty, "\(group[0])")
                for other in group.dropFirst() { #expect(try await find(other, database) == plain, "\(other)") }
            }
            #expect(try await find("محمد", database).count == 2)
        }
    }

    @Test("phrases hold together, and unwanted words keep stories out", arguments: TestEngine.allCases)
    func phrases(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "A", text: "The old city by the port.", at: 3)
                try Draft.publish(tx, "B", text: "An old port, a new city.", at: 2)
                try Draft.publish(tx, "C", text: "The old city burnt.", at: 1)
            }
            func sorted(_ query: String) async throws -> [String] { try await find(query, database).sorted() }
            #expect(try await sorted("old city") == ["A", "B", "C"])
            #expect(try await sorted("\"old city\"") == ["A", "C"])
            #expect(try await sorted("\"city old\"") == [])
            #expect(try await sorted("old -port") == ["C"])
            #expect(try await sorted("port -\"old city\"") == ["B"])
            #expect(try await sorted("old city -port -burnt") == [])
        }
    }

    @Test("a phrase does not run on from one field into the next", arguments: TestEngine.allCases)
    func fields(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try _ = Draft.publish($0, "The old", text: "harbour of old stones", standfirst: "city wall") }
            for phrase in ["\"old city\"", "\"wall harbour\""] { #expect(try await find(phrase, database) == []) }
            for phrase in ["\"the old\"", "\"city wall\"", "\"old stones\"", "\"old stones\" -\"old city\""] {
                #expect(try await find(phrase, database) == ["The old"])
            }
        }
    }

    @Test("a word in the headline weighs more than in the standfirst, and there more than in the text", arguments: TestEngine.allCases)
    func rank(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "In the headline harbour", text: "Nothing of it here.", at: 1)
                try Draft.publish(tx, "In the standfirst only", text: "Nothing of it here.", standfirst: "The harbour", at: 2)
                try Draft.publish(tx, "In the text only", text: "Of the harbour here.", at: 3)
            }
            #expect(try await find("harbour", database) == ["In the headline harbour", "In the standfirst only", "In the text only"])
        }
    }

    @Test("the pages of a result hold each story once", arguments: TestEngine.allCases)
    func pages(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in for number in 1...7 { try Draft.publish(tx, "Port \(number)") } }
            let pages = try await database.read { tx in try (1...4).map { try Search.find(tx, SearchQuery("port"), [.en, .ar], number: $0, size: 3) }
            }
            #expect(pages.map(\.items.count) == [3, 3, 1, 0] && pages.map(\.hasNext) == [true, true, false, false])
            #expect(Set(pages.flatMap { $0.items.map { $0.headline.parts.map(\.text).joined() } }).count == 7)
            for number in [0, -1, Int.max, 1_000] {
                #expect(try await database.read { try Search.find($0, SearchQuery("port"), [.en], number: number, size: 3).items.count } == 0)
            }
        }
    }

    @Test("what an engine reads as its own language is only words", arguments: TestEngine.allCases)
    func syntax(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "Port and or not near", text: "headline body x")
                try Draft.publish(tx, "Other")
            }
            let harmless = [
                "port*", "port AND NOT", "NOT port", "port OR other", "headline:port", "{headline} : port", "^port", "port + near", "NEAR(port x, 2)",
                "(port",
                "port)", "'port'", "'); DROP TABLE works; --", "port & !other", "port <-> and", "port:*", "port\\", "\\", "!port", "%", "_",
                "port | other", ":A",
                "\"port", "port\u{0}x", "-\"-\"", "1e5 0x1F 1.5.2 a@b.c http://x.y/z",
            ]
            for query in harmless { _ = try await find(query, database) }
            #expect(try await find("port*", database) == ["Port and or not near"])
            #expect(try await find("por*", database) == [])
            #expect(try await Set(find("port OR other", database)) == ["Port and or not near", "Other"])
            #expect(try await find("port AND near", database) == ["Port and or not near"])
            #expect(try await find("headline:port", database) == ["Port and or not near"])
            #expect(try await find("'); DROP TABLE works; --", database) == [])
        }
    }

    @Test("a single word of 64 KiB is harmless, in a text and in a query", arguments: TestEngine.allCases)
    func longWords(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let word = String(repeating: "ا", count: 65_536)
            try await database.write { try _ = Draft.publish($0, "Long", .ar, text: word + " الميناء") }
            #expect(try await find(word, database) == ["Long"])
            #expect(try await find("الميناء", database) == ["Long"])
        }
    }

    @Test("a text with more different words than an engine can hold is published all the same", arguments: TestEngine.allCases)
    func manyWords(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            // Letters of four bytes each in UTF-8, every word another.
            let letters = (0..<400).compactMap { Unicode.Scalar(0x20000 + $0) }
            var text = String.UnicodeScalarView()
            for one in letters {
                for two in letters { text += [one, two, "\u{20000}", " "] }
            }
            let words = String(text)
            try await database.write { try _ = Draft.publish($0, "Many words", text: "port " + words) }
            #expect(try await find("port", database) == ["Many words"])
        }
    }

    private func find(_ query: String, _ database: Database, _ languages: [Language] = Language.allCases) async throws -> [String] {
        try await database.read { tx in
            try Search.find(tx, SearchQuery(query), languages, number: 1, size: 20).items.map { $0.headline.parts.map(\.text).joined() }
        }
    }
}
