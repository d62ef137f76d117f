extension ExportReading {
    mutating func whole(_ piece: ExportPiece, number: Int?) -> [WordPressEvent] {
        var place = place(piece.line)
        place.number = number
        switch piece.ending {
        case .endOfFile, .tooLarge:
            sawEnd = sawEnd || piece.ending == .endOfFile
            let label = ExportLabel(of: LegalText(piece.bytes).bytes)
            (place.title, place.id) = (label.title, label.id)
            if case .tooLarge(let bytes) = piece.ending { return [.fault(WordPressFault(.tooLarge(bytes: bytes), at: place))] }
            return [.fault(WordPressFault(.truncated, at: place))]
        case .closed, .interrupted, .cut: break
        }
        let text = ExportText(piece, encoding, encodingName)
        let told = encodingTold(by: text, line: piece.line).map { [$0] } ?? []
        do {
            let (event, flaw) = try parse(text.bytes, line: piece.line, number: number)
            if case .item(let item) = event { (place.title, place.id) = (item.title, item.id) }
            var faults = told + faults(of: text, at: place)
            if piece.ending != .closed {
                faults.append(.fault(WordPressFault(.unclosed, at: place)))
            } else if let flaw {
                faults.append(.fault(WordPressFault(.mended(detail: flaw.detail), at: lined(place, flaw, piece))))
            }
            return faults + (event.map { [$0] } ?? [])
        } catch {
            let label = ExportLabel(of: text.bytes)
            (place.title, place.id) = (label.title, label.id)
            return told + [.fault(WordPressFault(.broken(detail: error.detail), at: lined(place, error, piece)))]
        }
    }

    /// The event of a piece, and the flaw it was mended of.
    private mutating func parse(_ bytes: [UInt8], line: Int, number: Int?) throws(XMLFragment.Flaw) -> (WordPressEvent?, XMLFragment.Flaw?) {
        let flaw: XMLFragment.Flaw
        do {
            try MarkupCheck.pass(bytes)
            let (event, hasMarkup) = try read(bytes, line: line, number: number)
            guard hasMarkup else { return (event, nil) }
            flaw = XMLFragment.Flaw(detail: "unescaped markup", line: 1)
        } catch {
            flaw = error
        }
        let mended = PieceRepair.repaired(bytes, prefixes: namespaces.addresses.keys)
        do {
            return (try read(mended, line: line, number: number).event, flaw)
        } catch {
            throw flaw
        }
    }

    private mutating func read(_ bytes: [UInt8], line: Int, number: Int?) throws(XMLFragment.Flaw) -> (event: WordPressEvent?, hasMarkup: Bool) {
        var clock = numbering.clock
        let result = try XMLFragment.read(namespaces.wrap(bytes)) { root -> (WordPressEvent?, Bool) in
            guard let element = root.children.first(where: { _ in true }) else { return (nil, false) }
            let hasMarkup = element.hasMarkupInFields
            if let number { return (.item(WordPressItem(element, number: number, line: line, clock: &clock)), hasMarkup) }
            guard element.space == .wordpress else { return (nil, false) }
            if element.name == "author" { return (.author(WordPressAuthor(element)), hasMarkup) }
            return (WordPressTerm(element).map { .term($0) }, hasMarkup)
        }
        numbering.clock = clock
        return result
    }
}
