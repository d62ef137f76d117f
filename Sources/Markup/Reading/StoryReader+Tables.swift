extension StoryReader {
    mutating func readTable(_ node: Int32, depth: Int) {
        endLine()
        guard !setting.isLine else {
            notes.add(.changedElement, "table")
            within(node) { $0.readChildren(of: node, depth: depth) }
            return endLine()
        }
        var table = Table(headRows: 0, rows: [])
        var others: [Block] = []
        within(node) { $0.readRows(of: node, into: &table, others: &others, depth: depth) }
        if table.headRows == 0, table.rows.count > 1, table.rows[0].allSatisfy(\.isHeader) { table.headRows = 1 }
        if table.rows.contains(where: { $0.contains { !$0.line.inlines.isEmpty } }) {
            blocks.append(.table(table))
        } else if let caption = table.caption {
            blocks.append(.paragraph(caption))
        }
        blocks += others
    }

    /// The rows of a table, or of a part of one.
    private mutating func readRows(of node: Int32, into table: inout Table, others: inout [Block], depth: Int) {
        let isHead = tree.nodes[Int(node)].tag == .thead
        var child = tree.nodes[Int(node)].firstChild
        while child >= 0 {
            let element = tree.nodes[Int(child)]
            switch element.tag {
            case .thead, .tbody, .tfoot:
                within(child) { [child] in $0.readRows(of: child, into: &table, others: &others, depth: depth + 1) }
            case .tr:
                var row: [Table.Cell] = []
                within(child) { [child] in row = $0.readCells(of: child, others: &others, depth: depth + 1) }
                if isHead, table.headRows == table.rows.count, !row.isEmpty { table.headRows += 1 }
                if !row.isEmpty { table.rows.append(row) }
            case .caption:
                let (caption, found) = collectLine(of: child, depth: depth + 1)
                table.caption = [table.caption, caption].compactMap(\.self).joinedLines
                others += found
            default: others += collectBlocks { [child] in $0.read(child, depth: depth + 1) }
            }
            child = element.nextSibling
        }
    }

    private mutating func readCells(of node: Int32, others: inout [Block], depth: Int) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        var child = tree.nodes[Int(node)].firstChild
        while child >= 0 {
            let element = tree.nodes[Int(child)]
            if element.tag == .td || element.tag == .th {
                noteHandlers(of: element)
                let (line, found) = collectLine(of: child, depth: depth + 1)
                others += found
                // A header without words heads nothing: the corner of a table is a plain cell.
                let isHeader = element.tag == .th && line?.inlines.isEmpty == false
                let cell = Table.Cell(
                    isHeader: isHeader, columns: span(.colspan, of: child), rows: span(.rowspan, of: child), line: line ?? Line([]))
                cells.append(cell)
            } else {
                others += collectBlocks { [child] in $0.read(child, depth: depth + 1) }
            }
            child = element.nextSibling
        }
        return cells
    }

    private func span(_ key: AttributeKey, of node: Int32) -> Int {
        guard let text = tree.attribute(key, of: node), let number = Int(text.collapsed) else { return 1 }
        return min(max(number, 1), 100)
    }
}
