import CGumbo
import Foundation

/// What stands in HTML that should hold nothing but known elements with known attributes: read by libgumbo, without any of our own code.
struct OutputAudit {
    private(set) var violations: [String] = []

    static let attributes: [String: Set<String>] = [
        "p": ["lang", "dir"], "h2": ["lang", "dir"], "h3": ["lang", "dir"], "h4": ["lang", "dir"], "ul": [], "ol": ["start"], "li": ["lang", "dir"],
        "blockquote": [], "footer": ["lang", "dir"], "figure": ["class"], "figcaption": ["lang", "dir"], "div": ["class", "lang", "dir"],
        "img": ["src", "alt"], "a": ["href", "rel"], "table": [], "caption": ["lang", "dir"], "thead": [], "tbody": [], "tr": [],
        "td": ["lang", "dir", "colspan", "rowspan"], "th": ["lang", "dir", "colspan", "rowspan"], "pre": [], "hr": [], "br": [], "em": [],
        "strong": [], "code": [], "sup": [], "sub": [], "span": ["lang", "dir"],
    ]

    init(_ html: String) {
        var options = GumboOptions()
        options.allocator = { _, size in malloc(size) }
        options.deallocator = { _, pointer in free(pointer) }
        options.tab_stop = 8
        options.max_errors = 0
        options.fragment_context = GUMBO_TAG_BODY
        options.fragment_namespace = GUMBO_NAMESPACE_HTML
        var html = html
        html.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard !characters.isEmpty, let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count) else { return }
                if let root = output.pointee.root { walk(root.pointee.v.element.children) }
                gumbo_destroy_output(&options, output)
            }
        }
    }

    private mutating func walk(_ children: GumboVector) {
        for index in 0..<Int(children.length) {
            guard let node = children.data[index]?.assumingMemoryBound(to: GumboNode.self).pointee else { continue }
            switch node.type {
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE: break
            case GUMBO_NODE_ELEMENT:
                check(node.v.element)
                walk(node.v.element.children)
            default: violations.append("a node of type \(node.type.rawValue)")
            }
        }
    }

    private mutating func check(_ element: GumboElement) {
        let name = element.tag == GUMBO_TAG_UNKNOWN ? "unknown" : String(cString: gumbo_normalized_tagname(element.tag))
        guard element.tag_namespace == GUMBO_NAMESPACE_HTML, let allowed = Self.attributes[name] else { return violations.append("<\(name)>") }
        for index in 0..<Int(element.attributes.length) {
            guard let attribute = element.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee else { continue }
            let key = String(cString: attribute.name)
            let value = String(cString: attribute.value)
            if !allowed.contains(key) { violations.append("\(name)[\(key)]") }
            if key == "href", !Self.isAllowed(value, schemes: ["http://", "https://", "mailto:", "tel:", "/", "#", "?"]) {
                violations.append("href=\(value)")
            }
            if key == "src", !Self.isAllowed(value, schemes: ["http://", "https://", "media:", "/"]) { violations.append("src=\(value)") }
            if key == "class", !["embed", "gallery", "pullquote", "credit"].contains(value) { violations.append("class=\(value)") }
        }
    }

    private static func isAllowed(_ address: String, schemes: [String]) -> Bool {
        schemes.contains { address.hasPrefix($0) } && !address.hasPrefix("//") && !address.hasPrefix("/\\")
            && !address.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F }
    }
}
