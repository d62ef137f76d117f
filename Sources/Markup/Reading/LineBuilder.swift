import Basics

/// Puts a line together from text and formatting as they come: spaces collapsed as HTML does, empty formatting left out, like joined with like.
///
/// Spaces and line breaks are held back until something follows them, so none ever ends or begins a line.
struct LineBuilder {
    /// Formatting that holds inlines.
    enum Wrapper: Hashable {
        case emphasis, strong, superscript, `subscript`
        case link(Link)
        case span(String?, Direction?)
    }

    fileprivate struct Frame {
        let wrapper: Wrapper
        var inlines: [Inline] = []
    }

    static let deepest = 16

    private var root: [Inline] = []
    private var frames: [Frame] = []
    private var text: [UInt8] = []
    /// The depth a held-back space or break belongs to.
    private var spaceDepth: Int?
    private var breaks: (count: Int, depth: Int)?
    private(set) var hasContent = false
    /// Whether text is code, which becomes inlines of its own.
    private(set) var isCode = false

    init() {}

    /// A line inside the same formatting.
    init(continuing line: LineBuilder) {
        frames = line.frames.map { Frame(wrapper: $0.wrapper) }
        isCode = line.isCode
    }

    /// The link that text would stand in now.
    var link: Link? {
        for frame in frames {
            if case .link(let link) = frame.wrapper { return link }
        }
        return nil
    }

    /// Whether anything stands in this line or is open around it.
    func holds(_ wrapper: Wrapper) -> Bool { frames.contains { $0.wrapper == wrapper } }

    /// Opens formatting; false when it is open already, or too many are, and what is in it goes on as it is.
    mutating func open(_ wrapper: Wrapper) -> Bool {
        guard frames.count < LineBuilder.deepest, !holds(wrapper) else { return false }
        if case .link = wrapper, link != nil { return false }
        endText()
        frames.append(Frame(wrapper: wrapper))
        return true
    }

    mutating func close() {
        endText()
        guard let frame = frames.popLast() else { return }
        holdNoDeeper()
        if let inline = frame.inline { append(inline) }
    }

    mutating func beginCode() -> Bool {
        guard !isCode else { return false }
        endText()
        isCode = true
        return true
    }

    mutating func endCode() {
        endText()
        isCode = false
    }

    mutating func add(text bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if bytes[index].isHTMLSpace {
                addSpace()
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, !bytes[index].isHTMLSpace { index += 1 }
            add(word: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        }
    }

    mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(text: $0) }
    }

    mutating func addSpace() {
        if isCode, !text.isEmpty {
            if text.last != 0x20 { text.append(0x20) }
        } else if hasContent, breaks == nil, spaceDepth == nil {
            spaceDepth = frames.count
        }
    }

    private mutating func add(word: UnsafeBufferPointer<UInt8>) {
        let clean = word.withoutControls
        if let clean, clean.isEmpty { return }
        settle()
        if let clean { text.append(contentsOf: clean) } else { text.append(contentsOf: word) }
        hasContent = true
    }

    /// Another `<br>`.
    mutating func addBreak() {
        endText()
        guard hasContent else { return }
        breaks = (min((breaks?.count ?? 0) + 1, 2), min(breaks?.depth ?? .max, frames.count))
        spaceDepth = nil
    }

    /// The border of a block where only a line may stand: one break, however many borders meet.
    mutating func addBorder() {
        if breaks == nil { addBreak() }
    }

    /// The line so far; the formatting that is open goes on in the next.
    mutating func finish() -> [Inline] {
        endText()
        var open: [Wrapper] = []
        while let frame = frames.popLast() {
            open.append(frame.wrapper)
            if let inline = frame.inline { append(inline) }
        }
        frames = open.reversed().map { Frame(wrapper: $0) }
        (spaceDepth, breaks, hasContent) = (nil, nil, false)
        defer { root = [] }
        return root.isBlank ? [] : root.joined
    }

    /// Writes what was held back.
    private mutating func settle() {
        if let (count, depth) = breaks {
            endText()
            for _ in 0..<count { append(.lineBreak, at: depth) }
        } else if let depth = spaceDepth {
            if depth == frames.count, !isCode {
                text.append(0x20)
            } else {
                endText()
                append(.text(" "), at: depth)
            }
        }
        (breaks, spaceDepth) = (nil, nil)
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        if isCode {
            let endsInSpace = text.last == 0x20
            if endsInSpace { text.removeLast() }
            append(.code(String(decoding: text, as: UTF8.self)))
            if endsInSpace { spaceDepth = frames.count }
        } else {
            append(.text(String(decoding: text, as: UTF8.self)))
        }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func holdNoDeeper() {
        if let depth = spaceDepth { spaceDepth = min(depth, frames.count) }
        if let (count, depth) = breaks { breaks = (count, min(depth, frames.count)) }
    }

    private mutating func append(_ inline: Inline) { append(inline, at: frames.count) }

    private mutating func append(_ inline: Inline, at depth: Int) {
        if depth == 0 { root.append(inline) } else { frames[depth - 1].inlines.append(inline) }
    }
}

extension LineBuilder.Frame {
    /// Nil when nothing is in it.
    fileprivate var inline: Inline? {
        guard !inlines.isEmpty else { return nil }
        return switch wrapper {
        case .emphasis: .emphasis(inlines)
        case .strong: .strong(inlines)
        case .superscript: .superscript(inlines)
        case .subscript: .subscript(inlines)
        case .link(let link): .link(link, inlines)
        case .span(let language, let direction): .span(language: language, direction: direction, inlines)
        }
    }
}
