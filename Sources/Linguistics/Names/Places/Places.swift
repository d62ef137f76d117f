/// Names of places that no sound joins: القاهرة and Cairo, طرابلس and Tripoli. From `places.tsv`.
package enum Places {
    /// Whether both are names of one place. Articles, marks and the ways to write hamza make no difference.
    package static func same(_ a: String, _ b: String) -> Bool {
        same(NameLetters.words(of: a), NameLetters.words(of: b))
    }

    static func same(_ a: [NameLetters], _ b: [NameLetters]) -> Bool {
        guard let first = aliases[key(a)], let second = aliases[key(b)] else { return false }
        return first.contains { second.contains($0) }
    }

    /// Whether it is a name of a place in an Arab state or near to one.
    package static func isKnown(_ name: String) -> Bool { aliases[key(NameLetters.words(of: name))] != nil }

    private static let aliases: [[UInt8]: [Int32]] = {
        var aliases: [[UInt8]: [Int32]] = [:]
        for (place, line) in BuiltInFile.lines("places.tsv").enumerated() {
            for name in line.split(whereSeparator: { $0 == "|" || $0 == "\t" }) {
                aliases[key(NameLetters.words(of: name)), default: []].append(Int32(place))
            }
        }
        return aliases
    }()

    /// The letters of a name without an article at its head.
    private static func key(_ words: [NameLetters]) -> [UInt8] {
        var key: [UInt8] = []
        for (index, word) in words.enumerated() {
            var letters = word.letters[...]
            if index == 0, words.count > 1, word.script == .latin, letters.count == 2, letters.last == ascii("l") { continue }
            if word.script == .arabic {
                if letters.count > 3, letters[0] == Sound.alef.rawValue, letters[1] == Sound.lam.rawValue { letters = letters.dropFirst(2) }
                if letters.last == Sound.lastHeh.rawValue { letters = letters.dropLast() + [Sound.heh.rawValue] }
                if letters.last == Sound.lastYeh.rawValue { letters = letters.dropLast() + [Sound.yeh.rawValue] }
            }
            if !key.isEmpty { key.append(0xFF) }
            key += letters
        }
        return key
    }
}
