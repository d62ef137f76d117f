extension WellFormedReader {
    /// Reads up to and with the tag's `>`; says whether a `/` stood before it, or nil when it is not for this reader.
    mutating func readAttributes() -> Bool? {
        while true {
            let hadSpace = skipSpaces()
            guard at < input.count else { return nil }
            if input[at] == UInt8(ascii: ">") {
                at += 1
                return false
            }
            if input[at] == UInt8(ascii: "/") {
                guard at + 1 < input.count, input[at + 1] == UInt8(ascii: ">") else { return nil }
                at += 2
                return true
            }
            guard hadSpace, readAttribute() else { return nil }
        }
    }

    private mutating func readAttribute() -> Bool {
        let start = at
        while at < input.count, input[at].isOfAttributeName { at += 1 }
        guard start < at, at < input.count else { return false }
        let name = input[start..<at]
        let key = AttributeKey(name: name)
        let valueStart = tree.bytes.count
        if input[at] == UInt8(ascii: "=") {
            at += 1
            guard at < input.count else { return false }
            let quote = input[at]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
            at += 1
            guard decode(until: quote), at < input.count else { return false }
            at += 1
        } else if !input[at].isHTMLSpace, input[at] != UInt8(ascii: ">"), input[at] != UInt8(ascii: "/") {
            return false
        }
        guard let key else {
            tree.bytes.removeSubrange(valueStart...)
            return true
        }
        tree.add(key, name: name, valueFrom: valueStart)
        return true
    }

    private mutating func skipSpaces() -> Bool {
        let start = at
        while at < input.count, input[at].isHTMLSpace { at += 1 }
        return at > start
    }

    /// Adds text up to `end` (or the end of the input) to the tree's bytes, character references resolved; false when it is not for this reader.
    mutating func decode(until end: UInt8) -> Bool {
        var start = at
        while at < input.count {
            let byte = input[at]
            if byte == end { break }
            if byte == UInt8(ascii: "&") {
                tree.bytes.append(contentsOf: input[start..<at])
                guard decodeReference() else { return false }
                start = at
            } else {
                if byte < 0x20, !byte.isHTMLSpace { return false }
                at += 1
            }
        }
        tree.bytes.append(contentsOf: input[start..<at])
        return true
    }

    private mutating func decodeReference() -> Bool {
        let start = at + 1
        guard start < input.count, input[start].isASCIILetterOrDigit || input[start] == UInt8(ascii: "#") else {
            tree.bytes.append(UInt8(ascii: "&"))
            at += 1
            return true
        }
        var index = start
        while index < input.count, index - start < 10, input[index] != UInt8(ascii: ";") { index += 1 }
        guard index < input.count, input[index] == UInt8(ascii: ";"),
            let scalar = CharacterReference.scalar(UnsafeBufferPointer(rebasing: input[start..<index]))
        else { return false }
        tree.bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        at = index + 1
        return true
    }
}

extension UInt8 {
    /// Space, tab, newline, form feed (and the carriage return, which a parser turns into a newline).
    var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }

    var isASCIILetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    fileprivate var isOfAttributeName: Bool { isASCIILetterOrDigit || self == 0x2D || self == 0x5F || self == 0x3A || self == 0x2E }
}
