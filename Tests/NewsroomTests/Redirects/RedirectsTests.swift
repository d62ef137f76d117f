import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Old addresses")
struct RedirectsTests {
    @Test("an old address leads to where its page is today", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.write { tx in
                let edition = try Draft.publish(tx, "Port").edition
                let (section, topic) = (try Draft.section(tx, "City"), try Draft.topic(tx, "Ships"))
                let person = try People.add(tx, slug: Slug(trusted: "ben"), names: [.en: .init(name: "Ben")])
                let page = try Draft.publish(tx, "About", kind: .page).edition
                let targets: [(String, Redirects.Target?, Language?)] = [
                    ("/e", .edition(edition), nil), ("/s", .section(section), nil), ("/sf", .section(section), .en), ("/t", .topic(topic), nil),
                    ("/p", .person(person), nil), ("/page", .edition(page), nil), ("/f", nil, .ar),
                ]
                for (path, target, feed) in targets { #expect(try Redirects.add(tx, path: path, to: target, feed: feed)) }
                return try targets.map { try Redirects.find(tx, path: $0.0)?.text }
            }
            #expect(
                found == [
                    "/en/articles/port", "/en/sections/city", "/en/sections/city/feed.xml", "/en/topics/ships", "/en/people/ben", "/en/pages/about",
                    "/ar/feed.xml",
                ])
        }
    }

    @Test("an address is the same however it is written", arguments: TestEngine.allCases)
    func normal(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.publish($0, "Port").edition }
            try await database.write { _ = try Redirects.add($0, path: "https://old.example/الميناء/caf\u{E9}/", to: .edition(edition)) }
            let same = [
                "/الميناء/café", "/الميناء/cafe\u{301}/", "/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1/caf%C3%A9",
                "/%d8%a7%d9%84%d9%85%d9%8a%d9%86%d8%a7%d8%a1/caf%c3%a9//", "http://www.old.example:8080/الميناء/café#top", "الميناء/café",
                "/الميناء/café?",
            ]
            for path in same { #expect(try await database.read { try Redirects.find($0, path: path) } != nil, "\(path)") }
            for path in ["/الميناء", "/الميناء/CAFÉ", "/الميناء/café?p=1", "/الميناء/café/x", "", "/", "https://old.example"] {
                #expect(try await database.read { try Redirects.find($0, path: path) } == nil, "\(path)")
            }
        }
    }

    @Test("a query is part of the address", arguments: TestEngine.allCases)
    func query(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                _ = try Redirects.add(tx, path: "/?p=1", to: .edition(try Draft.publish(tx, "One").edition))
                _ = try Redirects.add(tx, path: "/?p=2", to: .edition(try Draft.publish(tx, "Two").edition))
            }
            let found = try await database.read { tx in
                try ["/?p=1", "https://x.example/?p=2", "?p=2", "/?p=3"].map { try Redirects.find(tx, path: $0)?.text }
            }
            #expect(found == ["/en/articles/one", "/en/articles/two", "/en/articles/two", nil])
        }
    }

    @Test("the first to have an address keeps it, and the front page is nobody's", arguments: TestEngine.allCases)
    func first(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (one, two) = try await database.write { tx in
                let (one, two) = (try Draft.publish(tx, "One").edition, try Draft.publish(tx, "Two").edition)
                return (try Redirects.add(tx, path: "/x/", to: .edition(one)), try Redirects.add(tx, path: "/x", to: .edition(two)))
            }
            #expect(one && !two)
            #expect(try await database.read { try Redirects.find($0, path: "/x")?.text } == "/en/articles/one")
            #expect(try await database.write { try Redirects.add($0, path: "https://old.example/", to: nil, feed: .en) } == false)
        }
    }

    @Test("a withdrawn page is still reached, so that its reason is read; a hidden one is not", arguments: TestEngine.allCases)
    func notPublic(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { tx in
                let edition = try Draft.publish(tx, "Port").edition
                _ = try Redirects.add(tx, path: "/x", to: .edition(edition))
                return edition
            }
            func find() async throws -> String? { try await database.read { try Redirects.find($0, path: "/x")?.text } }
            try await database.write { try Articles.withdraw($0, edition, reason: "Untrue") }
            #expect(try await find() == "/en/articles/port")
            try await database.write { try Articles.unpublish($0, edition) }
            #expect(try await find() == nil)
            try await database.write { try Articles.schedule($0, edition, at: Instant(seconds: 9_000)) }
            #expect(try await find() == nil)
        }
    }

    @Test("an address that no text can be is looked for and not found", arguments: TestEngine.allCases)
    func odd(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.publish($0, "Port").edition }
            for path in ["/%00", "/%", "/%4", "/%zz", "/%+1", "/%ff%fe", "/" + String(repeating: "x", count: 70_000), "/\u{0}"] {
                #expect(try await database.read { try Redirects.find($0, path: path) } == nil)
                let added = try await database.write { try Redirects.add($0, path: path, to: .edition(edition)) }
                let found = try await database.read { try Redirects.find($0, path: path) }
                #expect(added == (found != nil))
            }
        }
    }

    @Test("the host of an address is read without its port and in lower case")
    func host() {
        #expect(Redirects.host(of: "https://Old.Example:8080/x?y") == "old.example")
        #expect(Redirects.host(of: "/x") == "" && Redirects.host(of: "https://old.example?x") == "old.example")
    }
}
