extension UnsafeBufferPointer<UInt8> {
    /// Without control characters and noncharacters, or nil when there are none.
    var withoutControls: [UInt8]? {
        let isSuspect = contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF || $0 == 0xF0 || $0 >= 0xF1 }
        guard isSuspect else { return nil }
        return Array(String(decoding: self, as: UTF8.self).withoutControls.utf8)
    }
}

extension String {
    /// Without control characters, but newline and tab, and without noncharacters.
    var withoutControls: String {
        var kept = UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isControl { kept.append(scalar) }
        return String(kept)
    }

    /// In one line, spaces as HTML collapses them.
    var collapsed: String {
        withoutControls.utf8.split(whereSeparator: \.isHTMLSpace).map { String($0) ?? "" }.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        default: properties.isNoncharacterCodePoint
        }
    }
}
