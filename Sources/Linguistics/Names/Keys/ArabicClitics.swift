/// What grows on to an Arabic word: and, by, for, then, like.
enum ArabicClitics {
    /// The letters as they stand and without a clitic, when a word is left: وحفتر, لحفتر, بالقاهرة, للسراج.
    static func readings(of letters: [UInt8]) -> [[UInt8]] {
        guard letters.count >= 4 else { return [letters] }
        let (first, second) = (letters[0], letters[1])
        guard clitics.contains(first) else { return [letters] }
        if first == Sound.lam.rawValue, second == Sound.lam.rawValue, letters.count >= 5 {
            return [letters, Array(letters.dropFirst(2))]
        }
        var readings = [letters, Array(letters.dropFirst())]
        if letters.count >= 5, first == Sound.waw.rawValue || first == Sound.feh.rawValue, clitics.contains(second), second != first {
            readings.append(Array(letters.dropFirst(2)))
        }
        return readings
    }

    private static let clitics: Set<UInt8> = [
        Sound.waw.rawValue, Sound.beh.rawValue, Sound.lam.rawValue, Sound.feh.rawValue, Sound.kaf.rawValue,
    ]
}
