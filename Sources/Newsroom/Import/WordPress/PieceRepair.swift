/// Writes a broken piece anew so that it can be parsed: what is no tag of an export is text, and tags close in order. No text is lost by it.
struct PieceRepair {
    private let source: [UInt8]
    private let prefixes: Set<String>
    private var written: [UInt8] = []
    /// The tags that stand open, by name.
    private var open: [[UInt8]] = []
    private var place = 0

    private static let plainNames: Set<String> = [
        "item", "title", "link", "pubDate", "guid", "description", "category", "author", "comments", "enclosure", "generator", "language",
        "channel", "rss", "image", "url", "docs", "cloud",
    ]

    /// Exports nest four deep.
    private static let deepest = 64

    static func repaired(_ source: [UInt8], prefixes: some Sequence<String>) -> [UInt8] {
        var repair = PieceRepair(source: source, prefixes: Set(prefixes))
        repair.run()
        return repair.written
    }

    private init(source: [UInt8], prefixes: Set<String>) {
        self.source = source
        self.prefixes = prefixes
        written.reserveCapacity(source.count + 64)
    }

    private mutating func run() {
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "&"): ampersand()
            case UInt8(ascii: "]") where source.has("]]>", at: place):
                written.append("]]&gt;")
                place += 3
            default:
                written.append(source[place])
                place += 1
            }
        }
        for name in open.reversed() { close(name) }
    }

    private mutating func markup() {
        if source.has("<![CDATA[", at: place) { return section() }
        if source.has("<!--", at: place), let end = source.find("--", from: place + 4, to: min(place + 4096, source.count)),
            source.has("-->", at: end)
        {
            place = end + 3
            return
        }
        guard let tag = RepairTag(at: place, of: source), knows(tag.name), open.count < PieceRepair.deepest else {
            written.append("&lt;")
            place += 1
            return
        }
        place = tag.end
        if tag.isClosing { return end(tag.name) }
        write(tag)
        if !tag.isEmpty { open.append(tag.name) }
    }

    private func knows(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return PieceRepair.plainNames.contains(text) }
        return prefixes.contains(String(text[..<colon]))
    }

    /// Closes what stands open above `name`; a tag that closes nothing is left out.
    private mutating func end(_ name: [UInt8]) {
        guard open.contains(name) else { return }
        while let last = open.popLast() {
            close(last)
            if last == name { return }
        }
    }

    private mutating func close(_ name: [UInt8]) {
        written.append("</")
        written.append(contentsOf: name)
        written.append(">")
    }

    private mutating func write(_ tag: RepairTag) {
        written.append("<")
        written.append(contentsOf: tag.name)
        for (name, value) in tag.attributes {
            written.append(" ")
            written.append(contentsOf: name)
            written.append("=\"")
            write(attribute: value)
            written.append("\"")
        }
        written.append(tag.isEmpty ? "/>" : ">")
    }

    private mutating func write(attribute value: [UInt8]) {
        var inner = PieceRepair(source: value, prefixes: [])
        inner.run()
        for byte in inner.written {
            if byte == UInt8(ascii: "\"") { written.append("&quot;") } else { written.append(byte) }
        }
    }

    /// An ampersand that begins no reference known to XML is text; a reference to a character that XML forbids is left out.
    private mutating func ampersand() {
        switch CharacterReference(at: place, of: source) {
        case .legal(let end):
            written.append(contentsOf: source[place..<end])
            place = end
        case .forbidden(let end): place = end
        case .none:
            written.append("&amp;")
            place += 1
        }
    }

    /// A CDATA section ends where `]]>` stands before its element's own end, or else where that element ends.
    private mutating func section() {
        let first = place + 9
        let own = Array("</".utf8) + (open.last ?? [])
        let (end, next) = sectionEnd(from: first, before: own)
        written.append("<![CDATA[")
        var text = first
        while let inner = source.find("]]>", from: text, to: end) {
            written.append(contentsOf: source[text..<inner])
            // A section that was parted well stays as it is; any other end inside is text.
            if source.has("]]><![CDATA[", at: inner), inner + 12 <= end {
                written.append("]]><![CDATA[")
                text = inner + 12
            } else {
                written.append("]]]]><![CDATA[>")
                text = inner + 3
            }
        }
        written.append(contentsOf: source[text..<max(text, end)])
        written.append("]]>")
        place = next
    }

    private func sectionEnd(from first: Int, before own: [UInt8]) -> (end: Int, next: Int) {
        let ownEnd = ends(of: own, from: first)
        let nextSection = ownEnd.flatMap { source.find("<![CDATA[", from: $0) } ?? source.count
        var from = first
        while let end = source.find("]]>", from: from) {
            if nextSection < end { break }
            if source.has(own, at: source.skippingSpace(from: end + 3)) { return (end, end + 3) }
            from = end + 3
        }
        return ownEnd.map { ($0, $0) } ?? (source.count, source.count)
    }

    private func ends(of own: [UInt8], from first: Int) -> Int? {
        var from = first
        while let place = source.find("</", from: from) {
            if source.has(own, at: place) { return place }
            from = place + 2
        }
        return nil
    }
}
