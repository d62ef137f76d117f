/// The character references that editors write; all others are left to the whole HTML parser.
enum CharacterReference {
    /// The character of what stands between `&` and `;`, or nil for one unknown here or one that the standard replaces.
    static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: name, as: UTF8.self)
        guard text.hasPrefix("#") else { return byName[text] }
        let isHexadecimal = text.hasPrefix("#x") || text.hasPrefix("#X")
        let digits = text.dropFirst(isHexadecimal ? 2 : 1)
        guard !digits.hasPrefix("+"), let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
        guard number == 9 || number == 10 || number >= 0x20, !(0x7F...0x9F).contains(number) else { return nil }
        return Unicode.Scalar(number).flatMap { $0.properties.isNoncharacterCodePoint ? nil : $0 }
    }

    private static let byName: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™",
        "times": "×", "deg": "°", "euro": "€", "pound": "£", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ouml": "ö", "uuml": "ü",
        "auml": "ä", "rlm": "\u{200F}", "lrm": "\u{200E}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}",
    ]
}
