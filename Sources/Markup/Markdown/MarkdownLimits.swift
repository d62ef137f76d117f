/// What a text may hold before cmark-gfm takes time, or memory, that grows with its square. What people write stays far below.
struct MarkdownLimits {
    /// Bytes without a space in them: the search for bare addresses starts anew at each.
    static let longestWord = 1000
    /// Columns of a table: each row is filled up to them.
    static let widestTable = 100
    /// Starts of pictures, each of which looks for its end.
    static let mostPictures = 2000

    private var longestWord = 0
    private var widestRow = 0
    private var pictures = 0

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var word = 0
            var pipes = 0
            var last: UInt8 = 0
            for byte in bytes {
                word = byte.isHTMLSpace ? 0 : word + 1
                longestWord = max(longestWord, word)
                if byte == UInt8(ascii: "\n") { pipes = 0 } else if byte == UInt8(ascii: "|") { pipes += 1 }
                widestRow = max(widestRow, pipes)
                if byte == UInt8(ascii: "["), last == UInt8(ascii: "!") { pictures += 1 }
                last = byte
            }
        }
    }

    var allowsBareAddresses: Bool { longestWord <= MarkdownLimits.longestWord }
    var allowsTables: Bool { widestRow <= MarkdownLimits.widestTable }

    /// The text, without pictures when there are too many of them.
    func limited(_ text: String) -> String { pictures <= MarkdownLimits.mostPictures ? text : text.replacing("![", with: "!\\[") }
}
