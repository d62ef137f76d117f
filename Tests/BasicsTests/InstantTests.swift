import Basics
import Foundation
import Testing

@Suite("Moments and dates")
struct InstantTests {
    @Test("a moment is written as RFC 3339 and RFC 5322 in its zone")
    func writes() throws {
        let moment = try #require(CivilTime.instant(year: 2020, month: 5, day: 31, hour: 18, minute: 20))
        #expect(moment.civil().rfc3339 == "2020-05-31T18:20:00Z")
        #expect(moment.civil(offset: 7_200).rfc3339 == "2020-05-31T20:20:00+02:00")
        #expect(moment.civil().rfc5322 == "Sun, 31 May 2020 18:20:00 +0000")
    }

    @Test(
        "what is written is read again",
        arguments: ["2026-10-02T08:15:00+02:00", "1969-12-31T23:59:59Z", "2024-02-29T00:00:00Z", "0001-01-01T00:00:00Z"])
    func readsBack(text: String) throws {
        let moment = try #require(Instant(rfc3339: text))
        let offset = text.hasSuffix("+02:00") ? 7_200 : 0
        #expect(moment.civil(offset: offset).rfc3339 == text)
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "2026", "2026-13-01", "2026-02-30", "2023-02-29", "2026-10-02T25:00:00Z", "2026-10-02T08:15:00", "2026-10-02T08:15:00Zx",
            "٢٠٢٦-10-02",
        ])
    func refuses(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("the calendar agrees with Foundation's over four centuries")
    func agrees() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: -60_000, through: 80_000, by: 97) {
            let moment = Instant(seconds: Int64(day) * 86_400 + 3_723)
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: moment.date)
            let civil = moment.civil()
            #expect(
                [civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second, civil.weekday + 1]
                    == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.weekday])
        }
    }
}
