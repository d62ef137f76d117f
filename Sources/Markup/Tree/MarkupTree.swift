/// A parsed fragment, flat: nodes refer to each other by place, text lies in one buffer, and only attributes that a story reads are kept.
struct MarkupTree {
    struct Node {
        var tag: Tag
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// Text nodes: the range of their text. Elements: the range of their attributes.
        var start: Int32 = 0
        var end: Int32 = 0
        /// Its place in `names`, for elements whose tag stands for several names.
        var name: Int32 = -1
    }

    struct Attribute {
        let key: AttributeKey
        let start: Int32
        let end: Int32
    }

    /// The root is the first.
    var nodes: [Node] = [Node(tag: .root)]
    var attributes: [Attribute] = []
    var bytes: [UInt8] = []
    var names: [String] = []
    private var nameNumbers: [String: Int32] = [:]

    func string(_ start: Int32, _ end: Int32) -> String { String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self) }

    /// The first attribute of that key, as HTML has it.
    func attribute(_ key: AttributeKey, of node: Int32) -> String? {
        let element = nodes[Int(node)]
        for attribute in attributes[Int(element.start)..<Int(element.end)] where attribute.key == key {
            return string(attribute.start, attribute.end)
        }
        return nil
    }

    func hasAttributes(_ node: Int32) -> Bool { nodes[Int(node)].start < nodes[Int(node)].end }

    /// Adds an attribute whose value already lies at the end of `bytes`.
    mutating func add(_ key: AttributeKey, name: some Collection<UInt8>, valueFrom start: Int) {
        if key == .handler {
            bytes.removeSubrange(start...)
            bytes.append(contentsOf: name)
        }
        attributes.append(Attribute(key: key, start: Int32(start), end: Int32(bytes.count)))
    }

    func name(of node: Int32) -> String {
        let element = nodes[Int(node)]
        return element.name >= 0 ? names[Int(element.name)] : element.tag.name
    }

    /// Adds a node behind the other children of its parent.
    @discardableResult
    mutating func append(_ node: Node, to parent: Int32) -> Int32 {
        let number = Int32(nodes.count)
        nodes.append(node)
        let last = nodes[Int(parent)].lastChild
        if last >= 0 { nodes[Int(last)].nextSibling = number } else { nodes[Int(parent)].firstChild = number }
        nodes[Int(parent)].lastChild = number
        return number
    }

    /// Adds text that already lies at the end of `bytes`, to the text before it when there is any.
    mutating func appendText(from start: Int, to parent: Int32) {
        guard start < bytes.count else { return }
        let last = nodes[Int(parent)].lastChild
        if last >= 0, nodes[Int(last)].tag == .text, nodes[Int(last)].end == start {
            nodes[Int(last)].end = Int32(bytes.count)
        } else {
            append(Node(tag: .text, start: Int32(start), end: Int32(bytes.count)), to: parent)
        }
    }

    mutating func number(ofName name: String) -> Int32 {
        if let number = nameNumbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        nameNumbers[name] = number
        return number
    }
}
