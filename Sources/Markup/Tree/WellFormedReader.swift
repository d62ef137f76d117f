/// The quick way to a tree: reads HTML in which every element is known, closed and nested as the standard wants it, which is nearly all that editors
/// write. For anything else it gives up, and the whole HTML parser takes over; for what it reads both give the same tree, which a test compares.
struct WellFormedReader {
    private struct Open {
        let node: Int32
        let tag: Tag
        let name: PackedName
        let hadParagraph: Bool
        let hadAnchor: Bool
    }

    static let deepest = 100

    let input: UnsafeBufferPointer<UInt8>
    var at = 0
    var tree = MarkupTree()
    private var open: [Open] = []
    private var inParagraph = false
    private var inAnchor = false

    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
        tree.bytes.reserveCapacity(input.count)
        tree.nodes.reserveCapacity(16 + input.count / 24)
    }

    /// Nil when it is not for this reader.
    mutating func read() -> MarkupTree? {
        while at < input.count {
            guard input[at] == UInt8(ascii: "<") ? readMarkup() : readText() else { return nil }
        }
        return open.isEmpty ? tree : nil
    }

    private var parent: Tag { open.last?.tag ?? .root }
    private var parentNode: Int32 { open.last?.node ?? 0 }

    private mutating func readText() -> Bool {
        let start = tree.bytes.count
        guard decode(until: UInt8(ascii: "<")) else { return false }
        if parent.isTableStructure, !tree.bytes[start...].allSatisfy(\.isHTMLSpace) { return false }
        tree.appendText(from: start, to: parentNode)
        return true
    }

    private mutating func readMarkup() -> Bool {
        guard at + 1 < input.count else { return false }
        switch input[at + 1] {
        case UInt8(ascii: "!"): return skipComment()
        case UInt8(ascii: "/"): return readEndTag()
        default: return readStartTag()
        }
    }

    /// Passes over `<!-- … -->`; those that end in some other way are not for this reader.
    private mutating func skipComment() -> Bool {
        guard at + 4 < input.count, input[at + 2] == UInt8(ascii: "-"), input[at + 3] == UInt8(ascii: "-") else { return false }
        var index = at + 4
        guard input[index] != UInt8(ascii: ">"), input[index] != UInt8(ascii: "-") else { return false }
        while index + 2 < input.count {
            if input[index] == UInt8(ascii: "-"), input[index + 1] == UInt8(ascii: "-") {
                guard input[index + 2] == UInt8(ascii: ">") else { return false }
                at = index + 3
                return true
            }
            index += 1
        }
        return false
    }

    private mutating func readName() -> (PackedName, Range<Int>)? {
        let start = at
        while at < input.count, input[at].isASCIILetterOrDigit { at += 1 }
        guard start < at, input[start] > UInt8(ascii: "9"), let name = PackedName(input[start..<at]) else { return nil }
        return (name, start..<at)
    }

    private mutating func readEndTag() -> Bool {
        at += 2
        guard let (name, _) = readName(), let last = open.last, last.name == name, at < input.count, input[at] == UInt8(ascii: ">") else {
            return false
        }
        at += 1
        open.removeLast()
        inParagraph = last.hadParagraph
        inAnchor = last.hadAnchor
        return true
    }

    private mutating func readStartTag() -> Bool {
        at += 1
        guard let (name, _) = readName(), let element = WellFormedElement.byName[name], mayOpen(element) else { return false }
        let firstAttribute = Int32(tree.attributes.count)
        guard let isSelfClosed = readAttributes(), !isSelfClosed || element.isVoid else { return false }
        var node = MarkupTree.Node(tag: element.tag, start: firstAttribute, end: Int32(tree.attributes.count))
        if element.tag.standsForSeveral { node.name = tree.number(ofName: element.name) }
        let number = tree.append(node, to: parentNode)
        if element.isVoid { return true }
        open.append(Open(node: number, tag: element.tag, name: name, hadParagraph: inParagraph, hadAnchor: inAnchor))
        switch element.tag {
        case .p: inParagraph = true
        case .a: inAnchor = true
        case .td, .th, .caption: inParagraph = false
        case .pre: if at < input.count, input[at] == UInt8(ascii: "\n") { at += 1 }
        // Its content would be raw text.
        case .iframe: return at + 1 < input.count && input[at] == UInt8(ascii: "<") && input[at + 1] == UInt8(ascii: "/")
        default: break
        }
        return true
    }

    private func mayOpen(_ element: WellFormedElement) -> Bool {
        guard open.count < WellFormedReader.deepest, element.mayStand(in: parent) else { return false }
        if element.endsParagraph, inParagraph { return false }
        if element.tag.isHeading, parent.isHeading { return false }
        return element.tag != .a || !inAnchor
    }
}
