import Basics
import Newsroom

/// Dates and times as a newspaper writes them.
enum DateWords {
    private static let months: [Language: [String]] = [
        .ar: ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        .en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ]
    private static let weekdays: [Language: [String]] = [
        .ar: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
        .en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    ]

    /// `31 May 2020`, `31 مايو 2020`.
    static func date(_ time: CivilTime, _ language: Language, _ digits: Digits) -> String {
        digits.write("\(time.day) \(months[language]?[time.month - 1] ?? "") \(time.year)")
    }

    /// `31 May`, `31 مايو`.
    static func shortDate(_ time: CivilTime, _ language: Language, _ digits: Digits) -> String {
        digits.write("\(time.day) \(months[language]?[time.month - 1] ?? "")")
    }

    /// `Sunday, 31 May 2020`, `الأحد، 31 مايو 2020`.
    static func fullDate(_ time: CivilTime, _ language: Language, _ digits: Digits) -> String {
        (weekdays[language]?[time.weekday] ?? "") + (language == .ar ? "، " : ", ") + date(time, language, digits)
    }

    /// `18:20`.
    static func clock(_ time: CivilTime, _ digits: Digits) -> String {
        digits.write("\(time.hour < 10 ? "0" : "")\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)")
    }

    /// `31 May 2020, 18:20`.
    static func dateAndClock(_ time: CivilTime, _ language: Language, _ digits: Digits) -> String {
        date(time, language, digits) + (language == .ar ? "، " : ", ") + clock(time, digits)
    }
}
