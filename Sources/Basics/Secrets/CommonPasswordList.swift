import CommonPasswords

/// The list of common passwords that is built into the program: 11,611 of eight characters and more, and 4,000 shorter ones as pieces of longer ones.
/// It was made of the lists of zxcvbn (Dropbox, MIT licence, see NOTICE.md) by Scripts/make-common-passwords.py.
enum CommonPasswordList {
    /// The lengths of all entries that `letters` begins with from `start` on, in bytes. Looks at no more than the letters that any entry still shares.
    static func lengths(in letters: [UInt8], from start: Int) -> [Int] {
        let list = UnsafeBufferPointer(start: common_passwords, count: common_passwords_size)
        var found: [Int] = []
        // Lines from `low` up to `high` share the letters read so far.
        var (low, high) = (0, list.count)
        var depth = 0
        while start + depth < letters.count, low < high {
            let letter = letters[start + depth]
            // Below U+0021 there are only the line's end and letters that no entry has.
            guard letter > 0x20 else { break }
            low = firstLine(of: list, low, high, depth) { $0 >= letter }
            high = firstLine(of: list, low, high, depth) { $0 > letter }
            depth += 1
            // Sorted by bytes, an entry stands before those that go on after it.
            if low < high, list[low + depth] == newline { found.append(depth) }
        }
        return found
    }

    private static let newline: UInt8 = 0x0A

    /// The first line from `low` up to `high` whose letter at `depth` is as wanted; lines are sorted by it.
    private static func firstLine(
        of list: UnsafeBufferPointer<UInt8>, _ low: Int, _ high: Int, _ depth: Int, where isWanted: (UInt8) -> Bool
    ) -> Int {
        var (low, high) = (low, high)
        while low < high {
            var line = low + (high - low) / 2
            while line > low, list[line - 1] != newline { line -= 1 }
            if isWanted(list[line + depth]) {
                high = line
            } else {
                while list[line] != newline { line += 1 }
                low = line + 1
            }
        }
        return low
    }
}
