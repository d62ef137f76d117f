/// HTML that is safe to send: literals stand as written, interpolated text is escaped, interpolated `HTML` passes.
///
/// ```swift
/// let page: HTML = "<h1>\(title)</h1><a href=\"\(url: link)\">\(words)</a>"
/// ```
/// Nothing may be interpolated into a script or a style sheet, but for `HTML(json:)` in `<script type="application/ld+json">`.
package struct HTML: Hashable, Sendable {
    package private(set) var text: String

    package init() { text = "" }

    /// Text of any origin, escaped.
    package init(escaping text: some StringProtocol) {
        self.text = ""
        self.text.appendEscaped(text)
    }

    /// HTML that this program wrote before and kept. Never for text from elsewhere.
    package init(verbatim text: String) { self.text = text }

    package var isEmpty: Bool { text.isEmpty }

    package static func += (html: inout HTML, more: HTML) { html.text += more.text }

    package static func + (a: HTML, b: HTML) -> HTML { HTML(verbatim: a.text + b.text) }

    mutating func append(escaping text: String) { self.text.appendEscaped(text) }

    /// Adds a tag or a part of one that the source code spells out.
    mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    }
}

extension HTML: CustomStringConvertible {
    package var description: String { text }
}

extension Sequence<HTML> {
    /// All of them, one behind the other.
    package func joined(separator: HTML = HTML()) -> HTML {
        var all = HTML()
        var isFirst = true
        for html in self {
            if !isFirst { all += separator }
            isFirst = false
            all += html
        }
        return all
    }
}
