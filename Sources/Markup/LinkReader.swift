import Foundation

/// Reads an address the way a browser would, and refuses what two readers might understand differently.
struct LinkReader {
    static let longest = 8192

    let bytes: [UInt8]

    init(_ text: String) {
        // A browser takes tabs and line ends out of an address wherever they stand, and controls and spaces off both its ends.
        var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        self.bytes = Array(bytes[start...])
    }

    func read() -> Link? {
        guard let first = bytes.first, bytes.count <= LinkReader.longest, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        switch first {
        case UInt8(ascii: "/"): return path()
        case UInt8(ascii: "#"): return Link(kind: .fragment, text: encoded(bytes[...]))
        case UInt8(ascii: "?"): return Link(kind: .query, text: encoded(bytes[...]))
        default: return absolute()
        }
    }

    private func path() -> Link? {
        guard bytes.count < 2 || bytes[1] != UInt8(ascii: "/"), !hasBackslash(in: bytes[...]) else { return nil }
        return Link(kind: .path, text: encoded(bytes[...]))
    }

    private func absolute() -> Link? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = bytes[(colon + 1)...]
        switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
        case "http": return web(rest, scheme: "http://")
        case "https": return web(rest, scheme: "https://")
        case "mailto":
            let address = encoded(rest)
            return address.isEmpty ? nil : Link(kind: .mail, text: "mailto:" + address)
        case "tel":
            let number = rest.filter { $0 != UInt8(ascii: " ") }
            guard !number.isEmpty, number.allSatisfy(isTelephone) else { return nil }
            return Link(kind: .telephone, text: "tel:" + String(decoding: number, as: UTF8.self))
        default: return nil
        }
    }

    private func web(_ rest: ArraySlice<UInt8>, scheme: String) -> Link? {
        guard rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) else { return nil }
        let afterSlashes = rest.dropFirst(2)
        let end = afterSlashes.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? afterSlashes.endIndex
        guard let authority = Authority(afterSlashes[..<end]), !hasBackslash(in: afterSlashes[end...]) else { return nil }
        return Link(kind: .web, text: scheme + authority.text + encoded(afterSlashes[end...]), host: authority.host)
    }

    /// Whether a `\`, which browsers read as `/`, stands before the query.
    private func hasBackslash(in part: ArraySlice<UInt8>) -> Bool {
        for byte in part {
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return false }
            if byte == UInt8(ascii: "\\") { return true }
        }
        return false
    }

    private func isTelephone(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: "+-.()*#;=,".utf8.contains(byte)
        }
    }

    /// Percent-encodes what may not stand in an address: spaces, quotes, brackets, a `%` that encodes nothing, and invisible characters of Unicode.
    private func encoded(_ part: ArraySlice<UInt8>) -> String {
        if part.allSatisfy(LinkReader.isPlain) { return String(decoding: part, as: UTF8.self) }
        var text = ""
        let scalars = Array(String(decoding: part, as: UTF8.self).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isEncoding = scalar == "%" && index + 2 < scalars.count && scalars[index + 1].isHexDigit && scalars[index + 2].isHexDigit
            if isEncoding || (scalar.isASCII ? LinkReader.isPlain(UInt8(scalar.value)) : scalar.isVisible) {
                text.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 { text += byte.percentEncoded }
            }
        }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool { plain[Int(byte)] }

    private static let plain: [Bool] = (0..<256).map { value in
        (0x21..<0x7F).contains(value) && !"\"<>\\^`{|}%".utf8.contains(UInt8(value))
    }
}

extension UInt8 {
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return "%\(digits[Int(self >> 4)])\(digits[Int(self & 15)])"
    }
}

extension Unicode.Scalar {
    fileprivate var isHexDigit: Bool { properties.isASCIIHexDigit }

    /// Whether it shows: no space, no control, no mark of direction, nothing unassigned.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .surrogate, .unassigned: false
        default: !properties.isNoncharacterCodePoint && !properties.isDefaultIgnorableCodePoint
        }
    }
}
