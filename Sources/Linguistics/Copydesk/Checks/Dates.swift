import Basics

/// A weekday that the date does not fall on, a day that its month does not have.
struct DateWeekday: Check {
    let id = "date-weekday"

    func hits(in reading: Reading) -> [Hit] {
        TextDate.found(in: reading).compactMap { date in
            let range = reading.range((date.weekdayToken ?? date.tokens.lowerBound)..<date.tokens.upperBound)
            guard let year = date.year ?? nearestYear(to: date, reading.context.date) else {
                // Even without a year: no February has 30 days.
                return Self.moment(date, 2024) == nil ? Hit(range: range, message: "impossible") : nil
            }
            guard let moment = Self.moment(date, year) else { return Hit(range: range, message: "impossible") }
            let weekday = moment.civil().weekday
            guard let said = date.weekday, let token = date.weekdayToken, said != weekday else { return nil }
            return Hit(
                range: range,
                words: [
                    "weekday": Self.names[weekday], "date": Phrase(ar: "\(date.day)/\(date.month)/\(year)", en: "\(date.day)/\(date.month)/\(year)"),
                    "named": reading.tokens[token].text.phrase,
                ])
        }
    }

    private static func moment(_ date: TextDate, _ year: Int) -> Instant? {
        guard let instant = CivilTime.instant(year: year, month: date.month, day: date.day) else { return nil }
        return instant.civil().day == date.day ? instant : nil
    }

    /// The year in which the day lies nearest to the article's own.
    private func nearestYear(to date: TextDate, _ now: CivilTime?) -> Int? {
        guard let now else { return nil }
        let months = (date.month - now.month)
        return months > 6 ? now.year - 1 : months < -6 ? now.year + 1 : now.year
    }

    private static let names = [
        Phrase(ar: "أحد", en: "Sunday"), Phrase(ar: "اثنين", en: "Monday"), Phrase(ar: "ثلاثاء", en: "Tuesday"),
        Phrase(ar: "أربعاء", en: "Wednesday"),
        Phrase(ar: "خميس", en: "Thursday"), Phrase(ar: "جمعة", en: "Friday"), Phrase(ar: "سبت", en: "Saturday"),
    ]
}

/// A day and a month (but not September 11, which is an event) in a text that nowhere tells the year.
struct DateIncomplete: Check {
    let id = "date-incomplete"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.context.date == nil else { return [] }
        let dates = TextDate.found(in: reading)
        guard !dates.contains(where: { $0.year != nil }), !Self.namesYear(reading) else { return [] }
        return dates.filter { $0.weekday == nil && !($0.day == 11 && $0.month == 9) && !reading.isQuoted[$0.tokens.lowerBound] }.map {
            Hit(range: reading.range($0.tokens), fold: "date")
        }
    }

    static func namesYear(_ reading: Reading) -> Bool {
        reading.tokens.contains { token in
            token.kind == .number && token.text.unicodeScalars.count == 4
                && (NumberWords.digits(token.text).map { (1_900...2_100).contains($0) } ?? false)
        }
    }
}

/// "Yesterday" in a text that is dated nowhere.
struct RelativeDates: Check {
    let id = "date-relative"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.context.date == nil else { return [] }
        let words = WordLists.list(reading.language == .ar ? "ar-relative-days" : "en-relative-days")
        var places: [Range<Int>] = []
        for index in reading.tokens.indices {
            let key = reading.tokens[index].key
            if TextDate.weekdays[key] != nil || TextDate.months[key] != nil { return [] }
            if words.contains(key), !reading.isQuoted[index] { places.append(reading.tokens[index].range) }
        }
        guard !DateIncomplete.namesYear(reading), let first = places.first else { return [] }
        return [Hit(range: first, also: Array(places.dropFirst()))]
    }
}
