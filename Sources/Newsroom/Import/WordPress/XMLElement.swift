import CXML

/// An element of a fragment in hand; it lives no longer than the fragment.
struct XMLElement {
    private let node: xmlNodePtr

    init(_ node: xmlNodePtr) { self.node = node }

    var name: String { String(cString: node.pointee.name) }

    var space: ExportNamespaces.Space {
        guard let namespace = node.pointee.ns else { return .rss }
        let space =
            namespace.pointee.href.map { href in
                href.withMemoryRebound(to: CChar.self, capacity: 1) { ExportNamespaces.space(of: UnsafePointer($0)) }
            } ?? .other
        guard space == .other, let prefix = namespace.pointee.prefix.map({ String(cString: $0) }) else { return space }
        // An address nobody knows, under the prefix everybody uses.
        switch prefix {
        case "wp": return .wordpress
        case "content": return .content
        case "excerpt": return .excerpt
        case "dc": return .dublinCore
        default: return .other
        }
    }

    var children: some Sequence<XMLElement> {
        sequence(state: node.pointee.children) { (next: inout xmlNodePtr?) -> XMLElement? in
            while let node = next {
                next = node.pointee.next
                if node.pointee.type == XML_ELEMENT_NODE { return XMLElement(node) }
            }
            return nil
        }
    }

    /// The text directly in this element.
    var text: String {
        var text = ""
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_TEXT_NODE || child.pointee.type == XML_CDATA_SECTION_NODE, let content = child.pointee.content {
                text += String(cString: content)
            }
            next = child.pointee.next
        }
        return text
    }

    /// The text without white space around it.
    var word: String {
        let text = text
        guard text.utf8.first?.isXMLSpace == true || text.utf8.last?.isXMLSpace == true else { return text }
        let rest = text.utf8.drop { $0.isXMLSpace }
        let end = rest.lastIndex { !$0.isXMLSpace }.map { rest.index(after: $0) } ?? rest.startIndex
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    func attribute(_ name: String) -> String? {
        var next = node.pointee.properties
        while let attribute = next {
            if String(cString: attribute.pointee.name) == name {
                return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = attribute.pointee.next
        }
        return nil
    }

    /// Every prefix declared on this element, with its address.
    var declarations: [(prefix: String, address: String)] {
        var found: [(prefix: String, address: String)] = []
        var next = node.pointee.nsDef
        while let namespace = next {
            if let prefix = namespace.pointee.prefix, let address = namespace.pointee.href {
                found.append((String(cString: prefix), String(cString: address)))
            }
            next = namespace.pointee.next
        }
        return found
    }

    /// Whether a field of this element holds elements that no export has: text that was written as markup.
    var hasMarkupInFields: Bool {
        children.contains { child in
            guard child.children.contains(where: { _ in true }) else { return false }
            return !XMLElement.groups.contains(child.name) || child.hasMarkupInFields
        }
    }

    /// The elements of an export that hold elements.
    private static let groups: Set<String> = ["comment", "postmeta", "termmeta", "commentmeta", "item", "author", "category", "tag", "term", "image"]
}
