import Foundation

/// `<!-- wp:name {…} -->`, `<!-- /wp:name -->` or `<!-- wp:name /-->`.
struct BlockComment {
    enum Role { case opens, closes, stands }

    struct Details: Decodable {
        let url: String?
        let id: Int64?
    }

    let name: String
    let role: Role
    /// Where it stands in the text.
    let range: Range<Int>
    private let attributes: String

    /// The first at or behind a place in the text.
    static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> BlockComment? {
        var at = start
        while let open = text.firstIndex(of: "<!--", from: at) {
            guard let end = text.firstIndex(of: "-->", from: open + 4) else { return nil }
            if let comment = BlockComment(text, inside: (open + 4)..<end) { return comment }
            at = end + 3
        }
        return nil
    }

    private init?(_ text: UnsafeBufferPointer<UInt8>, inside: Range<Int>) {
        var at = inside.lowerBound
        while at < inside.upperBound, text[at].isHTMLSpace { at += 1 }
        let isClosing = at < inside.upperBound && text[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        guard at + 3 < inside.upperBound, text[at] == UInt8(ascii: "w"), text[at + 1] == UInt8(ascii: "p"), text[at + 2] == UInt8(ascii: ":") else {
            return nil
        }
        let start = at + 3
        at = start
        while at < inside.upperBound, !text[at].isHTMLSpace, text[at] != UInt8(ascii: "{") { at += 1 }
        var name = String(decoding: text[start..<at], as: UTF8.self)
        if name.hasSuffix("/") { name.removeLast() }
        if name.hasPrefix("core/") { name.removeFirst(5) }
        guard !name.isEmpty else { return nil }
        self.name = name
        range = (inside.lowerBound - 4)..<(inside.upperBound + 3)
        role = isClosing ? .closes : text[inside.upperBound - 1] == UInt8(ascii: "/") ? .stands : .opens
        attributes = name == "cover" ? String(decoding: text[at..<inside.upperBound], as: UTF8.self) : ""
    }

    /// The classic editor's text, kept in a block of its own.
    var isClassicText: Bool { name == "freeform" || name == "classic" }

    /// What a cover says of its picture.
    var details: Details? { try? JSONDecoder().decode(Details.self, from: Data(attributes.utf8)) }

    /// Blocks that show nothing.
    static let silent: Set<String> = ["spacer", "more", "nextpage", "paragraph", "separator", "heading", "column", "columns", "group"]
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a few characters first stand, at or behind `start`.
    func firstIndex(of characters: StaticString, from start: Int) -> Int? {
        characters.withUTF8Buffer { characters in
            var at = start
            while at + characters.count <= count {
                if self[at] == characters[0], (1..<characters.count).allSatisfy({ self[at + $0] == characters[$0] }) { return at }
                at += 1
            }
            return nil
        }
    }
}
