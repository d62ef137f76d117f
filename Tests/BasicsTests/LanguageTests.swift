import Basics
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test("tags of browsers and of WordPress name a language", arguments: [("ar-LY", Language.ar), ("en_US", .en), ("AR", .ar)])
    func readsTags(tag: String, language: Language) {
        #expect(Language(tag: tag) == language)
        #expect(Language(tag: "fr-FR") == nil)
    }

    @Test("a text is in the language of most of its letters, and in none when it is mixed or short")
    func detects() {
        #expect(Language.detected(in: "قال المحلل السياسي إن طراز MiG-29 وصل إلى القاعدة الجوية") == .ar)
        #expect(Language.detected(in: "The analyst said that the base was handed over") == .en)
        #expect(Language.detected(in: "The analyst المحلل السياسي said قال أمس") == nil)
        #expect(Language.detected(in: "short") == nil)
    }

    @Test("direction follows the first letter, past digits and punctuation")
    func directs() {
        #expect(Direction.first(in: "«14» مقاتلة MiG") == .rightToLeft)
        #expect(Direction.first(in: "14 MiG مقاتلة") == .leftToRight)
        #expect(Direction.first(in: "14 – 15") == nil)
    }

    @Test(
        "Arabic has six plural forms",
        arguments: [(0, "لا"), (1, "واحدة"), (2, "اثنتان"), (3, "3 قليلة"), (11, "11 كثيرة"), (100, "100 أخرى"), (103, "103 قليلة")])
    func pluralises(count: Int, words: String) {
        let phrase = CountedPhrase(
            ar: (zero: "لا", one: "واحدة", two: "اثنتان", few: "# قليلة", many: "# كثيرة", other: "# أخرى"), en: (one: "# story", other: "# stories"))
        #expect(phrase.text(count, in: .ar, digits: .latin) == words)
        #expect(phrase.text(1, in: .en, digits: .latin) == "1 story")
        #expect(phrase.text(0, in: .en, digits: .latin) == "0 stories")
        #expect(phrase.text(13, in: .ar, digits: .arabicIndic) == "١٣ كثيرة")
    }
}
