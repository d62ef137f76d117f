import Basics
import Testing

@testable import Linguistics

@Suite("Names in a text")
struct NameVariantsTests {
    private func variants(_ text: String) -> [[String]] {
        let prose = Prose(plain: text)
        return NameVariants.found(in: prose).map { [prose.text($0.range), $0.suggestion] }
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
