import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: spelling", .enabled(if: Copydesk.unavailable.isEmpty))
struct SpellingTests {
    private func marked(_ text: String, _ check: String = "spelling") -> [String: String] {
        let prose = Prose(plain: text)
        let found = Copydesk().findings(in: prose, statements: []).filter { $0.check == check }
        return Dictionary(found.map { (prose.text($0.range), $0.suggestion ?? "") }) { first, _ in first }
    }

    @Test(
        "Arabic slips are put right by what people mistake, not by the nearest string",
        arguments: [
            ("وصل إلى المدينه اليوم.", "المدينه", "المدينة"), ("كتب هاذا الخبر.", "هاذا", "هذا"), ("فإاذا وصل غادرنا.", "فإاذا", "فإذا"),
            ("ودعى الوزير إلى الحوار.", "دعى", "دعا"), ("يبدوا الأمر صعبا.", "يبدوا", "يبدو"),
        ])
    func slips(text: String, said: String, fix: String) { #expect(marked(text)[said] == fix) }

    @Test("a missing hamza is one finding with all its places")
    func hamza() throws {
        let prose = Prose(plain: "ذهب الوفد الى المدينة ثم الى القرية، وقال اذا وصلنا نعود الى البيت.")
        let found = Copydesk().findings(in: prose, statements: []).filter { $0.check == "hamza" }
        #expect(found.count == 1)
        #expect(found.first?.also.count == 3)
        #expect(found.first?.suggestion == "إلى")
    }

    @Test("names of other countries, verses with their vowels and both Englishes are left alone")
    func quiet() {
        #expect(marked("قال السيناتور كوركر لوكالة رويترز إن شومر يعارض.").isEmpty)
        #expect(marked("وَلَا تُصَعِّرْ خَدَّكَ لِلنَّاسِ").isEmpty)
        #expect(marked("The colour of the organisation's programme, the analysed behaviour and the travelled kilometres.").isEmpty)
        #expect(marked("The anti-government cyberattacks on Tripoli’s newsroom were livestreamed by Hajroush.").isEmpty)
    }

    @Test("addresses are not words")
    func addresses() { #expect(marked("Write to qwzx@qwzx.example or see www.qwzxw.example/qzzt today.").isEmpty) }
}
