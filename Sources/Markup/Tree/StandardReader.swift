import CGumbo

/// The way to a tree for HTML of any kind: the algorithm of the standard, as libgumbo has it.
struct StandardReader {
    private var tree = MarkupTree()
    private let arena = NodeArena()

    /// The tree of any input.
    static func read(_ input: UnsafeBufferPointer<UInt8>) -> MarkupTree {
        var limit = NestingLimit(input)
        guard let limited = limit.apply() else {
            var reader = StandardReader()
            return reader.read(input)
        }
        return limited.withUnsafeBufferPointer {
            var reader = StandardReader()
            return reader.read($0)
        }
    }

    private mutating func read(_ input: UnsafeBufferPointer<UInt8>) -> MarkupTree {
        guard !input.isEmpty else { return tree }
        tree.bytes.reserveCapacity(input.count)
        withExtendedLifetime(arena) {
            var options = GumboOptions(fragmentIn: arena)
            input.withMemoryRebound(to: CChar.self) { characters in
                guard let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count), let root = output.pointee.root else {
                    return
                }
                copy(root)
            }
        }
        return tree
    }

    /// Copies without recursion: a hostile tree may be as deep as it is long.
    private mutating func copy(_ root: UnsafeMutablePointer<GumboNode>) {
        var waiting: [(node: UnsafeMutablePointer<GumboNode>, parent: Int32)] = []
        pushChildren(of: root, parent: 0, on: &waiting)
        while let (node, parent) = waiting.popLast() {
            switch node.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                let number = tree.append(element(node.pointee.v.element), to: parent)
                pushChildren(of: node, parent: number, on: &waiting)
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                let start = tree.bytes.count
                tree.bytes.appendBytes(of: node.pointee.v.text.text)
                tree.appendText(from: start, to: parent)
            default: break
            }
        }
    }

    private func pushChildren(
        of node: UnsafeMutablePointer<GumboNode>, parent: Int32, on waiting: inout [(node: UnsafeMutablePointer<GumboNode>, parent: Int32)]
    ) {
        let children = node.pointee.v.element.children
        for index in stride(from: Int(children.length) - 1, through: 0, by: -1) {
            if let child = children.data[index] { waiting.append((child.assumingMemoryBound(to: GumboNode.self), parent)) }
        }
    }

    private mutating func element(_ element: GumboElement) -> MarkupTree.Node {
        let name = tagName(of: element)
        let start = Int32(tree.attributes.count)
        for index in 0..<Int(element.attributes.length) {
            guard let attribute = element.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee else { continue }
            add(attribute)
        }
        var node = MarkupTree.Node(tag: Tag(name: name), start: start, end: Int32(tree.attributes.count))
        if element.tag_namespace != GUMBO_NAMESPACE_HTML, node.tag != .dropped { node.tag = .unknown }
        if node.tag.standsForSeveral { node.name = tree.number(ofName: name) }
        return node
    }

    private func tagName(of element: GumboElement) -> String {
        if element.tag != GUMBO_TAG_UNKNOWN { return gumbo_normalized_tagname(element.tag).map { String(cString: $0) } ?? "" }
        var piece = element.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let start = piece.data else { return "" }
        return start.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: min(piece.length, 80)), as: UTF8.self).lowercased()
        }
    }

    private mutating func add(_ attribute: GumboAttribute) {
        guard let name = attribute.name, attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_NONE else { return }
        let bytes = Array(String(cString: name).utf8)
        guard let key = AttributeKey(name: bytes) else { return }
        let start = tree.bytes.count
        tree.bytes.appendBytes(of: attribute.value)
        tree.add(key, name: bytes, valueFrom: start)
    }
}

extension [UInt8] {
    fileprivate mutating func appendBytes(of text: UnsafePointer<CChar>?) {
        guard var byte = text else { return }
        while byte.pointee != 0 {
            append(UInt8(bitPattern: byte.pointee))
            byte += 1
        }
    }
}
