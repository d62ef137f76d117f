/// `[name attribute="…"]` or `[/name]` as it stands in a text.
struct Shortcode {
    let name: String
    let isClosing: Bool
    /// Whether it ends in `/]`.
    let isClosed: Bool
    /// `[[name]]`: to be shown, not to be followed.
    let isQuoted: Bool
    let attributes: String
    let range: Range<Int>

    static let longest = 4000

    /// Reads the one that starts at a `[`, or nil when none does.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var at = start + 1
        let isQuoted = at < bytes.count && bytes[at] == UInt8(ascii: "[")
        if isQuoted { at += 1 }
        let isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        let nameStart = at
        while at < bytes.count, bytes[at].isOfShortcodeName { at += 1 }
        guard nameStart < at, at < bytes.count, !(0x30...0x39).contains(bytes[nameStart]) else { return nil }
        let nameEnd = at
        guard bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "]") || bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "=") else {
            return nil
        }
        var quote: UInt8?
        while at < bytes.count, quote != nil || bytes[at] != UInt8(ascii: "]") {
            let byte = bytes[at]
            if byte == quote { quote = nil } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            if quote == nil, byte == UInt8(ascii: "[") { return nil }
            at += 1
            if at - start > Shortcode.longest { return nil }
        }
        guard at < bytes.count else { return nil }
        name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
        isClosed = at > nameEnd && bytes[at - 1] == UInt8(ascii: "/")
        attributes = String(decoding: bytes[nameEnd..<(isClosed ? at - 1 : at)], as: UTF8.self)
        self.isClosing = isClosing
        self.isQuoted = isQuoted && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "]")
        if isQuoted, !self.isQuoted { return nil }
        range = start..<(self.isQuoted ? at + 2 : at + 1)
    }

    /// The value of `key="…"`, in whatever quotes; for nil the first value without a key.
    func value(_ key: String?) -> String? {
        var rest = attributes[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard !rest.isEmpty else { return nil }
            var found: Substring?
            if let first = rest.first, first != "\"", first != "'", first != "=" {
                let word = rest.prefix { !$0.isWhitespace && $0 != "=" }
                let next = rest[word.endIndex...]
                if next.hasPrefix("=") {
                    (found, rest) = (word, next)
                } else {
                    rest = next
                    if key == nil { return String(word) }
                    continue
                }
            }
            rest = rest.drop { $0 == "=" }
            let value: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                value = rest.dropFirst().prefix { $0 != quote }
                rest = rest[value.endIndex...].dropFirst()
            } else {
                value = rest.prefix { !$0.isWhitespace }
                rest = rest[value.endIndex...]
            }
            if found.map(String.init) == key { return String(value) }
        }
    }
}

extension UInt8 {
    fileprivate var isOfShortcodeName: Bool { isASCIILetterOrDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") }
}
