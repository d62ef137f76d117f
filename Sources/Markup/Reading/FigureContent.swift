/// What was found in a figure, to be told apart by what it is.
struct FigureContent {
    var blocks: [Block]
    var caption: Line?
    var credit: Line?

    private var captionBlocks: [Block] { [caption, credit].compactMap { $0.map(Block.paragraph) } }

    /// The text of `[caption]` follows the picture.
    mutating func takeCaptionFromParagraphs() {
        var lines = caption.map { [$0] } ?? []
        var others: [Block] = []
        for block in blocks {
            if case .paragraph(let line) = block { lines.append(line) } else { others.append(block) }
        }
        (blocks, caption) = (others, lines.joinedLines)
    }

    func asBlocks(isPulled: Bool) -> [Block] {
        guard blocks.count == 1 else {
            let figures = blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
            if figures.count == blocks.count, figures.count > 1 { return asGallery }
            return blocks + captionBlocks
        }
        switch blocks[0] {
        case .figure(var figure) where figure.caption == nil && figure.credit == nil:
            (figure.caption, figure.credit) = (caption, credit)
            return [.figure(figure)]
        case .quotation(let quotation) where isPulled: return [.pullQuote(cited(quotation))] + rest(of: quotation)
        case .quotation(let quotation): return [.quotation(cited(quotation))] + rest(of: quotation)
        case .table(var table) where table.caption == nil:
            table.caption = caption
            return [.table(table)] + (credit.map { [.paragraph($0)] } ?? [])
        default: return blocks + captionBlocks
        }
    }

    private func cited(_ quotation: Quotation) -> Quotation {
        Quotation(blocks: quotation.blocks, citation: quotation.citation ?? caption)
    }

    private func rest(of quotation: Quotation) -> [Block] {
        (quotation.citation == nil ? [credit] : [caption, credit]).compactMap { $0.map(Block.paragraph) }
    }

    /// All the pictures in it, then what was no picture.
    var asGallery: [Block] {
        let (figures, others) = blocks.partedFigures
        return [Block(Gallery(figures: figures, caption: caption))].compactMap { $0 } + others + (credit.map { [.paragraph($0)] } ?? [])
    }

    /// The one address in it as a card.
    var asEmbed: [Block] {
        guard blocks.count == 1, case .paragraph(let line) = blocks[0], let embed = line.soleEmbed else { return asBlocks(isPulled: false) }
        return [.embed(embed)] + captionBlocks
    }
}

extension [Block] {
    fileprivate var partedFigures: (figures: [Figure], others: [Block]) {
        var figures: [Figure] = []
        var others: [Block] = []
        for block in self {
            switch block {
            case .figure(let figure): figures.append(figure)
            case .gallery(let gallery):
                figures += gallery.figures
                if let caption = gallery.caption { others.append(.paragraph(caption)) }
            case .list(let list):
                let parted = list.items.flatMap(\.self).partedFigures
                figures += parted.figures
                others += parted.others
            default: others.append(block)
            }
        }
        return (figures, others)
    }
}
