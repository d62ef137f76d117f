extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(verbatim: text) }

    package init(stringInterpolation: StringInterpolation) { self.init(verbatim: stringInterpolation.text) }

    /// What may fill a hole in HTML.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Text, escaped for element content and for a quoted attribute.
        package mutating func appendInterpolation(_ text: String) { self.text.appendEscaped(text) }

        package mutating func appendInterpolation(_ text: Substring) { self.text.appendEscaped(text) }

        package mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

        package mutating func appendInterpolation(_ html: HTML) { text += html.text }

        /// Nothing for nil.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { text += html.text }
        }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { text += part.text }
        }

        /// A checked address in a quoted attribute.
        package mutating func appendInterpolation(url link: Link) { text.appendEscaped(link.text) }

        /// A path of this site in a quoted attribute; what is no path that starts with a single `/` becomes `#`.
        package mutating func appendInterpolation(url path: String) {
            if let link = Link(path), link.kind == .path { text.appendEscaped(link.text) } else { text += "#" }
        }
    }
}
