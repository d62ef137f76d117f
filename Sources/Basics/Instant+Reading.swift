extension Instant {
    /// Reads RFC 3339, as in `2026-10-02T08:15:00+02:00` or `2026-10-02T08:15Z`, and a date alone, which is its midnight in UTC. Nil for anything else.
    package init?(rfc3339 text: some StringProtocol) {
        let characters = Array(text.utf8)
        var place = 0
        func number(_ digits: Int) -> Int? {
            guard place + digits <= characters.count else { return nil }
            var value = 0
            for byte in characters[place..<place + digits] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            place += digits
            return value
        }
        func take(_ expected: Character...) -> Bool {
            guard place < characters.count, expected.contains(Character(Unicode.Scalar(characters[place]))) else { return false }
            place += 1
            return true
        }
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        var (hour, minute, second, offset) = (0, 0, 0, 0)
        if place < characters.count {
            guard take("T", "t", " "), let hours = number(2), take(":"), let minutes = number(2) else { return nil }
            (hour, minute) = (hours, minutes)
            if take(":") {
                guard let seconds = number(2) else { return nil }
                second = seconds
                if take(".") { while number(1) != nil {} }
            }
            if take("Z", "z") {
                offset = 0
            } else {
                let isWest = place < characters.count && characters[place] == UInt8(ascii: "-")
                guard take("+", "-"), let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
                offset = (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
            }
        }
        guard place == characters.count,
            let moment = CivilTime.instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        self = moment.adding(seconds: Int64(-offset))
    }
}
