import Basics
import Testing

@testable import Linguistics

@Suite("Names in a text")
struct NameVariantsTests {
    /// `unknown` are words that no dictionary has; nil is a system without a dictionary.
    private func variants(_ text: String, unknown: Set<String>? = nil) -> [[String]] {
        let prose = Prose(plain: text)
        let isOrdinary = unknown.map { unknown in { (word: String) in !unknown.contains(word) } }
        return NameVariants.found(in: prose, isOrdinary: isOrdinary).map { [prose.text($0.range), $0.suggestion] }
    }

    @Test("the rarer spelling of a name stands out, and the majority's is what to write")
    func english() {
        #expect(
            variants("Khalifa Haftar met the envoy on Monday. Haftar said the talks went well. The envoy thanked Hifter. Haftar then left for Cairo.")
                == [["Hifter", "Haftar"]])
    }

    @Test("a possessive is no other spelling, nor is a demonym")
    func endings() {
        #expect(variants("Libya held talks. Libya’s envoy met a Libyan minister. Libya agreed.").isEmpty)
    }

    @Test("a relative with a like first name is somebody else")
    func relatives() {
        #expect(variants("Hassan Rouhani spoke. Rouhani left. Rouhani said so. Hossein Rohani of the bank agreed.").isEmpty)
    }

    @Test("in Arabic a name without its hamza stands out, with a clitic before it too")
    func arabic() {
        #expect(
            variants("قال الرئيس باراك أوباما إن الاتفاق جيد. وأضاف أوباما أن المحادثات مستمرة. وقال باراك أوباما ذلك أمس. وأكد اوباما موقفه.")
                == [["اوباما", "أوباما"]])
    }

    @Test("in Arabic two words one letter apart are one name when no dictionary has them, however they sound")
    func unknownArabic() {
        let text = "فاز فهد الجهني أمس. وقال الجهني إن اللقاء كان صعبا. وغاب الحهني عن التدريب."
        #expect(variants(text, unknown: ["الجهني", "الحهني"]) == [["الحهني", "الجهني"]])
        #expect(variants(text, unknown: []).isEmpty)
        // An inflection stays one.
        #expect(variants("تحدث الوحداوي مرتين. وعاد الوحداوي إلى الإدارة الوحداوية.", unknown: ["الوحداوي", "الوحداوية"]).isEmpty)
    }

    @Test("in Arabic a name part that many bear has another spelling, and a common given name has none")
    func knownArabic() {
        #expect(
            variants("قال فيصل موسوي إن الفريق جاهز. وأضاف موسوي أن اللقاء غدا. ووصل عمر موساوي أمس.", unknown: ["موساوي"]) == [["موساوي", "موسوي"]])
        #expect(variants("قال سعود بن فهد ذلك. وأضاف سعود أن الأمر انتهى. ووصل سعد بن تركي.", unknown: []).isEmpty)
    }

    @Test("a place is known by what stands before it, and a word of the language is none")
    func places() {
        #expect(
            variants("وصل الوفد إلى أثينا. وقالت أثينا إنها تتفاوض. وغادر من العاصمة أسينا ليلا.", unknown: []) == [["أسينا", "أثينا"]])
        #expect(variants("وصل الوفد إلى مصر. وقالت مصر إنها تتفاوض. وهذا مصير صعب.", unknown: []).isEmpty)
    }

    @Test(
        "words one letter apart by any slip are; by two they are not",
        arguments: [
            ("قلم", "قلمي", true), ("قلم", "قم", true), ("قلم", "قلب", true), ("قلم", "قمل", true), ("قلم", "لقم", true), ("قلم", "قلم", false),
            ("قلم", "مل", false), ("قلم", "قلوبي", false), ("قلم", "ملق", false), ("ا", "", true), ("", "", false),
        ])
    func letters(a: String, b: String, isOne: Bool) {
        #expect(LetterDistance.isOne(Array(a.unicodeScalars), Array(b.unicodeScalars)) == isOne)
        #expect(LetterDistance.isOne(Array(b.unicodeScalars), Array(a.unicodeScalars)) == isOne)
        let shared = LetterDistance.neighbourhood(Array(a.unicodeScalars)).intersection(LetterDistance.neighbourhood(Array(b.unicodeScalars)))
        #expect(!isOne || !shared.isEmpty)
    }

    @Test("mentions of one person are one group, by surname and by full name")
    func groups() {
        let prose = Prose(plain: "President Khalifa Haftar met Aguila Saleh on Monday. Mr. Haftar said that Saleh agreed.")
        let groups = NameMentions.groups(in: prose)
        #expect(groups.first { $0.canonical == "Khalifa Haftar" }?.mentions.count == 2)
        #expect(groups.first { $0.canonical == "Aguila Saleh" }?.mentions.count == 2)
    }

    @Test("a house's name is found by a spelling that nobody entered, and not by that of somebody else")
    func house() {
        let house = HouseNames([
            Copydesk.HouseName(form: [.en: "Khalifa Haftar", .ar: "خليفة حفتر"], variants: ["Khalifa Hifter"], others: ["Khalifa Haftor"])
        ])
        #expect(house.match("Khalifa Haftar")?.standing == .form)
        #expect(house.match("Khalifa Hifter")?.standing == .variant)
        #expect(house.match("Khaleefa Heftar")?.standing == .likely)
        #expect(house.match("خليفه حفتر")?.standing == .likely)
        #expect(house.match("خليفه حفتر")?.written == "خليفة حفتر")
        #expect(house.match("Heftar")?.written == "Haftar")
        #expect(house.match("Khalifa Haftor") == nil)
        #expect(house.match("Saddam Haftar") == nil)
    }

    @Test("a name in Latin letters is found among Arabic words, with clitics, middle names and عبد in two words")
    func query() {
        func places(_ name: String, _ text: String) -> [Range<Int>] {
            (NameQuery(name)?.hits(in: text.split(separator: " ").map { NameQuery.Word(String($0)) }) ?? []).map(\.tokens)
        }
        #expect(places("Khalifa Haftar", "التقى خليفة حفتر الوفد") == [1..<3])
        #expect(places("Khalifa Haftar", "التقى خليفة بلقاسم حفتر الوفد") == [1..<4])
        #expect(places("Abdelfattah al-Sisi", "استقبل عبد الفتاح السيسي وفدا") == [1..<4])
        #expect(places("Haftar", "رسالة لحفتر ووفد") == [1..<2])
        #expect(places("Khalifa Haftar", "خليفة المسلمين في بغداد").isEmpty)
    }
}
