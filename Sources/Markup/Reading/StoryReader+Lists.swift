extension StoryReader {
    mutating func readList(_ node: Int32, depth: Int) {
        if tree.has("gallery", inClassOf: node), !setting.isLine { return readFigure(node, depth: depth) }
        endLine()
        guard !setting.isLine, setting.depth < StoryReader.deepestBlock else { return readFlatList(node, depth: depth) }
        var items: [[Block]] = []
        within(node) { reader in
            reader.setting.depth += 1
            items = reader.readItems(of: node, depth: depth + 1)
        }
        let isOrdered = tree.nodes[Int(node)].tag == .ol
        if !isOrdered { items.removeAll(where: \.isEmpty) }
        guard !items.allSatisfy(\.isEmpty) else { return }
        blocks.append(.list(ItemList(ordered: isOrdered, start: isOrdered ? start(of: node) : 1, items: items)))
    }

    private func start(of node: Int32) -> Int {
        guard let text = tree.attribute(.start, of: node), let number = Int32(text.collapsed) else { return 1 }
        return Int(number)
    }

    /// Its items; a list right inside belongs to the item before it, other things make items of their own.
    private mutating func readItems(of node: Int32, depth: Int) -> [[Block]] {
        var items: [[Block]] = []
        var child = tree.nodes[Int(node)].firstChild
        while child >= 0 {
            let element = tree.nodes[Int(child)]
            if element.tag == .li, depth <= StoryReader.deepestElement {
                noteHandlers(of: element)
                let item = child
                items.append(collectBlocks { reader in reader.within(item) { $0.readItem(item, depth: depth) } })
            } else if !isBlank(element) {
                let other = child
                let found = collectBlocks { $0.read(other, depth: depth) }
                if element.tag == .ul || element.tag == .ol, !items.isEmpty {
                    items[items.count - 1] += found
                } else if !found.isEmpty {
                    items.append(found)
                }
            }
            child = element.nextSibling
        }
        return items
    }

    private mutating func readItem(_ node: Int32, depth: Int) {
        readChildren(of: node, depth: depth)
        endLine()
    }

    private func isBlank(_ element: MarkupTree.Node) -> Bool {
        element.tag == .text && tree.bytes[Int(element.start)..<Int(element.end)].allSatisfy(\.isHTMLSpace)
    }

    /// Where no list may stand its items are lines, or paragraphs.
    private mutating func readFlatList(_ node: Int32, depth: Int) {
        if !setting.isLine { notes.add(.flattened, tree.name(of: node)) }
        within(node) { $0.readChildren(of: node, depth: depth) }
        endLine()
    }
}
