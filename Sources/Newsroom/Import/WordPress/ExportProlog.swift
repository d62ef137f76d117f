/// What stands before an export's root element, and which element that is. Read by hand: no declaration of a DOCTYPE ever reaches the parser.
struct ExportProlog {
    enum Doctype {
        /// Only a name and where its rules would be found.
        case reference
        /// With declarations of its own, which is how entity bombs are brought in.
        case declaring
    }

    private(set) var encoding: String?
    /// From WordPress's comment `generator="WordPress/6.4.3"`.
    private(set) var generator: String?
    private(set) var doctype: Doctype?
    /// The root element's name, and where its tag begins; nil when there is none.
    private(set) var rootName: String?
    private(set) var rootStart = 0
    /// Whether anything but white space and markup came before the root element.
    private(set) var startsWithText = false

    init(_ bytes: [UInt8]) {
        var place = bytes.skippingSpace(from: 0)
        while place < bytes.count {
            if bytes.has("<?", at: place) {
                let end = bytes.find("?>", from: place) ?? bytes.count
                if bytes.has("<?xml", at: place) { encoding = ExportProlog.value(of: "encoding", in: bytes.text(place..<end)) }
                place = end + 2
            } else if bytes.has("<!--", at: place) {
                let end = bytes.find("-->", from: place + 4) ?? bytes.count
                if generator == nil { generator = ExportProlog.value(of: "generator", in: bytes.text(place..<end)) }
                place = end + 3
            } else if bytes.has("<!", at: place) {
                place = readDoctype(bytes, from: place + 2)
            } else if bytes[place] == UInt8(ascii: "<") {
                let end = bytes[(place + 1)...].firstIndex { !$0.isXMLName && $0 != UInt8(ascii: ":") } ?? bytes.count
                rootName = bytes.text(place + 1..<end)
                rootStart = place
                return
            } else {
                startsWithText = true
                return
            }
            place = bytes.skippingSpace(from: place)
        }
    }

    /// Passes over a DOCTYPE, past quotes and brackets, and gives the place behind it.
    private mutating func readDoctype(_ bytes: [UInt8], from start: Int) -> Int {
        doctype = doctype ?? .reference
        var quote: UInt8?
        for place in start..<max(start, bytes.count) {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                // What follows is of no interest: such a file is refused.
                doctype = .declaring
                return bytes.count
            } else if byte == UInt8(ascii: ">") {
                return place + 1
            }
        }
        return bytes.count
    }

    private static func value(of name: String, in text: String) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
