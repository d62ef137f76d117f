import Basics

/// Two ways to write one thing in one text; the one that stands more often is the text's.
struct Consistency: Check {
    let id = "consistency"

    private static let pairs: [Language: [[[String]]]] = {
        var pairs: [Language: [[[String]]]] = [:]
        for line in BuiltInFile.lines("copydesk-pairs.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count > 2, let language = Language(rawValue: String(fields[0])) else { continue }
            pairs[language, default: []].append(fields.dropFirst().map { $0.split(separator: " ").map(String.init) })
        }
        return pairs
    }()

    func hits(in reading: Reading) -> [Hit] {
        var hits: [Hit] = []
        for ways in Self.pairs[reading.language] ?? [] {
            let counts = ways.map { $0.reduce(0) { $0 + (reading.counts[$1] ?? 0) } }
            guard counts.count(where: { $0 > 0 }) > 1, let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else { continue }
            for (index, way) in ways.enumerated() where index != most && counts[index] > 0 {
                let words = Set(way)
                let places = reading.tokens.indices.filter {
                    words.contains(reading.tokens[$0].key) && !reading.isQuoted[$0] && (reading.language == .ar || !reading.tokens[$0].isCapitalised)
                }
                // آذار/مارس is one date told in both ways.
                guard let first = places.first, !places.contains(where: { isBesideSlash($0, reading) }) else { continue }
                // The same form in the other way, when both lists are as long.
                let key = reading.tokens[first].key
                let fix = way.count == ways[most].count ? way.firstIndex(of: key).map { ways[most][$0] } : nil
                let usual = fix ?? ways[most].first { reading.counts[$0] != nil } ?? ways[most][0]
                guard reading.language == .ar || reading.tokens.contains(where: { ways[most].contains($0.key) && !$0.isCapitalised }) else {
                    continue
                }
                hits.append(
                    Hit(
                        range: reading.tokens[first].range, suggestion: fix, words: ["usual": usual.phrase],
                        also: places.dropFirst().filter { reading.tokens[$0].key == key }.map { reading.tokens[$0].range }))
            }
        }
        return hits
    }

    private func isBesideSlash(_ token: Int, _ reading: Reading) -> Bool {
        [token - 1, token + 1].contains { reading.tokens.indices.contains($0) && ["/", "(", "-", "–"].contains(reading.tokens[$0].key) }
    }
}
