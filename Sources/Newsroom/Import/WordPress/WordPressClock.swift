import Basics

/// Reads the dates of an export, which has each once in the site's own time and once in UTC, and either may be missing.
struct WordPressClock: Hashable, Sendable {
    /// The site's offset from UTC in seconds, as seen at the last item that had both.
    private(set) var offset: Int64 = 0

    /// The moment, by the first that there is of: the date in UTC; the time of publication (`pubDate`), when it is the local date in some time
    /// zone; the local date at the site's offset; the time of publication.
    func moment(utc: String, local: String, published: String) -> Instant? {
        if let utc = WordPressClock.date(utc) { return utc }
        let published = WordPressClock.publication(published)
        guard let local = WordPressClock.date(local) else { return published }
        if let published, abs(published.seconds - local.seconds) <= 15 * 3600 { return published }
        return local.adding(seconds: -offset)
    }

    /// Learns the site's offset from an item that has both.
    mutating func learn(utc: String, local: String) {
        guard let utc = WordPressClock.date(utc), let local = WordPressClock.date(local) else { return }
        let difference = local.seconds - utc.seconds
        if abs(difference) <= 15 * 3600 { offset = difference }
    }

    /// `2020-05-31 18:20:00`, as if in UTC; nil for `0000-00-00 00:00:00`, which WordPress writes for drafts.
    static func date(_ text: String) -> Instant? {
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == ":" || $0 == " " || $0 == "T" }).map { Int($0) }
        guard text.first != "-", parts.count >= 3, parts.allSatisfy({ $0 != nil }) else { return nil }
        func part(_ index: Int) -> Int { index < parts.count ? parts[index] ?? 0 : 0 }
        guard part(0) > 0 else { return nil }
        return CivilTime.instant(year: part(0), month: part(1), day: part(2), hour: part(3), minute: part(4), second: part(5))
    }

    /// `Sun, 31 May 2020 18:20:00 +0000`; nil for the year -0001, which WordPress writes for drafts.
    static func publication(_ text: String) -> Instant? {
        var words = text.split(separator: " ")
        if words.first?.hasSuffix(",") == true { words.removeFirst() }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard words.count >= 4, let day = Int(words[0]), let month = months.firstIndex(of: words[1].prefix(3).lowercased()),
            let year = Int(words[2]), year > 0
        else { return nil }
        let time = words[3].split(separator: ":").map { Int($0) ?? -1 }
        guard time.count >= 2, let zone = zone(words.count > 4 ? String(words[4]) : "") else { return nil }
        return CivilTime.instant(year: year, month: month + 1, day: day, hour: time[0], minute: time[1], second: time.count > 2 ? time[2] : 0)?
            .adding(seconds: -zone)
    }

    private static func zone(_ text: String) -> Int64? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return ["", "GMT", "UT", "UTC", "Z"].contains(text.uppercased()) ? 0 : nil }
        guard text.utf8.count == 5, let digits = Int64(text.dropFirst()) else { return nil }
        let seconds = digits / 100 * 3600 + digits % 100 * 60
        return sign == "-" ? -seconds : seconds
    }
}
