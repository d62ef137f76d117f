extension StoryReader {
    mutating func readQuotation(_ node: Int32, depth: Int) {
        endLine()
        guard !setting.isLine, setting.depth < StoryReader.deepestBlock else {
            if !setting.isLine { notes.add(.flattened, "blockquote") }
            within(node) { $0.readChildren(of: node, depth: depth) }
            return endLine()
        }
        let outer = citations
        citations = []
        var quotation = Quotation(blocks: [])
        within(node) { reader in
            reader.setting.depth += 1
            quotation.blocks = reader.collectBlocks { $0.readQuoted(node, depth: depth) }
        }
        quotation.citation = citations.joinedLines
        citations = outer
        guard !quotation.isEmpty else { return }
        blocks.append(tree.has("pullquote", inClassOf: node) ? .pullQuote(quotation) : .quotation(quotation))
    }

    private mutating func readQuoted(_ node: Int32, depth: Int) {
        var child = tree.nodes[Int(node)].firstChild
        while child >= 0 {
            let element = tree.nodes[Int(child)]
            if element.tag == .footer || (element.tag == .cite && isLast(element)) {
                endLine()
                let (citation, others) = collectLine(of: child, depth: depth + 1)
                if let citation { citations.append(citation) }
                blocks += others
            } else {
                read(child, depth: depth + 1)
            }
            child = element.nextSibling
        }
    }

    /// Whether nothing but space follows it.
    private func isLast(_ element: MarkupTree.Node) -> Bool {
        var next = element.nextSibling
        while next >= 0 {
            let sibling = tree.nodes[Int(next)]
            guard sibling.tag == .text, tree.bytes[Int(sibling.start)..<Int(sibling.end)].allSatisfy(\.isHTMLSpace) else { return false }
            next = sibling.nextSibling
        }
        return true
    }
}

extension [Line] {
    /// All as one line, with breaks between them; nil when there is none.
    var joinedLines: Line? {
        guard var line = first else { return nil }
        for next in dropFirst() { line.inlines += [.lineBreak] + next.inlines }
        return line
    }
}
