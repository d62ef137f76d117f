extension [Inline] {
    /// The same line with neighbours of one kind made one: text with text, formatting with the same formatting, a link with a link to the same place.
    ///
    /// Whole runs are joined at once, so that the time stays in proportion to the length.
    var joined: [Inline] {
        if count == 1, case .text = self[0] { return self }
        var all: [Inline] = []
        all.reserveCapacity(count)
        var start = startIndex
        while start < endIndex {
            var end = start + 1
            while end < endIndex, self[start].joins(self[end]) { end += 1 }
            all.append(self[start].joined(with: self[start..<end]))
            start = end
        }
        return all
    }
}

extension [Inline] {
    /// Whether nothing but spaces of any kind stands in it.
    var isBlank: Bool { allSatisfy(\.isBlank) }
}

extension Inline {
    fileprivate func joins(_ next: Inline) -> Bool {
        switch (self, next) {
        case (.text, .text), (.emphasis, .emphasis), (.strong, .strong), (.superscript, .superscript), (.subscript, .subscript): true
        case (.link(let link, _), .link(let other, _)): link == other
        case (.span(let language, let direction, _), .span(let otherLanguage, let otherDirection, _)):
            language == otherLanguage && direction == otherDirection
        default: false
        }
    }

    /// Whether nothing of it shows.
    fileprivate var isBlank: Bool {
        switch self {
        case .text(let text), .code(let text):
            text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
        case .lineBreak: true
        default: children.isBlank
        }
    }

    private var children: [Inline] {
        switch self {
        case .emphasis(let inlines), .strong(let inlines), .superscript(let inlines), .subscript(let inlines), .link(_, let inlines),
            .span(_, _, let inlines):
            inlines
        case .text, .lineBreak, .code: []
        }
    }

    fileprivate func joined(with run: ArraySlice<Inline>) -> Inline {
        switch self {
        case .text:
            if run.count == 1 { return self }
            var text = ""
            for case .text(let part) in run { text += part }
            return .text(text)
        case .lineBreak, .code: return self
        case .emphasis: return .emphasis(run.flatMap(\.children).joined)
        case .strong: return .strong(run.flatMap(\.children).joined)
        case .superscript: return .superscript(run.flatMap(\.children).joined)
        case .subscript: return .subscript(run.flatMap(\.children).joined)
        case .link(let link, _): return .link(link, run.flatMap(\.children).joined)
        case .span(let language, let direction, _): return .span(language: language, direction: direction, run.flatMap(\.children).joined)
        }
    }
}

extension Line {
    /// The language and direction of a span that holds all of the line, made the line's own.
    var lifted: Line {
        var line = self
        while line.inlines.count == 1, case .span(let language, let direction, let inner) = line.inlines[0] {
            line = Line(inner, language: language ?? line.language, direction: direction ?? line.direction)
        }
        return line
    }
}
