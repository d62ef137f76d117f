import Testing

@testable import Linguistics

@Suite("Two spellings of a name")
struct NameMatchTests {
    @Test(
        "one person is known in every spelling",
        arguments: [
            ("Haftar", "Hifter"), ("Haftar", "حفتر"), ("Hifter", "حفتر"), ("Khalifa Haftar", "خليفة حفتر"), ("Khalifa Hifter", "Khalifah Haftar"),
            ("Gaddafi", "Qaddafi"), ("Gaddafi", "Kadhafi"), ("Muammar Gaddafi", "Moammar Qadhafi"), ("Muammar al-Gaddafi", "معمر القذافي"),
            ("Abdel Fattah al-Sisi", "Abdelfattah El-Sissi"), ("Abdel Fattah al-Sisi", "عبد الفتاح السيسي"),
            ("عبدالفتاح السيسي", "عبد الفتاح السيسى"),
            ("Abdulhamid Dbeibah", "Abdul Hamid Dbeiba"), ("Abdulhamid Dbeibah", "عبد الحميد الدبيبة"), ("Aguila Saleh", "عقيلة صالح"),
            ("Bashar al-Assad", "Bachar el-Assad"), ("Mohammed bin Salman", "Muhammad bin Salman"), ("Mohammed bin Salman", "محمد بن سلمان"),
            ("Houari Boumédiène", "هواري بومدين"), ("Abdelaziz Bouteflika", "عبد العزيز بوتفليقة"), ("Salaheddine", "Salah ad-Din"),
            ("Noureddine", "Nur al-Din"), ("نور الدين", "Noureddine"), ("أحمد", "احمد"), ("Lakhdar Brahimi", "الأخضر الإبراهيمي"),
            ("Recep Tayyip Erdogan", "رجب طيب أردوغان"), ("Vladimir Putin", "فلاديمير بوتين"), ("Владимир Путин", "Vladimir Putin"),
        ])
    func same(_ pair: (String, String)) {
        #expect(NameMatch.score(pair.0, pair.1) >= 0.5)
        #expect(NameMatch.score(pair.0, pair.1) == NameMatch.score(pair.1, pair.0))
    }

    @Test(
        "two persons stay two",
        arguments: [
            ("Khalifa Haftar", "Saddam Haftar"), ("خليفة حفتر", "Saddam Haftar"), ("Bashar al-Assad", "Hafez al-Assad"),
            ("Hosni Mubarak", "Gamal Mubarak"),
            ("Mohammed bin Salman", "Mohammed bin Zayed"), ("محمد بن سلمان", "محمد بن زايد"), ("Anwar Sadat", "أنور إبراهيم"), ("Haftar", "Hafez"),
            ("Barack Obama", "Michelle Obama"), ("Mansour", "Mahmoud"), ("حفتر", "حافظ"),
        ])
    func different(_ pair: (String, String)) {
        #expect(NameMatch.score(pair.0, pair.1) < 0.5)
    }

    @Test(
        "an exonym is the same place as its Arabic name",
        arguments: [("Cairo", "القاهرة"), ("Egypt", "مصر"), ("Algiers", "الجزائر"), ("Damascus", "دمشق")])
    func places(_ pair: (String, String)) {
        #expect(NameMatch.score(pair.0, pair.1) >= 0.5)
    }

    @Test(
        "spellings share a key to be found by, whatever their script",
        arguments: [("Haftar", "حفتر"), ("Gaddafi", "Kadhafi"), ("Dbeibah", "الدبيبة"), ("Youssef", "يوسف")])
    func keys(_ pair: (String, String)) {
        #expect(!NameMatch.keys(of: pair.0).isDisjoint(with: NameMatch.keys(of: pair.1)))
    }

    @Test("strange text is no name and takes no time")
    func strange() {
        for text in ["", " ", "-", "'", "😀", "\u{200F}", ".", "ـ", String(repeating: "a", count: 10_000), String(repeating: "ع ", count: 10_000)] {
            #expect(NameMatch.score(text, "Haftar") < 0.5)
            #expect(NameMatch.score("", text) < 0.5)
            _ = NameMatch.keys(of: text)
            _ = NameKeys.index(of: text)
        }
        #expect(NameKeys.index(of: String(repeating: "ذ", count: 10_000)).count <= 3)
    }
}
