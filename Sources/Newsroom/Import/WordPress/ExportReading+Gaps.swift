extension ExportReading {
    /// Reads what stands between items: mostly nothing, and once the rest of what is said of the site.
    mutating func gap(_ piece: ExportPiece) -> [WordPressEvent] {
        if piece.bytes.find("</rss", from: 0) != nil || piece.bytes.find("</channel", from: 0) != nil { sawEnd = true }
        guard piece.bytes.skippingSpace(from: 0) < piece.bytes.count else { return [] }
        let text = ExportText(piece, encoding, encodingName)
        let mended = PieceRepair.repaired(text.bytes, prefixes: namespaces.addresses.keys)
        var site = site
        let found = try? XMLFragment.read(namespaces.wrap(mended)) { root in
            (isNew: site.read(root), hasText: !root.word.isEmpty)
        }
        guard let found else { return [fault(.strayText, line: piece.line)] }
        self.site = site
        return (found.hasText ? [fault(.strayText, line: piece.line)] : []) + (found.isNew ? [.site(site)] : [])
    }
}
