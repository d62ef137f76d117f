package import Basics

/// The text of an article: known blocks of known inlines, and nothing else. Whatever comes in becomes a `Story`, and only a `Story` is written out.
package struct Story: Hashable, Sendable {
    package var blocks: [Block]

    package init(_ blocks: [Block] = []) { self.blocks = blocks }
}

package indirect enum Block: Hashable, Sendable {
    case paragraph(Line)
    /// Levels 2 to 4: level 1 is the headline's.
    case heading(level: Int, Line)
    case list(ItemList)
    case quotation(Quotation)
    case pullQuote(Quotation)
    case figure(Figure)
    case gallery(Gallery)
    case table(Table)
    /// A page elsewhere, shown as a card with a link; nothing of it is loaded.
    case embed(Embed)
    /// Text whose spaces and line ends stand as written.
    case preformatted(String)
    case rule
}

/// A run of inlines with the language and direction it was given, when it was given any.
package struct Line: Hashable, Sendable {
    package var inlines: [Inline]
    package var language: String?
    package var direction: Direction?

    package init(_ inlines: [Inline], language: String? = nil, direction: Direction? = nil) {
        self.inlines = inlines
        self.language = language
        self.direction = direction
    }
}

package indirect enum Inline: Hashable, Sendable {
    case text(String)
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    case superscript([Inline])
    case `subscript`([Inline])
    case link(Link, [Inline])
    /// A span in another language or direction.
    case span(language: String?, direction: Direction?, [Inline])
}

package struct ItemList: Hashable, Sendable {
    package var ordered: Bool
    /// The first number of an ordered list.
    package var start: Int
    package var items: [[Block]]

    package init(ordered: Bool, start: Int = 1, items: [[Block]]) {
        self.ordered = ordered
        self.start = start
        self.items = items
    }
}

package struct Quotation: Hashable, Sendable {
    package var blocks: [Block]
    /// Who is quoted, or where it was said.
    package var citation: Line?

    package init(blocks: [Block], citation: Line? = nil) {
        self.blocks = blocks
        self.citation = citation
    }
}

package struct Figure: Hashable, Sendable {
    package var picture: Picture
    package var caption: Line?
    package var credit: Line?
    /// Where a click on the picture leads.
    package var link: Link?

    package init(picture: Picture, caption: Line? = nil, credit: Line? = nil, link: Link? = nil) {
        self.picture = picture
        self.caption = caption
        self.credit = credit
        self.link = link
    }
}

/// A picture by its address: `media:ID` once it is in the media library, http or https before that.
package struct Picture: Hashable, Sendable {
    package var source: PictureSource
    /// What it shows, for those who do not see it; empty when it only decorates.
    package var alt: String

    package init(source: PictureSource, alt: String) {
        self.source = source
        self.alt = alt
    }
}

package enum PictureSource: Hashable, Sendable {
    case media(Int64)
    case remote(Link)
}

package struct Gallery: Hashable, Sendable {
    package var figures: [Figure]
    package var caption: Line?

    package init(figures: [Figure], caption: Line? = nil) {
        self.figures = figures
        self.caption = caption
    }
}

package struct Table: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package var isHeader: Bool
        package var columns: Int
        package var rows: Int
        package var line: Line

        package init(isHeader: Bool = false, columns: Int = 1, rows: Int = 1, line: Line) {
            self.isHeader = isHeader
            self.columns = columns
            self.rows = rows
            self.line = line
        }
    }

    package var caption: Line?
    /// How many of the first rows head the table.
    package var headRows: Int
    package var rows: [[Cell]]

    package init(caption: Line? = nil, headRows: Int, rows: [[Cell]]) {
        self.caption = caption
        self.headRows = headRows
        self.rows = rows
    }
}

package struct Embed: Hashable, Sendable {
    package var link: Link
    /// What stands behind the link, when known.
    package var title: String?

    package init(link: Link, title: String? = nil) {
        self.link = link
        self.title = title
    }
}
