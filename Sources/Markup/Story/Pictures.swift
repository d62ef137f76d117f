extension Story {
    /// Every picture, in the order in which they stand.
    package var pictures: [Picture] {
        var pictures: [Picture] = []
        _ = replacingFigures { figure in
            pictures.append(figure.picture)
            return figure
        }
        return pictures
    }

    /// This story with other sources for its pictures; nil takes the figure out, caption and all.
    package func replacingPictures(_ replacement: (PictureSource) -> PictureSource?) -> Story {
        replacingFigures { figure in
            guard let source = replacement(figure.picture.source) else { return nil }
            var figure = figure
            figure.picture.source = source
            return figure
        }
    }

    /// This story with other figures; nil takes one out.
    package func replacingFigures(_ replacement: (Figure) -> Figure?) -> Story {
        Story(blocks.replacingFigures(replacement))
    }
}

extension [Block] {
    fileprivate func replacingFigures(_ replacement: (Figure) -> Figure?) -> [Block] {
        compactMap { block in
            switch block {
            case .figure(let figure): return replacement(figure).map(Block.figure)
            case .gallery(var gallery):
                gallery.figures = gallery.figures.compactMap(replacement)
                return Block(gallery)
            case .list(var list):
                list.items = list.items.map { $0.replacingFigures(replacement) }.filter { !$0.isEmpty || list.ordered }
                return list.items.allSatisfy(\.isEmpty) ? nil : .list(list)
            case .quotation(var quotation):
                quotation.blocks = quotation.blocks.replacingFigures(replacement)
                return quotation.isEmpty ? nil : .quotation(quotation)
            case .pullQuote(var quotation):
                quotation.blocks = quotation.blocks.replacingFigures(replacement)
                return quotation.isEmpty ? nil : .pullQuote(quotation)
            case .paragraph, .heading, .table, .embed, .preformatted, .rule: return block
            }
        }
    }
}

extension Quotation {
    var isEmpty: Bool { blocks.isEmpty && citation == nil }
}

extension Block {
    /// A gallery in its simplest form: one picture is a figure, none is only its caption.
    init?(_ gallery: Gallery) {
        switch (gallery.figures.count, gallery.caption) {
        case (0, nil): return nil
        case (0, let caption?): self = .paragraph(caption)
        case (1, nil): self = .figure(gallery.figures[0])
        case (1, let caption?) where gallery.figures[0].caption == nil:
            var figure = gallery.figures[0]
            figure.caption = caption
            self = .figure(figure)
        default: self = .gallery(gallery)
        }
    }
}
