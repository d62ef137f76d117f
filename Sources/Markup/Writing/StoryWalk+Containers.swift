import Basics

extension StoryWalk {
    mutating func write(_ list: ItemList, direction surroundings: Direction?) {
        html += list.ordered ? "<ol" : "<ul"
        if list.ordered, list.start != 1 { html += " start=\"\(list.start)\"" }
        let direction = surroundings.map { list.items.firstDirection ?? $0 }
        writeDirection(direction, within: surroundings)
        html.append(markup: ">")
        for item in list.items { writeItem(item, direction: direction) }
        html += list.ordered ? "</ol>" : "</ul>"
    }

    /// An item of one line is written without a paragraph, as is a first line over nested lists.
    private mutating func writeItem(_ item: [Block], direction: Direction?) {
        html.append(markup: "<li")
        guard case .paragraph(let line)? = item.first, item.count == 1 || (line.isPlain && item.dropFirst().allSatisfy(\.isList)) else {
            html.append(markup: ">")
            write(item, direction: direction)
            html.append(markup: "</li>")
            return
        }
        if item.count == 1 { writeAttributes(of: line, direction: direction) }
        html.append(markup: ">")
        write(line.inlines)
        write(Array(item.dropFirst()), direction: direction)
        html.append(markup: "</li>")
    }

    mutating func write(_ quotation: Quotation, isPulled: Bool, direction surroundings: Direction?) {
        if isPulled { html.append(markup: "<figure class=\"pullquote\">") }
        html.append(markup: "<blockquote")
        let direction = surroundings.map { quotation.blocks.firstDirection ?? $0 }
        writeDirection(direction, within: surroundings)
        html.append(markup: ">")
        write(quotation.blocks, direction: direction)
        if let citation = quotation.citation { write(citation, as: "footer", direction: direction) }
        html.append(markup: "</blockquote>")
        if isPulled { html.append(markup: "</figure>") }
    }

    mutating func write(_ table: Table, direction surroundings: Direction?) {
        html.append(markup: "<table")
        let direction = surroundings.map { table.firstDirection ?? $0 }
        writeDirection(direction, within: surroundings)
        html.append(markup: ">")
        if let caption = table.caption { write(caption, as: "caption", direction: direction) }
        write(rows: table.rows.prefix(table.headRows), in: "thead", direction: direction)
        write(rows: table.rows.dropFirst(table.headRows), in: "tbody", direction: direction)
        html.append(markup: "</table>")
    }

    private mutating func write(rows: ArraySlice<[Table.Cell]>, in section: HTML, direction: Direction?) {
        guard !rows.isEmpty else { return }
        html += "<\(section)>"
        for row in rows {
            html.append(markup: "<tr>")
            for cell in row { write(cell, direction: direction) }
            html.append(markup: "</tr>")
        }
        html += "</\(section)>"
    }

    private mutating func write(_ cell: Table.Cell, direction: Direction?) {
        var attributes = HTML()
        if cell.columns != 1 { attributes += " colspan=\"\(cell.columns)\"" }
        if cell.rows != 1 { attributes += " rowspan=\"\(cell.rows)\"" }
        write(cell.line, as: cell.isHeader ? "th" : "td", attributes: attributes, direction: direction)
    }
}

extension Block {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
