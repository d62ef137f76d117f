import Linguistics
import Markup

/// The words of a story as blocks of prose, with its pictures and links.
struct StoryParts {
    private(set) var parts: [(kind: Prose.Block.Kind, text: String)] = []
    private(set) var pictures: [(name: String, alt: String)] = []
    /// Each link's words, and the part they stand in.
    private(set) var links: [(part: Int, text: String)] = []

    mutating func read(_ blocks: [Block], as kind: Prose.Block.Kind = .paragraph) {
        for block in blocks { read(block, as: kind) }
    }

    private mutating func read(_ block: Block, as kind: Prose.Block.Kind) {
        switch block {
        case .paragraph(let line): add(line, kind)
        case .heading(_, let line): add(line, .heading)
        case .list(let list): for item in list.items { read(item, as: .item) }
        case .quotation(let quotation), .pullQuote(let quotation):
            read(quotation.blocks, as: .quotation)
            add(quotation.citation, .caption)
        case .figure(let figure): read(figure)
        case .gallery(let gallery):
            for figure in gallery.figures { read(figure) }
            add(gallery.caption, .caption)
        case .table(let table):
            add(table.caption, .caption)
            for cell in table.rows.joined() { add(cell.line, .item) }
        case .embed(let embed): add(embed.title, .caption)
        case .preformatted, .rule: break
        }
    }

    private mutating func read(_ figure: Figure) {
        let name =
            switch figure.picture.source {
            case .media(let number): "media:\(number)"
            case .remote(let link): link.text
            }
        pictures.append((name, figure.picture.alt))
        add(figure.caption, .caption)
        add(figure.credit, .caption)
    }

    private mutating func add(_ line: Line?, _ kind: Prose.Block.Kind) {
        guard let line else { return }
        for text in line.inlines.linkTexts { links.append((parts.count, text)) }
        add(line.plainText, kind)
    }

    private mutating func add(_ text: String?, _ kind: Prose.Block.Kind) {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return }
        parts.append((kind, text))
    }
}
