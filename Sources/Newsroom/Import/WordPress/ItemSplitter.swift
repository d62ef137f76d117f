/// Cuts the bytes of an export at the bounds of its items, minding CDATA and comments, and holds no more than one item.
struct ItemSplitter {
    private var buffer: [UInt8] = []
    /// Where the piece in hand begins, and how far it was looked at.
    private var start = 0
    private var scan = 0
    /// Where the section in hand begins, inside of CDATA and comments.
    private var mark = 0
    /// Up to here no section's end was found: what begins again after a cut need not look through it once more.
    private var barrenOfCDATA = 0
    private var barrenOfComments = 0
    private var line = 1
    private var open: ExportPiece.Kind = .gap
    private var closing: [UInt8] = []
    private var inside = Inside.markup
    private var ended = false
    /// The head of a piece that grew too large, and the bytes of it let go.
    private var head: (bytes: [UInt8], line: Int)?
    private var dropped = 0

    private let itemBytes: Int
    private static let gapBytes = 16 << 20
    private static let headBytes = 64 << 10
    /// More than any tag looked for here.
    private static let lookAhead = 128

    private enum Inside {
        case markup, cdata, comment
    }

    init(itemBytes: Int) { self.itemBytes = itemBytes }

    /// The next piece, with bytes fetched by `refill` as needed; nil at the end.
    mutating func next(refill: () -> [UInt8]?) -> ExportPiece? {
        while true {
            if let piece = inside == .markup ? scanMarkup() : scanSection() { return piece }
            if needsMore {
                if let piece = fetch(refill) { return piece }
                if ended, scan >= buffer.count { return finish() }
            }
        }
    }

    /// Set by a scan that came to the end of what is there.
    private var needsMore = false

    private mutating func fetch(_ refill: () -> [UInt8]?) -> ExportPiece? {
        needsMore = false
        if ended {
            scan = buffer.count
            return nil
        }
        if let piece = dropIfTooLarge() { return piece }
        if start > 0 {
            buffer.removeSubrange(0..<start)
            (barrenOfCDATA, barrenOfComments) = (barrenOfCDATA - start, barrenOfComments - start)
            (scan, mark, start) = (scan - start, max(mark - start, 0), 0)
        }
        if let chunk = refill() { buffer.append(contentsOf: chunk) } else { ended = true }
        return nil
    }

    private mutating func scanMarkup() -> ExportPiece? {
        guard let place = buffer.find(UInt8(ascii: "<"), from: scan) else {
            scan = buffer.count
            needsMore = true
            return nil
        }
        scan = place
        if buffer.count - place < ItemSplitter.lookAhead, !ended {
            needsMore = true
            return nil
        }
        if buffer.has("<![CDATA[", at: place) {
            enter(.cdata, at: place + 9)
        } else if buffer.has("<!--", at: place) {
            enter(.comment, at: place + 4)
        } else if let end = endTag(at: place) {
            return take(upTo: end, ending: .closed)
        } else if let kind = startTag(at: place) {
            return begin(kind, at: place)
        } else {
            scan = place + 1
        }
        return nil
    }

    private mutating func enter(_ section: Inside, at place: Int) {
        inside = section
        mark = place
        scan = max(place, (section == .cdata ? barrenOfCDATA : barrenOfComments) - 2)
    }

    private mutating func scanSection() -> ExportPiece? {
        let close: StaticString = inside == .cdata ? "]]>" : "-->"
        guard let end = buffer.find(close, from: scan) else {
            if inside == .cdata { barrenOfCDATA = buffer.count } else { barrenOfComments = buffer.count }
            scan = max(mark, buffer.count - 2)
            needsMore = true
            return nil
        }
        if buffer.count - end < ItemSplitter.lookAhead, !ended {
            scan = end
            needsMore = true
            return nil
        }
        if inside == .cdata, open != .gap, let place = swallowedBound(before: end) {
            return take(upTo: place, ending: .cut)
        }
        inside = .markup
        scan = end + 3
        return nil
    }

    /// Where the tag that closes the piece in hand ends, when it stands at `place`.
    private func endTag(at place: Int) -> Int? {
        guard open != .gap, buffer.has("</", at: place), buffer.has(closing, at: place + 2) else { return nil }
        let end = buffer.skippingSpace(from: place + 2 + closing.count)
        return end < buffer.count && buffer[end] == UInt8(ascii: ">") ? end + 1 : nil
    }

    /// What begins at `place`: an item wherever it stands, a record only between the pieces.
    private func startTag(at place: Int) -> ExportPiece.Kind? {
        var end = place + 1
        var colon: Int?
        while end < buffer.count, end - place < ItemSplitter.lookAhead - 1 {
            if buffer[end] == UInt8(ascii: ":"), colon == nil { colon = end } else if !buffer[end].isXMLName { break }
            end += 1
        }
        guard end < buffer.count, buffer[end].isXMLSpace || buffer[end] == UInt8(ascii: ">") || buffer[end] == UInt8(ascii: "/") else { return nil }
        if colon == nil { return end - place == 5 && buffer.has("<item", at: place) ? .item : nil }
        guard open == .gap, let colon else { return nil }
        let names: [StaticString] = ["author", "category", "tag", "term"]
        for name in names where name.utf8CodeUnitCount == end - colon - 1 && buffer.has(name, at: colon + 1) {
            return .record(buffer.text(place + 1..<end))
        }
        return nil
    }

    private mutating func begin(_ kind: ExportPiece.Kind, at place: Int) -> ExportPiece? {
        if open != .gap { return take(upTo: place, ending: .interrupted) }
        if place > start || head != nil { return take(upTo: place, ending: .closed) }
        guard let end = buffer.find(UInt8(ascii: ">"), from: place, to: min(place + ItemSplitter.headBytes, buffer.count)) else {
            if ended || buffer.count - place >= ItemSplitter.headBytes { scan = place + 1 } else { needsMore = true }
            return nil
        }
        open = kind
        if case .record(let name) = kind { closing = Array(name.utf8) } else { closing = Array("item".utf8) }
        if buffer[end - 1] == UInt8(ascii: "/") { return take(upTo: end + 1, ending: .closed) }
        scan = end + 1
        return nil
    }

    /// The end of an item inside a CDATA section that was never closed: another item and its own CDATA follow before `end`.
    /// A post that quotes an export has the same tags in it, but its `]]>` is written `]]]]><![CDATA[>`.
    private func swallowedBound(before end: Int) -> Int? {
        guard !buffer.has("<![CDATA[>", at: end + 3), let place = bound(from: mark, to: end),
            buffer.find("<![CDATA[", from: place, to: end) != nil
        else { return nil }
        return place
    }

    /// The first `</item>` that the next item or the channel's end follows.
    private func bound(from first: Int, to end: Int) -> Int? {
        var from = first
        while let place = buffer.find("</item>", from: from, to: end) {
            let next = buffer.skippingSpace(from: place + 7)
            if buffer.has("<item>", at: next) || buffer.has("</channel>", at: next) { return place + 7 }
            from = place + 7
        }
        return nil
    }

    private mutating func take(upTo end: Int, ending: ExportPiece.Ending) -> ExportPiece {
        let piece: ExportPiece
        if let head {
            let bytes = dropped + end - start
            piece = ExportPiece(kind: open, bytes: head.bytes, line: head.line, ending: .tooLarge(bytes: bytes))
        } else {
            piece = ExportPiece(kind: open, bytes: Array(buffer[start..<end]), line: line, ending: ending)
        }
        line += buffer.lineEnds(in: start..<end)
        (head, dropped, open, inside) = (nil, 0, .gap, .markup)
        (start, scan) = (end, end)
        return piece
    }

    private mutating func dropIfTooLarge() -> ExportPiece? {
        guard buffer.count - start > (open == .gap ? ItemSplitter.gapBytes : itemBytes) || head != nil else { return nil }
        if head == nil {
            if let piece = cutOpenSection() { return piece }
            head = (Array(buffer[start..<min(start + ItemSplitter.headBytes, buffer.count)]), line)
        }
        line += buffer.lineEnds(in: start..<scan)
        dropped += scan - start
        start = scan
        mark = max(mark, scan)
        return nil
    }

    /// When the end never came for a section: what it swallowed begins again at the next item.
    private mutating func cutOpenSection() -> ExportPiece? {
        guard inside != .markup, head == nil else { return nil }
        let place = open == .gap ? buffer.find("<item>", from: mark) : bound(from: mark, to: buffer.count)
        return place.map { take(upTo: $0, ending: .cut) }
    }

    private mutating func finish() -> ExportPiece? {
        if let piece = cutOpenSection() { return piece }
        guard start < buffer.count || head != nil else { return nil }
        return take(upTo: buffer.count, ending: .endOfFile)
    }
}
