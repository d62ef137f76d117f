extension StoryReader {
    /// A frame, player or plug-in as a card with a link; left out when it has no address that may be linked to.
    mutating func readEmbed(_ node: Int32, depth: Int) {
        let name = tree.name(of: node)
        let addresses = tree.embeddedAddresses(of: node)
        guard let link = addresses.lazy.compactMap({ Link(address: $0) }).first(where: \.isFetchable) else {
            notes.add(.droppedElement, name, excerpt: addresses.first?.collapsed ?? tree.visibleText(of: node))
            return
        }
        if !setting.isLine { endLine() }
        blocks.append(.embed(Embed(link: link, text: tree.attribute(.title, of: node))))
    }

    /// Leaves out an element with all that is in it.
    mutating func drop(_ node: Int32) {
        let name = tree.name(of: node)
        let isShown = name != "script" && name != "style" && name != "template"
        let lost = isShown ? tree.attribute(.value, of: node) ?? tree.visibleText(of: node) : ""
        notes.add(.droppedElement, name, excerpt: lost.collapsed)
    }

    /// Notes what shows nothing but was there to do something.
    mutating func noteSilent(_ node: Int32) {
        let name = tree.name(of: node)
        if ["link", "meta", "base", "bgsound"].contains(name) { notes.add(.droppedElement, name) }
    }

    mutating func noteHandlers(of element: MarkupTree.Node) {
        for attribute in tree.attributes[Int(element.start)..<Int(element.end)] where attribute.key == .handler {
            notes.add(.droppedAttribute, tree.string(attribute.start, attribute.end).lowercased())
        }
    }

    /// Takes only the text of what is nested too deep.
    mutating func flatten(_ node: Int32) {
        notes.add(.flattened, tree.name(of: node))
        var texts: [MarkupTree.Node] = []
        tree.walk(node) { element in
            if element.tag == .text { texts.append(element) }
            return element.tag != .dropped
        }
        for text in texts {
            readText(text)
            line.addSpace()
        }
    }
}
