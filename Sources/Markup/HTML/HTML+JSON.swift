extension HTML {
    /// JSON as it may stand inside `<script type="application/ld+json">`: no character of it can end the element or open a comment.
    package init(json: String) {
        var safe = String.UnicodeScalarView()
        safe.reserveCapacity(json.utf8.count)
        for scalar in json.unicodeScalars {
            switch scalar {
            case "<": safe.append(contentsOf: "\\u003C".unicodeScalars)
            case ">": safe.append(contentsOf: "\\u003E".unicodeScalars)
            case "&": safe.append(contentsOf: "\\u0026".unicodeScalars)
            case "\u{2028}": safe.append(contentsOf: "\\u2028".unicodeScalars)
            case "\u{2029}": safe.append(contentsOf: "\\u2029".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        self.init(verbatim: String(safe))
    }
}
