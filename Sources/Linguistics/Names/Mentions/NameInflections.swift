import Basics

/// Tells endings of grammar from other spellings.
enum NameInflections {
    /// Whether two words are as likely forms of one word (Libya and Libyan, Clinton and Clintons, سوري and سورية) as spellings of one name.
    static func divide(_ a: String, _ b: String) -> Bool {
        let (shorter, longer) = a.unicodeScalars.count < b.unicodeScalars.count ? (a, b) : (b, a)
        if let first = longer.unicodeScalars.first, first.isArabicLetter { return dividesArabic(shorter, longer) }
        if longer.hasPrefix(shorter) { return english.contains(String(longer.unicodeScalars.dropFirst(shorter.unicodeScalars.count))) }
        for (one, other) in pairs where longer.hasSuffix(other) && shorter.hasSuffix(one) {
            if longer.unicodeScalars.dropLast(other.unicodeScalars.count).elementsEqual(shorter.unicodeScalars.dropLast(one.unicodeScalars.count)) {
                return true
            }
        }
        return false
    }

    private static func dividesArabic(_ shorter: String, _ longer: String) -> Bool {
        if longer.hasPrefix(shorter) { return arabic.contains(String(longer.unicodeScalars.dropFirst(shorter.unicodeScalars.count))) }
        if longer.hasSuffix(shorter) { return true }
        // One with the article and one without: الجديد and جديدة.
        if longer.hasPrefix("ال") != shorter.hasPrefix("ال") { return true }
        for (one, other) in arabicPairs where longer.hasSuffix(other) && shorter.hasSuffix(one) || longer.hasSuffix(one) && shorter.hasSuffix(other) {
            if longer.unicodeScalars.dropLast(other.unicodeScalars.count).elementsEqual(shorter.unicodeScalars.dropLast(one.unicodeScalars.count)) {
                return true
            }
        }
        return false
    }

    private static let english: Set<String> = [
        "s", "n", "an", "ian", "ic", "i", "ish", "er", "ers", "ism", "ist", "ite", "ese", "al", "ally", "ed", "ing", "ly", "es", "ns", "ans", "ians",
        "y", "ine", "ina", "a", "ia",
    ]
    private static let pairs = [
        ("y", "ies"), ("e", "ian"), ("a", "ian"), ("y", "ian"), ("y", "ish"), ("e", "ing"), ("a", "ic"), ("ia", "ic"), ("y", "ic"), ("s", "n"),
    ]
    private static let arabicPairs = [("يا", "ية"), ("ي", "ة"), ("ين", "ون"), ("ان", "ين"), ("يا", "يه")]
    private static let arabic: Set<String> = [
        "ة", "ه", "ية", "يه", "ين", "ون", "ات", "ان", "ها", "هم", "ا", "وا", "ي", "ى", "ك", "كم", "نا", "يين", "يون", "يات", "تين", "ت", "ن", "اً",
        "ًا",
    ]
}
