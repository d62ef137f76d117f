package import Basics

extension Line {
    /// Whether it was given neither language nor direction.
    var isPlain: Bool { language == nil && direction == nil }

    /// The direction it was given, or that of its first letter.
    package var firstDirection: Direction? { direction ?? Direction.first(in: inlines.plainText) }
}

extension Sequence<Block> {
    var firstDirection: Direction? {
        for block in self {
            if let direction = block.firstDirection { return direction }
        }
        return nil
    }
}

extension Sequence<[Block]> {
    var firstDirection: Direction? {
        for blocks in self {
            if let direction = blocks.firstDirection { return direction }
        }
        return nil
    }
}

extension Table {
    var firstDirection: Direction? {
        for row in rows {
            for cell in row {
                if let direction = cell.line.firstDirection { return direction }
            }
        }
        return nil
    }
}

extension Block {
    fileprivate var firstDirection: Direction? {
        switch self {
        case .paragraph(let line), .heading(_, let line): line.firstDirection
        case .list(let list): list.items.firstDirection
        case .quotation(let quotation), .pullQuote(let quotation): quotation.blocks.firstDirection ?? quotation.citation?.firstDirection
        case .table(let table): table.firstDirection
        case .figure(let figure): figure.caption?.firstDirection
        case .gallery(let gallery): gallery.caption?.firstDirection
        case .embed, .preformatted, .rule: nil
        }
    }
}
