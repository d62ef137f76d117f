import Basics

/// Turns a parsed tree into blocks. One reading, one reader.
struct StoryReader {
    /// What is told from the outside, and inherited by what stands inside.
    struct Setting {
        var language: String?
        var direction: Direction?
        /// How many lists and quotations are open around.
        var depth = 0
        /// Whether only a line may stand here, so that blocks become breaks in it.
        var isLine = false
    }

    struct Rules {
        /// Whether an address on a line of its own becomes a card, and the button beside a file is left out.
        var isWordPress = false
        /// Whether line ends in text mean what the classic editor of WordPress means by them.
        var readsLineEnds = false
    }

    /// Deeper elements become plain text.
    static let deepestElement = 100
    /// Deeper lists and quotations become plain blocks.
    static let deepestBlock = 12

    let tree: MarkupTree
    let rules: Rules
    let attachment: (Int64) -> PictureSource?
    var notes: NoteLedger
    var blocks: [Block] = []
    var line = LineBuilder()
    var setting = Setting()
    /// Line ends passed since the last text, where they count.
    var lineEnds = 0
    /// Whether a `<br>` was passed since the last text: the line end after it is the same one.
    var isAfterBreak = false
    /// Whether the text is poetry, whose line ends are breaks.
    var isVerse = false
    /// Whether a figure is open, whose caption a `figcaption` is.
    var isInFigure = false
    /// The surroundings of the caption being read.
    var captionSetting: Setting?
    /// Citations of the quotation being read, and captions and credits of the figure or table.
    var citations: [Line] = []
    var captions: [Line] = []
    var credits: [Line] = []

    init(tree: MarkupTree, rules: Rules, notes: NoteLedger, attachment: @escaping (Int64) -> PictureSource?) {
        self.tree = tree
        self.rules = rules
        self.notes = notes
        self.attachment = attachment
    }

    mutating func read() {
        readChildren(of: 0, depth: 0)
        endLine()
    }

    mutating func readChildren(of node: Int32, depth: Int) {
        var child = tree.nodes[Int(node)].firstChild
        while child >= 0 {
            read(child, depth: depth + 1)
            child = tree.nodes[Int(child)].nextSibling
        }
    }

    /// Ends the paragraph, or, where only a line may stand, breaks it.
    mutating func endLine() {
        (lineEnds, isAfterBreak) = (0, false)
        if setting.isLine { return line.addBorder() }
        let inlines = line.finish()
        if !inlines.isEmpty { addParagraph(finished(inlines)) }
    }

    /// The line with the language and direction around it.
    func finished(_ inlines: [Inline]) -> Line {
        Line(inlines, language: setting.language, direction: setting.direction).lifted
    }

    private mutating func addParagraph(_ line: Line) {
        if rules.isWordPress { blocks += line.splitAtBareAddresses } else { blocks.append(.paragraph(line)) }
    }

    /// Reads with other surroundings, which end with it.
    mutating func within(_ node: Int32, _ read: (inout StoryReader) -> Void) {
        let outer = setting
        if tree.hasAttributes(node) {
            setting.language = tree.language(of: node) ?? setting.language
            setting.direction = tree.direction(of: node) ?? setting.direction
        }
        read(&self)
        setting = outer
    }

    /// The blocks inside a container.
    mutating func collectBlocks(_ read: (inout StoryReader) -> Void) -> [Block] {
        endLine()
        let outer = (blocks, line, setting.isLine)
        blocks = []
        line = LineBuilder(continuing: outer.1)
        setting.isLine = false
        read(&self)
        endLine()
        defer { (blocks, line, setting.isLine) = outer }
        return blocks
    }

    /// The one line inside a heading, cell or caption; figures and cards that cannot stand in it come behind it.
    mutating func collectLine(of node: Int32, depth: Int) -> (line: Line?, others: [Block]) {
        var found: Line?
        let outer = (blocks, line, setting, lineEnds)
        blocks = []
        line = LineBuilder(continuing: outer.1)
        setting.isLine = true
        within(node) { reader in
            reader.readChildren(of: node, depth: depth)
            let inlines = reader.line.finish()
            if !inlines.isEmpty { found = reader.finished(inlines) }
        }
        defer { (blocks, line, setting, lineEnds) = outer }
        return (found, blocks)
    }
}

extension MarkupTree {
    /// The element's `lang`, when it is a language tag.
    func language(of node: Int32) -> String? {
        guard let tag = attribute(.lang, of: node), (2...35).contains(tag.utf8.count), tag.utf8.first != UInt8(ascii: "-"),
            tag.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") })
        else { return nil }
        return tag
    }

    func direction(of node: Int32) -> Direction? { attribute(.dir, of: node).flatMap { Direction(rawValue: $0.lowercased()) } }

    func has(_ part: String, inClassOf node: Int32) -> Bool { attribute(.elementClass, of: node)?.contains(part) ?? false }

    func classes(of node: Int32) -> [Substring] { attribute(.elementClass, of: node)?.split(whereSeparator: \.isWhitespace) ?? [] }
}
