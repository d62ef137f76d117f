import Basics

/// The findings of one text as they come in: what is off or excepted is passed over, the same thing said twice is said once.
struct Sheet {
    let reading: Reading
    let house: Copydesk.House
    private let exceptions: [String: [Copydesk.Exception]]
    private var found: [Found] = []
    private var firsts: [String: Int] = [:]

    private struct Found {
        var finding: Finding
        let rank: Int
    }

    init(reading: Reading, house: Copydesk.House, exceptions: Set<Copydesk.Exception>) {
        (self.reading, self.house) = (reading, house)
        self.exceptions = Dictionary(grouping: exceptions, by: \.check)
    }

    func runs(_ info: CheckInfo) -> Bool { info.languages.contains(reading.prose.language) && level(of: info) != nil }

    private func level(of info: CheckInfo) -> Finding.Level? {
        if let changed = house.levels[info.id] { return changed }
        return info.level
    }

    mutating func add(_ hit: Hit, of info: CheckInfo) {
        guard runs(info), let level = level(of: info) else { return }
        let places = ([hit.range] + hit.also).map { $0.clamped(to: 0..<reading.prose.scalars.count) }.filter { !isExcepted($0, info.id) }
        guard let first = places.first else { return }
        let said = reading.prose.text(first)
        let key = "\(info.id)\u{0}\(hit.fold ?? "\(first)")"
        if let index = firsts[key] {
            found[index].finding.also += places
            return
        }
        firsts[key] = found.count
        let message = info.message(hit.message, hit.words.merging(["said": said.phrase, "fix": (hit.suggestion ?? "").phrase]) { own, _ in own })
        found.append(
            Found(
                finding: Finding(
                    check: info.id, level: level, range: first, message: message, suggestion: hit.suggestion, also: Array(places.dropFirst())),
                rank: info.rank))
    }

    private func isExcepted(_ range: Range<Int>, _ check: String) -> Bool {
        guard let kept = exceptions[check] else { return false }
        let here = Copydesk.Exception(check: check, range: range, in: reading.prose)
        return kept.contains { $0.covers(here) }
    }

    /// In order of place. Where two checks speak of one place, a spelling check gives way to the one that knows what the words are.
    var findings: [Finding] {
        let sorted = found.sorted {
            ($0.finding.range.lowerBound, $0.rank, $0.finding.range.upperBound) < ($1.finding.range.lowerBound, $1.rank, $1.finding.range.upperBound)
        }
        var ends: [String: Int] = [:]
        let single = sorted.filter { entry in
            // A phrase and a statement may both tell of one vague source.
            let isTold = entry.finding.range.lowerBound < ends[entry.finding.check] ?? 0
            if !isTold { ends[entry.finding.check] = entry.finding.range.upperBound }
            return !isTold
        }
        var taken: [Range<Int>] = []
        for entry in single where !Self.givesWay.contains(entry.finding.check) { taken += [entry.finding.range] + entry.finding.also }
        taken.sort { $0.lowerBound < $1.lowerBound }
        return single.compactMap { entry in
            guard Self.givesWay.contains(entry.finding.check) else { return entry.finding }
            var finding = entry.finding
            let free = ([finding.range] + finding.also).filter { place in !taken.overlaps(place, within: 80) }
            guard let first = free.first else { return nil }
            (finding.range, finding.also) = (first, Array(free.dropFirst()))
            return finding
        }
    }

    private static let givesWay: Set<String> = ["spelling", "hamza"]
}

extension [Range<Int>] {
    /// Whether a range no longer than `length` of this list, which is in order, meets the place.
    fileprivate func overlaps(_ place: Range<Int>, within length: Int) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].lowerBound < place.upperBound { low = middle + 1 } else { high = middle }
        }
        // Those that begin before the place ends; a few looks back are enough, longer ones are no spelling's rivals.
        return self[Swift.max(0, low - 8)..<low].contains { $0.count <= length && $0.overlaps(place) }
    }
}
