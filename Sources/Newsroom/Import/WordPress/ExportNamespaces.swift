import Glibc

/// The prefixes an export declares. Which vocabulary an element is of goes by its address, whatever prefix and version the file chose.
struct ExportNamespaces {
    enum Space: Hashable {
        case rss, wordpress, content, excerpt, dublinCore, other
    }

    /// Prefix to address. The usual ones stand in for what a file forgot to declare.
    private(set) var addresses = ExportNamespaces.usual
    private var opening = ExportNamespaces.opening(ExportNamespaces.usual)
    /// Whether WordPress's own vocabulary was declared by the file.
    private(set) var declaresWordPress = false

    private static let usual = [
        "wp": "http://wordpress.org/export/1.2/",
        "excerpt": "http://wordpress.org/export/1.2/excerpt/",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "wfw": "http://wellformedweb.org/CommentAPI/",
    ]

    mutating func declare(_ prefix: String, _ address: String) {
        if ExportNamespaces.space(of: address) != .other || addresses[prefix] == nil { addresses[prefix] = address }
        if ExportNamespaces.space(of: address) == .wordpress { declaresWordPress = true }
        opening = ExportNamespaces.opening(addresses)
    }

    static func space(of address: String) -> Space { address.withCString(space) }

    /// By the bytes themselves: this is asked for every element.
    static func space(of address: UnsafePointer<CChar>) -> Space {
        if strstr(address, "wordpress.org/export") != nil { return strstr(address, "excerpt") != nil ? .excerpt : .wordpress }
        if strstr(address, "purl.org/rss/1.0/modules/content") != nil { return .content }
        return strstr(address, "purl.org/dc/elements") != nil ? .dublinCore : .other
    }

    /// The piece inside of an element that declares every prefix, on its own first line so that lines still count from there.
    func wrap(_ piece: [UInt8]) -> [UInt8] {
        var wrapped: [UInt8] = []
        wrapped.reserveCapacity(piece.count + opening.count + 8)
        wrapped.append(contentsOf: opening)
        wrapped.append(contentsOf: piece)
        wrapped.append("</piece>")
        return wrapped
    }

    private static func opening(_ addresses: [String: String]) -> [UInt8] {
        let declarations = addresses.sorted { $0.key < $1.key }.map { " xmlns:\($0)=\"\(escaped($1))\"" }
        return Array("<piece\(declarations.joined())>".utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
