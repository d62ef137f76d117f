extension MarkupTree {
    /// The tree of any text, by the quick reader where it will do.
    init(_ text: String) {
        var text = text.cleanLines
        self = text.withUTF8 { bytes in
            var reader = WellFormedReader(bytes)
            return reader.read() ?? StandardReader.read(bytes)
        }
    }
}

extension String {
    /// With every line end a newline, and without control characters.
    var cleanLines: String {
        var text = self
        let cleaned = text.withUTF8 { bytes -> [UInt8]? in
            guard bytes.indices.contains(where: { bytes.isControl(at: $0) }) else { return nil }
            var kept: [UInt8] = []
            kept.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                if !bytes.isControl(at: index) {
                    kept.append(bytes[index])
                } else if bytes[index] == UInt8(ascii: "\r") {
                    if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { kept.append(UInt8(ascii: "\n")) }
                } else if bytes[index] == 0xC2 {
                    index += 1
                }
                index += 1
            }
            return kept
        }
        return cleaned.map { String(decoding: $0, as: UTF8.self) } ?? self
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a control character starts there, other than tab, newline and form feed.
    @inline(__always)
    fileprivate func isControl(at index: Int) -> Bool {
        let byte = self[index]
        if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0C }
        return byte == 0x7F || (byte == 0xC2 && index + 1 < count && self[index + 1] < 0xA0)
    }
}
