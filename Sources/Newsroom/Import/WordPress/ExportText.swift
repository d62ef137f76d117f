/// A piece's bytes as legal UTF-8, and what had to be done to them.
struct ExportText {
    enum EncodingFound {
        case unicode, converted
    }

    let bytes: [UInt8]
    let controls: Int
    let invalid: Int
    /// What the text turned out to be, when it has more than ASCII to tell by.
    let encodingFound: EncodingFound?

    init(_ piece: ExportPiece, _ encoding: DeclaredEncoding, _ name: String?) {
        let converted = encoding.rewrite(piece.bytes)
        let legal = LegalText(converted ?? piece.bytes)
        (bytes, controls, invalid) = (legal.bytes, legal.controls, legal.invalid)
        if converted != nil {
            encodingFound = .converted
        } else if case .singleByte = encoding, piece.bytes.contains(where: { $0 >= 0x80 }) {
            encodingFound = .unicode
        } else {
            encodingFound = nil
        }
    }
}
