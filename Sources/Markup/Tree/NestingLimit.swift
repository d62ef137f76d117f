/// Blanks out start tags of a hostile text before the HTML parser sees them: the standard's algorithm takes time that grows with the square of the
/// depth, of the open formatting elements, and of the attributes of one tag. What people write stays far below these limits and is not touched.
struct NestingLimit {
    static let deepest = 250
    static let mostFormatting = 12
    static let mostAttributes = 150

    private struct Open {
        let name: PackedName
        let isFormatting: Bool
        let isBarrier: Bool
    }

    private let input: UnsafeBufferPointer<UInt8>
    private var limited: [UInt8]?
    private var open: [Open] = []
    private var formatting = 0

    init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

    /// The text without what is over the limits, or nil when nothing is.
    mutating func apply() -> [UInt8]? {
        var at = 0
        while at < input.count {
            guard input[at] == UInt8(ascii: "<"), at + 1 < input.count else {
                at += 1
                continue
            }
            let next = input[at + 1]
            if next == UInt8(ascii: "!") {
                at = endOfComment(from: at)
            } else if next == UInt8(ascii: "/") {
                let end = endOfName(from: at + 2)
                close(PackedName(hashing: input[(at + 2)..<end]))
                at = endOfTag(from: end).end
            } else if (next | 0x20) >= UInt8(ascii: "a"), (next | 0x20) <= UInt8(ascii: "z") {
                at = startTag(from: at)
            } else {
                at += 1
            }
        }
        return limited
    }

    private mutating func startTag(from start: Int) -> Int {
        let endOfName = endOfName(from: start + 1)
        let (end, overflow) = endOfTag(from: endOfName)
        if let overflow { blank(overflow..<max(overflow, end - 1)) }
        let name = PackedName(hashing: input[(start + 1)..<endOfName])
        guard !NestingLimit.untracked.contains(name) else { return end }
        if NestingLimit.cells.contains(name) { closeCell() }
        let isFormatting = NestingLimit.formatting.contains(name)
        if open.count >= NestingLimit.deepest || (isFormatting && formatting >= NestingLimit.mostFormatting) {
            blank(start..<end)
        } else {
            open.append(Open(name: name, isFormatting: isFormatting, isBarrier: NestingLimit.barriers.contains(name)))
            if isFormatting { formatting += 1 }
        }
        return end
    }

    /// Forgets the innermost element of that name, and what was open in it but formatting: that the parser opens again.
    private mutating func close(_ name: PackedName) {
        let isBarrier = NestingLimit.barriers.contains(name)
        for index in open.indices.reversed() {
            if open[index].name == name {
                remove(from: index, formattingToo: isBarrier && name != NestingLimit.table)
                return
            }
            if open[index].isBarrier, !isBarrier { return }
        }
    }

    private mutating func closeCell() {
        for index in open.indices.reversed() {
            if open[index].name == NestingLimit.table { return }
            if NestingLimit.cells.contains(open[index].name) { return remove(from: index, formattingToo: true) }
        }
    }

    private mutating func remove(from index: Int, formattingToo: Bool) {
        let target = open[index]
        // An element of formatting ends alone; what it holds stays open.
        let kept = target.isFormatting ? Array(open[(index + 1)...]) : formattingToo ? [] : open[(index + 1)...].filter(\.isFormatting)
        open.removeSubrange(index...)
        open.append(contentsOf: kept)
        formatting = open.count(where: \.isFormatting)
    }

    private func endOfName(from start: Int) -> Int {
        var at = start
        while at < input.count, !input[at].endsName { at += 1 }
        return at
    }

    /// Behind the tag's `>`; `overflow` is where its attributes become too many.
    private func endOfTag(from start: Int) -> (end: Int, overflow: Int?) {
        var at = start
        var attributes = 0
        var overflow: Int?
        while at < input.count, input[at] != UInt8(ascii: ">") {
            if input[at].isHTMLSpace || input[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            attributes += 1
            if attributes > NestingLimit.mostAttributes, overflow == nil { overflow = at }
            at = endOfAttribute(from: at)
        }
        return (min(at + 1, input.count), overflow)
    }

    private func endOfAttribute(from start: Int) -> Int {
        var at = start + 1
        while at < input.count, !input[at].endsName, input[at] != UInt8(ascii: "=") {
            at += 1
        }
        var value = at
        while value < input.count, input[value].isHTMLSpace { value += 1 }
        guard value < input.count, input[value] == UInt8(ascii: "=") else { return at }
        value += 1
        while value < input.count, input[value].isHTMLSpace { value += 1 }
        guard value < input.count else { return value }
        let quote = input[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            value += 1
            while value < input.count, input[value] != quote { value += 1 }
            return min(value + 1, input.count)
        }
        while value < input.count, !input[value].isHTMLSpace, input[value] != UInt8(ascii: ">") { value += 1 }
        return value
    }

    private func endOfComment(from start: Int) -> Int {
        guard start + 3 < input.count, input[start + 2] == UInt8(ascii: "-"), input[start + 3] == UInt8(ascii: "-") else { return start + 2 }
        var at = start + 4
        while at < input.count {
            if input[at] == UInt8(ascii: ">"), input[at - 1] == UInt8(ascii: "-") || input[at - 1] == UInt8(ascii: "!") { return at + 1 }
            at += 1
        }
        return at
    }

    private mutating func blank(_ range: Range<Int>) {
        if limited == nil { limited = Array(input) }
        for index in range { limited?[index] = UInt8(ascii: " ") }
    }

    private static func names(_ names: String) -> Set<PackedName> { Set(names.split(separator: " ").map { PackedName(hashing: $0.utf8) }) }

    private static let table = PackedName(hashing: Array("table".utf8))
    private static let cells = names("td th")
    private static let formatting = names("a b big code em font i nobr s small strike strong tt u")
    private static let barriers = names("table td th caption object applet marquee template select button svg math")
    /// Elements that are void, or that end at the next of their kind.
    private static let untracked = names(
        """
        p li dt dd option optgroup rp rt rb rtc tr tbody thead tfoot colgroup col br hr img input link meta base area param source track wbr embed \
        keygen
        """
    )
}

extension UInt8 {
    fileprivate var endsName: Bool { isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}
