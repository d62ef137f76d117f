/// Text with shortcodes in it, to be turned into HTML.
struct ShortcodeText {
    private let text: String
    private var notes = NoteLedger()
    private var output: [UInt8] = []
    /// Captions of `[caption caption="…"]`, to be written at its end.
    private var openCaption: String?
    /// How many closing ones of a name are still to come.
    private var closings: [String: Int] = [:]
    private var opened: [String: Int] = [:]
    /// Where an `[embed]`'s address starts in the output.
    private var openEmbed: Int?

    init(_ text: String) { self.text = text }

    /// HTML in which every known shortcode is an element, and unknown ones are left out but for the text they wrap.
    mutating func html(notes ledger: inout NoteLedger) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
        var text = text
        notes = ledger
        text.withUTF8 { bytes in
            let shortcodes = ShortcodeText.find(in: bytes)
            for shortcode in shortcodes where shortcode.isClosing { closings[shortcode.name, default: 0] += 1 }
            var at = 0
            for shortcode in shortcodes {
                output += bytes[at..<shortcode.range.lowerBound]
                at = shortcode.range.upperBound
                if !write(shortcode) { output += bytes[shortcode.range] }
            }
            output += bytes[at...]
        }
        ledger = notes
        return String(decoding: output, as: UTF8.self)
    }

    private static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [Shortcode] {
        var found: [Shortcode] = []
        var at = 0
        var nextEnd = -1
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<"), let end = endOfTag(bytes, from: at, nextEnd: &nextEnd) {
                at = end
            } else if bytes[at] == UInt8(ascii: "["), let shortcode = Shortcode(bytes, at: at) {
                found.append(shortcode)
                at = shortcode.range.upperBound
            } else {
                at += 1
            }
        }
        return found
    }

    /// Behind the tag that starts here; a shortcode in an attribute is not one. `nextEnd` is a `>` not yet passed, so that none is looked for twice.
    private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, nextEnd: inout Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1].isASCIILetterOrDigit || bytes[start + 1] == 0x2F || bytes[start + 1] == 0x21 else {
            return nil
        }
        if nextEnd < start { nextEnd = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
        return nextEnd < bytes.count ? nextEnd + 1 : nil
    }

    private mutating func write(_ shortcode: Shortcode) -> Bool {
        if shortcode.isClosing { closings[shortcode.name, default: 0] -= 1 }
        if shortcode.isQuoted {
            append("[\(shortcode.isClosing ? "/" : "")\(shortcode.name)\(shortcode.attributes)]")
            return true
        }
        switch shortcode.name {
        case "caption", "wp_caption": writeCaption(shortcode)
        case "gallery": writeGallery(shortcode)
        case "embed": writeEmbed(shortcode)
        case "audio", "video": writePlayer(shortcode)
        default: return leaveOut(shortcode)
        }
        return true
    }

    private mutating func writeCaption(_ shortcode: Shortcode) {
        if shortcode.isClosing {
            guard let caption = openCaption else { return note(shortcode) }
            append(caption.isEmpty ? "</figure>" : "<figcaption>\(caption)</figcaption></figure>")
            openCaption = nil
        } else if openCaption == nil, closings[shortcode.name, default: 0] > 0 {
            openCaption = shortcode.value("caption") ?? ""
            append("<figure class=\"wp-caption\">")
        } else {
            note(shortcode)
        }
    }

    private mutating func writeGallery(_ shortcode: Shortcode) {
        let numbers = (shortcode.value("ids") ?? shortcode.value("include") ?? "").split(separator: ",").compactMap {
            Int64($0.filter { !$0.isWhitespace })
        }
        guard !shortcode.isClosing, !numbers.isEmpty else { return notes.add(.missingPicture, "[gallery]") }
        append("<figure class=\"gallery\">")
        for number in numbers { append("<img class=\"wp-image-\(number)\" alt=\"\">") }
        append("</figure>")
    }

    private mutating func writeEmbed(_ shortcode: Shortcode) {
        if shortcode.isClosing {
            guard let start = openEmbed else { return note(shortcode) }
            let address = String(decoding: output[start...], as: UTF8.self)
            if writeCard(address.replacing("&amp;", with: "&"), replacing: start...) { openEmbed = nil } else { note(shortcode) }
            openEmbed = nil
        } else if openEmbed == nil, closings["embed", default: 0] > 0 {
            openEmbed = output.count
        } else if let address = shortcode.value("src"), writeCard(address, replacing: output.count...) {
            return
        } else {
            note(shortcode)
        }
    }

    private mutating func writePlayer(_ shortcode: Shortcode) {
        guard !shortcode.isClosing else { return }
        let keys = ["src", "mp3", "mp4", "m4a", "m4v", "ogg", "ogv", "wav", "wma", "webm", "flv", nil]
        for key in keys {
            if let address = shortcode.value(key), writeCard(address, replacing: output.count...) { return }
        }
        note(shortcode)
    }

    private mutating func writeCard(_ address: String, replacing range: PartialRangeFrom<Int>) -> Bool {
        guard let link = Link(address: address), link.isFetchable else { return false }
        output.removeSubrange(range)
        append(Embed(link: link).canonicalHTML.text)
        return true
    }

    /// Whether it was a shortcode: words in brackets without attributes, and with nothing to close them, are words.
    private mutating func leaveOut(_ shortcode: Shortcode) -> Bool {
        if shortcode.isClosing {
            guard opened[shortcode.name, default: 0] > 0 else { return false }
            opened[shortcode.name, default: 0] -= 1
            return true
        }
        let isPaired = closings[shortcode.name, default: 0] > 0
        let hasName = shortcode.name.contains("_") || shortcode.name.contains("-")
        guard isPaired || hasName || shortcode.isClosed || shortcode.attributes.contains("=") else { return false }
        if isPaired { opened[shortcode.name, default: 0] += 1 }
        note(shortcode)
        return true
    }

    private mutating func note(_ shortcode: Shortcode) {
        notes.add(.unknownShortcode, shortcode.name, excerpt: "[\(shortcode.isClosing ? "/" : "")\(shortcode.name)\(shortcode.attributes)]")
    }

    private mutating func append(_ html: String) { output += html.utf8 }
}
