/// A walk over serialised bytes; lengths of strings count bytes of UTF-8.
struct PHPParsing {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { place == bytes.count }

    mutating func value(depth: Int) -> PHPSerialized? {
        guard depth < PHPSerialized.deepest, let type = take() else { return nil }
        if type == UInt8(ascii: "N") { return take(";") ? .null : nil }
        guard take(":") else { return nil }
        switch type {
        case UInt8(ascii: "i"): return text(until: ";").flatMap { Int64($0) }.map { .int($0) }
        case UInt8(ascii: "b"): return text(until: ";").flatMap { ["0": .bool(false), "1": .bool(true)][$0] }
        case UInt8(ascii: "d"): return text(until: ";").flatMap { double($0) }.map { .double($0) }
        case UInt8(ascii: "s"): return string().flatMap { take(";") ? .string($0) : nil }
        case UInt8(ascii: "a"): return entries(depth: depth)
        case UInt8(ascii: "O"): return string() != nil && take(":") ? entries(depth: depth) : nil
        default: return nil
        }
    }

    private func double(_ text: String) -> Double? {
        ["INF": .infinity, "-INF": -.infinity, "NAN": .nan][text] ?? Double(text)
    }

    /// `5:"salut"`
    private mutating func string() -> String? {
        guard let length = text(until: ":").flatMap({ Int($0) }), take("\""), length >= 0, length <= bytes.count - place else { return nil }
        let content = bytes[place..<place + length]
        place += length
        guard take("\"") else { return nil }
        return String(validating: content, as: UTF8.self)
    }

    /// `2:{…}`
    private mutating func entries(depth: Int) -> PHPSerialized? {
        // The shortest entry, `i:0;N;`, takes six bytes: a count that cannot be is not believed.
        guard let count = text(until: ":").flatMap({ Int($0) }), take("{"), count >= 0, count <= (bytes.count - place) / 6 else { return nil }
        var entries: [PHPSerialized.Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let key: PHPSerialized.Key
            switch value(depth: depth + 1) {
            case .int(let number): key = .int(number)
            case .string(let text): key = .string(text)
            default: return nil
            }
            guard let value = value(depth: depth + 1) else { return nil }
            entries.append(PHPSerialized.Entry(key: key, value: value))
        }
        return take("}") ? .entries(entries) : nil
    }

    private mutating func take() -> UInt8? {
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard place < bytes.count, UInt32(bytes[place]) == expected.value else { return false }
        place += 1
        return true
    }

    private mutating func text(until end: Unicode.Scalar) -> String? {
        let first = place
        while place < bytes.count, place - first < 40 {
            if UInt32(bytes[place]) == end.value {
                defer { place += 1 }
                return String(decoding: bytes[first..<place], as: UTF8.self)
            }
            place += 1
        }
        return nil
    }
}
