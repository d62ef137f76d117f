import Testing

@testable import Linguistics

@Suite("Folding text for search")
struct SearchTextTests {
    @Test(
        "forms of one letter fold to one",
        arguments: [
            ("أحمد إبراهيم آمال ٱلله", "احمد ابراهيم امال الله"), ("مستشفى على", "مستشفي علي"), ("مدرسة", "مدرسه"), ("مؤتمر شئون", "موتمر شيون"),
            ("مُحَمَّدٌ", "محمد"), ("القوّات", "القوات"), ("محـــمد", "محمد"), ("٢٠٢٤ ۲۰۲۴", "2024 2024"), ("Café Ångström", "cafe angstrom"),
            ("ＰＯＲＴ ２０", "port 20"), ("ﻣﺼﺮ ﷲ", "مصر الله"), ("Haftar’s don't", "haftars dont"), ("MiG-29", "mig 29"), ("کتاب یک", "كتاب يك"),
            ("ﬁnal", "final"), ("a\u{200F}b", "ab"), ("...", ""), ("", ""), ("İstanbul", "istanbul"),
        ])
    func folded(text: String, folded: String) {
        #expect(SearchText.folded(text) == folded)
        // Folding what is folded changes nothing: a query and a text meet wherever each has been.
        #expect(SearchText.folded(folded) == folded)
    }

    @Test("the words of a text know their places, and fold as the text does")
    func words() {
        let text = "قال «مُحَمَّدٌ»: Café’s ٢٠ 🗞 open"
        var words: [String] = []
        var places: [String] = []
        SearchText.forEachWord(of: text) { word, place in
            words.append(String(decoding: word, as: UTF8.self))
            places.append(String(text[place]))
            return words.count < 5
        }
        #expect(places == ["قال", "مُحَمَّدٌ", "Café’s", "٢٠", "open"])
        #expect(words.joined(separator: " ") == SearchText.folded(text))
    }

    @Test("a run of letters without an end is cut short, and quickly")
    func longWord() {
        let time = ContinuousClock().measure {
            #expect(SearchText.folded(String(repeating: "ب", count: 65_536)).unicodeScalars.count == SearchText.longestWord)
            #expect(SearchText.folded(String(repeating: "ﷺ", count: 65_536)).unicodeScalars.count < SearchText.longestWord + 20)
        }
        #expect(time < .seconds(30))
    }
}
