import Basics
import Hummingbird
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("The search page")
struct SearchPageTests {
    @Test("a part of the archive is searched, and the form keeps what was asked for", arguments: TestEngine.allCases)
    func parts(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { _, client in
            func found(_ rest: String) async throws -> String { try await client.execute(uri: "/en/search?q=quay" + rest, method: .get).text }
            let mark = "<mark>Quay</mark>"
            let all = try await found("")
            #expect(all.contains(mark) && !all.contains("<details open"))
            #expect(try await found("&section=politics").contains(mark))
            #expect(try await found("&section=no-such").contains("Nothing found"))
            #expect(try await found("&by=khatib").contains(mark))
            #expect(try await !found("&by=nobody").contains(mark))
            let later = try await found("&from=2999-01-01&in=en")
            #expect(later.contains("Nothing found") && later.contains("<details open") && later.contains("value=\"2999-01-01\""))
            #expect(try await found("&to=2999-01-01").contains(mark))
            #expect(try await found("&from=yesterday&to=2020-13-45").contains(mark))
        }
    }

    @Test("a misspelt word is asked about, in a link that keeps the rest of the question")
    func suggestion() async throws {
        try await WebNewsroom.serve { _, client in
            let page = try await client.execute(uri: "/en/search?q=qauy+handed&in=en", method: .get).text
            #expect(page.contains("Did you mean:") && page.contains("/en/search?q=quay%20handed&amp;in=en"))
        }
    }

    @Test("queries of any kind are answered", arguments: ["%E2%80%8F%E2%80%AE", "%22", "-a", "the+of", "...", "%D9%81%D9%8A", "a%00b"])
    func anything(query: String) async throws {
        try await WebNewsroom.serve { _, client in
            for language in ["ar", "en"] {
                let answer = try await client.execute(uri: "/\(language)/search?q=\(query)&by=\(query)&section=\(query)", method: .get)
                #expect(answer.status == .ok)
            }
        }
    }
}
