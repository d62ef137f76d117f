extension String {
    /// Adds text with `& < > " '` as character references, so that it is text in an element and in a quoted attribute.
    mutating func appendEscaped(_ text: some StringProtocol) {
        if let done: Void = text.utf8.withContiguousStorageIfAvailable({ appendEscaped(bytes: $0) }) { return done }
        var copy = String(text)
        copy.withUTF8 { appendEscaped(bytes: $0) }
    }

    private mutating func appendEscaped(bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in bytes.indices {
            guard let reference = reference(for: bytes[index]) else { continue }
            append(bytes: bytes[start..<index])
            self += reference
            start = index + 1
        }
        append(bytes: bytes[start...])
    }

    private mutating func append(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard !bytes.isEmpty else { return }
        self += String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
}

@inline(__always)
private func reference(for byte: UInt8) -> String? {
    guard byte <= 0x3E else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return nil
    }
}
