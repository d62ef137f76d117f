import Basics

/// Turns the pieces of one document into events.
struct ExportReading {
    var numbering: ExportNumbering
    /// Set when nothing more of the document is to be read.
    var isRefused = false

    let document: String?
    var site = WordPressSite()
    var namespaces = ExportNamespaces()
    var encoding: DeclaredEncoding = .unicode
    var encodingName: String?
    private var toldOfEncoding = false
    var sawHeader = false
    var sawEnd = false
    var line = 1

    init(document: String?, numbering: ExportNumbering) {
        self.document = document
        self.numbering = numbering
    }

    mutating func events(of piece: ExportPiece, endsInDamage: Bool) -> [WordPressEvent] {
        line = piece.line
        guard sawHeader else { return header(piece) }
        switch piece.kind {
        case .gap: return gap(piece)
        case .item:
            numbering.items += 1
            return whole(piece, number: numbering.items)
        case .record: return whole(piece, number: nil)
        }
    }

    /// What is to be said when there are no more pieces.
    func ending(of stream: UTF8Stream) -> [WordPressEvent] {
        guard !isRefused else { return [] }
        if stream.isUTF32 { return [fault(.encodingRefused("UTF-32"))] }
        if let damage = stream.damage { return [fault(damage.kind)] }
        if stream.isEmpty || !sawHeader { return [fault(.empty)] }
        return sawEnd ? [] : [fault(.endsEarly)]
    }

    mutating func encodingTold(by text: ExportText, line: Int) -> WordPressEvent? {
        guard !toldOfEncoding, case .singleByte = encoding, let name = encodingName, let found = text.encodingFound else { return nil }
        toldOfEncoding = true
        return fault(found == .converted ? .encodingConverted(from: name) : .encodingDiffers(declared: name), line: line)
    }

    func faults(of text: ExportText, at place: WordPressFault.Place) -> [WordPressEvent] {
        var faults: [WordPressEvent] = []
        if text.controls > 0 { faults.append(.fault(WordPressFault(.controlCharacters(count: text.controls), at: place))) }
        if text.invalid > 0 { faults.append(.fault(WordPressFault(.invalidBytes(count: text.invalid), at: place))) }
        return faults
    }

    func fault(_ kind: WordPressFault.Kind, line: Int? = nil) -> WordPressEvent {
        .fault(WordPressFault(kind, at: place(line ?? self.line)))
    }

    func place(_ line: Int) -> WordPressFault.Place { WordPressFault.Place(document: document, line: line) }

    /// The place with the line of the flaw, not of the piece.
    func lined(_ place: WordPressFault.Place, _ flaw: XMLFragment.Flaw, _ piece: ExportPiece) -> WordPressFault.Place {
        var place = place
        place.line = piece.line + flaw.line - 1
        return place
    }
}
