#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { self.init(milliseconds: seconds * 1000) }
    package init(_ date: Date) { self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded())) }

    package static var now: Instant { Instant(Date()) }

    package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }
    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    /// This moment as a date and time of day at `offset` seconds east of Greenwich.
    package func civil(offset: Int = 0) -> CivilTime { CivilTime(self, offset: offset) }
}

/// A date of the Gregorian calendar and a time of day, with its offset from Greenwich.
/// The day arithmetic is Howard Hinnant's `civil_from_days` (http://howardhinnant.github.io/date_algorithms.html).
package struct CivilTime: Hashable, Sendable {
    package let year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int
    /// 0 is Sunday.
    package let weekday: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    init(_ instant: Instant, offset: Int) {
        let local = instant.seconds + Int64(offset)
        let days = local.flooredDivision(by: 86_400)
        let time = Int(local - days * 86_400)
        let z = days + 719_468
        let era = z.flooredDivision(by: 146_097)
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
        weekday = Int((days + 4) - (days + 4).flooredDivision(by: 7) * 7)
        self.offset = offset
    }

    /// The moment of a date and time given in UTC, or nil when there is no such date or time.
    package static func instant(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) -> Instant? {
        guard (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            (-9999...9999).contains(year)
        else { return nil }
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = y.flooredDivision(by: 400)
        let yearOfEra = y - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let instant = Instant(seconds: days * 86_400 + Int64(hour * 3600 + minute * 60 + second))
        let back = instant.civil()
        return second == 60 || (back.month == month && back.day == day) ? instant : nil
    }

    /// RFC 3339, as in `2020-05-31T18:20:00Z` or `…+02:00`: what `datetime`, JSON-LD and sitemaps want.
    package var rfc3339: String {
        let zone = offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 3600)):\(two(abs(offset) / 60 % 60))"
        return "\(four(year))-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))\(zone)"
    }

    /// RFC 5322, as in `Sun, 31 May 2020 18:20:00 +0000`: what RSS wants.
    package var rfc5322: String {
        "\(stamp) \(offset < 0 ? "-" : "+")\(two(abs(offset) / 3600))\(two(abs(offset) / 60 % 60))"
    }

    private var stamp: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        return "\(days[weekday]), \(two(day)) \(Self.months[month - 1]) \(four(year)) \(two(hour)):\(two(minute)):\(two(second))"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension Instant {
    /// The fixed form of dates in HTTP (RFC 9110, 5.6.7), as in `Sun, 31 May 2020 18:20:00 GMT`.
    package var httpDate: String { CivilTime(self, offset: 0).httpDate }

    /// Reads that form; nil for any other, and for a day of the week that is not that day's.
    package init?(httpDate text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard words.count == 6, let day = Int(words[1]), let month = CivilTime.month(words[2]), let year = Int(words[3]) else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3,
            let instant = CivilTime.instant(year: year, month: month, day: day, hour: time[0], minute: time[1], second: time[2]),
            instant.httpDate == text
        else { return nil }
        self = instant
    }
}

extension CivilTime {
    fileprivate var httpDate: String { stamp + " GMT" }
    fileprivate static func month(_ name: some StringProtocol) -> Int? { months.firstIndex { $0 == name }.map { $0 + 1 } }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

private func four(_ number: Int) -> String { String(repeating: "0", count: Swift.max(0, 4 - String(number).count)) + String(number) }
