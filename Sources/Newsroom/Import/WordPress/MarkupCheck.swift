/// One quick walk over a piece before it is parsed, for the flaws that make the parser slow instead of angry: it copies what it read so far into
/// every complaint, and compares every attribute of a tag with every other.
struct MarkupCheck {
    private let source: [UInt8]
    private var place = 0

    private static let mostAttributes = 64

    static func pass(_ source: [UInt8]) throws(XMLFragment.Flaw) {
        var check = MarkupCheck(source: source)
        guard let detail = check.walk() else { return }
        throw XMLFragment.Flaw(detail: detail, line: source.lineEnds(in: 0..<min(check.place, source.count)) + 1)
    }

    private init(source: [UInt8]) { self.source = source }

    private mutating func walk() -> String? {
        while let markup = nextMarkup() {
            place = markup
            if source[place] == UInt8(ascii: "&") {
                guard place + 1 < source.count, source[place + 1].isXMLName || source[place + 1] == UInt8(ascii: "#") else {
                    return "an & that begins no reference"
                }
                place += 1
            } else if source.has("<![CDATA[", at: place) {
                guard let end = source.find("]]>", from: place + 9) else { return "a CDATA section that does not end" }
                place = end + 3
            } else if source.has("<!--", at: place) {
                guard let end = source.find("--", from: place + 4), source.has("-->", at: end) else { return "-- inside of a comment" }
                place = end + 3
            } else if let detail = tag() {
                return detail
            }
        }
        return nil
    }

    private func nextMarkup() -> Int? {
        var next = place
        return source.withUnsafeBufferPointer { all in
            while next < all.count {
                if all[next] == UInt8(ascii: "<") || all[next] == UInt8(ascii: "&") { return next }
                next += 1
            }
            return nil
        }
    }

    private mutating func tag() -> String? {
        let first = place + 1 < source.count ? source[place + 1] : 0
        guard first.isXMLName || first == UInt8(ascii: "/") || first == UInt8(ascii: "?") else { return "a < that begins no tag" }
        var end = place + 1
        var attributes = 0
        var quote: UInt8?
        while end < source.count, quote != nil || source[end] != UInt8(ascii: ">") {
            let byte = source[end]
            if byte == UInt8(ascii: "<") { return "a tag that does not end" }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                attributes += 1
            }
            end += 1
        }
        guard end < source.count else { return "a tag that does not end" }
        guard attributes <= MarkupCheck.mostAttributes else { return "a tag with \(attributes) attributes" }
        place = end + 1
        return nil
    }
}
