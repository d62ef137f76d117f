extension StoryReader {
    mutating func readText(_ element: MarkupTree.Node) {
        tree.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[Int(element.start)..<Int(element.end)])
            if rules.readsLineEnds || isVerse { readLineEnds(in: text) } else { line.add(text: text) }
        }
    }

    /// Text in which one line end is a break and two end the paragraph; in poetry each is a break.
    private mutating func readLineEnds(in text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < text.count {
            if text[start].isHTMLSpace {
                if text[start] == UInt8(ascii: "\n") { lineEnds += 1 } else { line.addSpace() }
                start += 1
                continue
            }
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            settleLineEnds()
            line.add(text: UnsafeBufferPointer(rebasing: text[start..<end]))
            start = end
        }
    }

    /// Makes the line ends passed before something visible what they mean.
    private mutating func settleLineEnds() {
        guard lineEnds > 0 || isAfterBreak else { return }
        let count = lineEnds
        let isBreakWritten = isAfterBreak
        (lineEnds, isAfterBreak) = (0, false)
        if isVerse {
            for _ in 0..<count { line.addBreak() }
        } else if count >= 2 {
            endLine()
        } else if count == 1, !isBreakWritten {
            line.addBreak()
        }
    }

    mutating func readInline(_ node: Int32, depth: Int) {
        let tag = tree.nodes[Int(node)].tag
        if tag == .br {
            if lineEnds >= 2 { settleLineEnds() }
            line.addBreak()
            (lineEnds, isAfterBreak) = (0, true)
            return
        }
        settleLineEnds()
        let isSpan = openSpan(node)
        switch tag {
        case .b, .strong: readWrapped(node, .strong, depth: depth)
        case .i, .em, .cite: readWrapped(node, .emphasis, depth: depth)
        case .sup: readWrapped(node, .superscript, depth: depth)
        case .sub: readWrapped(node, .subscript, depth: depth)
        case .a: readLink(node, depth: depth)
        case .code: readCode(node, depth: depth)
        case .q: readQuoted(node, depth: depth)
        default:
            noteMeaning(of: node, tag)
            readChildren(of: node, depth: depth)
        }
        if isSpan { line.close() }
    }

    private mutating func openSpan(_ node: Int32) -> Bool {
        guard tree.hasAttributes(node) else { return false }
        let language = tree.language(of: node)
        let direction = tree.direction(of: node)
        return (language != nil || direction != nil) && line.open(.span(language, direction))
    }

    private mutating func readWrapped(_ node: Int32, _ wrapper: LineBuilder.Wrapper, depth: Int) {
        let isOpen = line.open(wrapper)
        readChildren(of: node, depth: depth)
        if isOpen { line.close() }
    }

    private mutating func readCode(_ node: Int32, depth: Int) {
        let isOpen = line.beginCode()
        readChildren(of: node, depth: depth)
        if isOpen { line.endCode() }
    }

    private mutating func readQuoted(_ node: Int32, depth: Int) {
        let isArabic = (tree.language(of: node) ?? setting.language)?.hasPrefix("ar") ?? false
        line.add(text: isArabic ? "«" : "“")
        readChildren(of: node, depth: depth)
        line.add(text: isArabic ? "»" : "”")
    }

    private mutating func readLink(_ node: Int32, depth: Int) {
        // The "Download" button repeats the link before it.
        if rules.isWordPress, tree.has("wp-block-file__button", inClassOf: node) { return }
        guard let address = tree.attribute(.href, of: node) else { return readChildren(of: node, depth: depth) }
        if let link = Link(address: address) { return readWrapped(node, .link(link), depth: depth) }
        notes.add(.refusedAddress, address.collapsed, excerpt: tree.visibleText(of: node))
        readChildren(of: node, depth: depth)
    }

    private mutating func noteMeaning(of node: Int32, _ tag: Tag) {
        switch tag {
        case .u, .s, .small, .font, .styled, .unknown: notes.add(.unwrappedElement, tree.name(of: node))
        case .abbr:
            if let title = tree.attribute(.title, of: node) { notes.add(.droppedAttribute, "title", excerpt: title.collapsed) }
        default: break
        }
    }
}

extension Link {
    /// An address as it stands in a text: one that leaves the scheme to the page (`//host/…`) is taken as https.
    init?(address: String) {
        let isSchemeless = address.utf8.drop(while: \.isHTMLSpace).starts(with: "//".utf8)
        self.init(isSchemeless ? "https:" + address.collapsed : address)
    }
}
