/// A document's bytes as UTF-8: UTF-16 is rewritten, a byte order mark is dropped, all else passes as it is.
struct UTF8Stream {
    private let document: ExportDocument
    private var form: Form?
    /// Why the bytes ended before the document did.
    private(set) var damage: ExportDamage?
    private(set) var isEmpty = true

    private enum Form {
        case bytes, utf16(UTF16Rewriter), utf32
    }

    init(of document: ExportDocument) { self.document = document }

    /// Whether the document begins as UTF-32 does, which no XML of this world uses.
    var isUTF32: Bool { if case .utf32 = form { true } else { false } }

    /// The next bytes; nil at the end and when the file is damaged.
    mutating func next() -> [UInt8]? {
        do {
            guard damage == nil, var chunk = try document.chunk() else { return nil }
            isEmpty = false
            if form == nil { form = UTF8Stream.form(of: &chunk) }
            guard case .utf16(var rewriter) = form else { return isUTF32 ? nil : chunk }
            let rewritten = rewriter.rewrite(chunk)
            form = .utf16(rewriter)
            return rewritten
        } catch {
            damage = error
            return nil
        }
    }

    private static func form(of chunk: inout [UInt8]) -> Form {
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) {
            chunk.removeFirst(3)
            return .bytes
        }
        if chunk.starts(with: [0xFF, 0xFE, 0, 0]) || chunk.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32 }
        if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
            let bigEndian = chunk[0] == 0xFE
            chunk.removeFirst(2)
            return .utf16(UTF16Rewriter(bigEndian: bigEndian))
        }
        if chunk.starts(with: [0x3C, 0, 0x3F, 0]) { return .utf16(UTF16Rewriter(bigEndian: false)) }
        if chunk.starts(with: [0, 0x3C, 0, 0x3F]) { return .utf16(UTF16Rewriter(bigEndian: true)) }
        return .bytes
    }
}
