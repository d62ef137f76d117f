extension StoryReader {
    mutating func read(_ node: Int32, depth: Int) {
        let element = tree.nodes[Int(node)]
        if element.tag == .text { return readText(element) }
        if element.start < element.end { noteHandlers(of: element) }
        if depth > StoryReader.deepestElement { return flatten(node) }
        switch element.tag {
        case .p, .div, .group, .dl: readGroup(node, depth: depth)
        case .dt, .dd, .details, .summary, .footer: readMarkedGroup(node, depth: depth)
        case .h1, .h2, .h3, .h4, .h5, .h6: readHeading(node, depth: depth)
        case .ul, .ol: readList(node, depth: depth)
        case .blockquote: readQuotation(node, depth: depth)
        case .figure: readFigure(node, depth: depth)
        case .figcaption: readCaption(node, depth: depth)
        case .pre: readPreformatted(node, depth: depth)
        case .hr: readRule()
        case .table: readTable(node, depth: depth)
        // Parts of a list or table outside of one.
        case .li, .caption, .thead, .tbody, .tfoot, .tr: readGroup(node, depth: depth)
        case .td, .th: readStrayCell(node, depth: depth)
        case .img: readPicture(node)
        case .iframe, .video, .audio, .object, .embed: readEmbed(node, depth: depth)
        case .dropped: drop(node)
        case .silent, .source, .colgroup, .col: noteSilent(node)
        case .text, .root, .unknown, .a, .b, .strong, .i, .em, .code, .span, .sub, .sup, .small, .cite, .q, .abbr, .br, .u, .s, .font, .plain,
            .styled:
            readInline(node, depth: depth)
        }
    }

    /// A container whose text stands in paragraphs of its own.
    private mutating func readGroup(_ node: Int32, depth: Int) {
        let element = tree.nodes[Int(node)]
        if element.start < element.end, element.tag != .p, readMarkedDivision(node, depth: depth) { return }
        endLine()
        within(node) { reader in
            reader.readChildren(of: node, depth: depth)
            reader.endLine()
        }
    }

    /// A container that is told apart by looks: its first words are strong.
    private mutating func readMarkedGroup(_ node: Int32, depth: Int) {
        let tag = tree.nodes[Int(node)].tag
        if tag == .dt || tag == .details { notes.add(.unwrappedElement, tag == .dt ? "dl" : "details") }
        endLine()
        within(node) { reader in
            let isOpen = (tag == .dt || tag == .summary) && reader.line.open(.strong)
            reader.readChildren(of: node, depth: depth)
            reader.endLine()
            if isOpen { reader.line.close() }
        }
    }

    private mutating func readHeading(_ node: Int32, depth: Int) {
        let tag = tree.nodes[Int(node)].tag
        if setting.isLine {
            endLine()
            readChildren(of: node, depth: depth)
            return endLine()
        }
        endLine()
        let (line, others) = collectLine(of: node, depth: depth)
        if let line {
            let level = tag == .h1 || tag == .h2 ? 2 : tag == .h3 ? 3 : 4
            if tag == .h1 || tag == .h5 || tag == .h6 { notes.add(.changedElement, tag.name, excerpt: line.plainText) }
            blocks.append(.heading(level: level, line))
        }
        blocks += others
    }

    private mutating func readPreformatted(_ node: Int32, depth: Int) {
        let isVerse = tree.has("wp-block-verse", inClassOf: node)
        let text = tree.preformattedText(of: node)
        if isVerse || setting.isLine {
            endLine()
            within(node) { reader in
                if isVerse { reader.readVerse(node, depth: depth) } else { reader.readLines(text) }
                reader.endLine()
            }
            return
        }
        endLine()
        if !text.isEmpty { blocks.append(.preformatted(text)) }
        for case let address? in tree.linkAddresses(in: node) { notes.add(.unwrappedElement, "a", excerpt: address) }
    }

    private mutating func readLines(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            self.line.add(text: String(line))
            self.line.addBreak()
        }
    }

    /// Poetry: formatting stays, line ends are breaks.
    private mutating func readVerse(_ node: Int32, depth: Int) {
        isVerse = true
        readChildren(of: node, depth: depth)
        isVerse = false
    }

    private mutating func readRule() {
        endLine()
        if !setting.isLine { blocks.append(.rule) }
    }

    private mutating func readStrayCell(_ node: Int32, depth: Int) {
        line.addSpace()
        within(node) { reader in reader.readChildren(of: node, depth: depth) }
        line.addSpace()
    }
}
