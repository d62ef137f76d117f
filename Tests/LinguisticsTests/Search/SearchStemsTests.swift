import Testing

@testable import Linguistics

@Suite("Stems for search")
struct SearchStemsTests {
    @Test(
        "forms of a word share their stem",
        arguments: [
            ["القوات", "قوات", "والقوات", "للقوات", "بالقوات", "وقوات"], ["مدرسة", "المدرسة", "مدرسات", "مدرسه"], ["ليبي", "الليبيين", "ليبيون"],
            ["market", "markets", "marketing"], ["said"], ["2024"], ["voted", "voting", "votes"],
        ])
    func shared(words: [String]) {
        let stems = SearchStems()
        #expect(Set(words.map { stems.stem(Array(SearchText.folded($0).utf8)) }).count == 1)
    }

    @Test("a short word keeps what only looks like an ending or an article", arguments: ["الا", "ولد", "وطن", "هي", "ان", "ابن"])
    func short(word: String) {
        #expect(SearchStems().stem(Array(word.utf8)) == Array(word.utf8))
    }

    @Test("a letter written together with a word does not hide it, and another word is another")
    func literal() {
        let stems = SearchStems()
        func isLiteral(_ word: String, _ asked: String) -> Bool { stems.isLiteral(Array(word.utf8), Array(asked.utf8)) }
        #expect(isLiteral("حفتر", "حفتر") && isLiteral("لحفتر", "حفتر") && isLiteral("وحفتر", "حفتر"))
        #expect(!isLiteral("محفتر", "حفتر") && !isLiteral("حفتري", "حفتر") && !isLiteral("ports", "port") && !isLiteral("لك", "ك"))
    }

    @Test("any bytes have a stem")
    func anything() {
        let stems = SearchStems()
        for word in ["", "a", "ا", "\u{20000}", String(repeating: "ا", count: 64), String(repeating: "ه", count: 64), "'", "x\u{0627}"] {
            #expect(stems.stem(Array(word.utf8)).count <= max(word.utf8.count, 1))
        }
    }
}
