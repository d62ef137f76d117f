package import Basics
package import Linguistics
import Markup

/// An edition's text as the language rooms read it: headline, standfirst, then the story's lines. Places in it are places in the record.
package struct StoryProse: Sendable {
    /// Where a line stands in the edition.
    package enum Place: Hashable, Sendable {
        case headline, standfirst
        /// In a block of the story, counted from 0 among those at its top.
        case block(Int)
    }

    package let prose: Prose
    /// The place of each block of the prose.
    package let places: [Place]

    package init(_ content: Content, language: Language) {
        var lines = Lines()
        lines.add(.headline, content.headline, .headline)
        lines.add(.paragraph, content.standfirst, .standfirst)
        for (index, block) in content.body.blocks.enumerated() { lines.add(block, .block(index)) }
        prose = Prose(lines.parts.map { ($0.kind, $0.text) }, language: language)
        places = lines.parts.map(\.place)
    }

    /// The place of what begins at a scalar of the prose.
    package func place(at scalar: Int) -> Place? {
        prose.blocks.lastIndex { $0.range.lowerBound <= scalar }.map { places[$0] }
    }
}

/// The lines of a story in the order of reading, each once.
private struct Lines {
    var parts: [(kind: Prose.Block.Kind, text: String, place: StoryProse.Place)] = []

    mutating func add(_ kind: Prose.Block.Kind, _ text: String?, _ place: StoryProse.Place) {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return }
        parts.append((kind, text, place))
    }

    mutating func add(_ block: Block, _ place: StoryProse.Place, within kind: Prose.Block.Kind = .paragraph) {
        switch block {
        case .paragraph(let line): add(kind, line.plainText, place)
        case .heading(_, let line): add(.heading, line.plainText, place)
        case .list(let list): for item in list.items { for block in item { add(block, place, within: .item) } }
        case .quotation(let quotation):
            for block in quotation.blocks { add(block, place, within: .quotation) }
            add(.caption, quotation.citation?.plainText, place)
        // It repeats what the text says.
        case .pullQuote, .rule, .embed, .preformatted: break
        case .figure(let figure): add(.caption, figure.caption?.plainText, place)
        case .gallery(let gallery):
            for figure in gallery.figures { add(.caption, figure.caption?.plainText, place) }
            add(.caption, gallery.caption?.plainText, place)
        case .table(let table): add(.caption, table.caption?.plainText, place)
        }
    }
}
