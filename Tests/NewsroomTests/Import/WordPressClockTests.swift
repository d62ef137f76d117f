import Basics
import Testing

@testable import Newsroom

@Suite("Dates in an export")
struct WordPressClockTests {
    private let eight = CivilTime.instant(year: 2024, month: 9, day: 1, hour: 8)

    @Test("the date in UTC comes first, then the time of publication, then the local date at the site's offset")
    func order() {
        var clock = WordPressClock()
        let (utc, local, published) = ("2024-09-01 08:00:00", "2024-09-01 10:00:00", "Sun, 01 Sep 2024 08:00:00 +0000")
        #expect(clock.moment(utc: utc, local: "2020-01-01 00:00:00", published: "") == eight)
        #expect(clock.moment(utc: "0000-00-00 00:00:00", local: local, published: published) == eight)
        #expect(clock.moment(utc: "", local: "", published: published) == eight)
        clock.learn(utc: utc, local: local)
        #expect(clock.moment(utc: "", local: local, published: "Wed, 30 Nov -0001 00:00:00 +0000") == eight)
        #expect(clock.moment(utc: "", local: local, published: "Sun, 01 Sep 2019 08:00:00 +0000") == eight)
        #expect(clock.moment(utc: "", local: "0000-00-00 00:00:00", published: "") == nil)
    }

    @Test("the time of publication is read in any zone")
    func zones() {
        #expect(WordPressClock.publication("Sun, 01 Sep 2024 10:00:00 +0200") == eight)
        #expect(WordPressClock.publication("1 Sep 2024 03:30:00 -0430") == eight)
        #expect(WordPressClock.publication("Sun, 01 Sep 2024 08:00:00 GMT") == eight)
    }

    @Test("what is no date is none", arguments: ["", "0000-00-00 00:00:00", "2024-13-01 00:00:00", "2024-02-30 10:00:00", "yesterday", "2024"])
    func none(text: String) {
        #expect(WordPressClock.date(text) == nil)
        #expect(WordPressClock.publication(text) == nil)
    }
}
