import Glibc

extension [UInt8] {
    /// The first place at or after `start`, and wholly before `end`, where `needle` stands.
    func find(_ needle: StaticString, from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? count
        guard start >= 0, start < end else { return nil }
        let length = needle.utf8CodeUnitCount
        return withUnsafeBytes { all in
            guard let base = all.baseAddress else { return nil }
            var place = start
            while place + length <= end,
                let hit = memchr(base + place, Int32(needle.utf8Start.pointee), end - length + 1 - place)
            {
                if memcmp(hit, needle.utf8Start, length) == 0 { return base.distance(to: UnsafeRawPointer(hit)) }
                place = base.distance(to: UnsafeRawPointer(hit)) + 1
            }
            return nil
        }
    }

    /// The first place at or after `start` of one byte.
    func find(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? count
        guard start >= 0, start < end else { return nil }
        return withUnsafeBytes { all in
            guard let base = all.baseAddress, let hit = memchr(base + start, Int32(byte), end - start) else { return nil }
            return base.distance(to: UnsafeRawPointer(hit))
        }
    }

    func has(_ needle: StaticString, at place: Int) -> Bool {
        let length = needle.utf8CodeUnitCount
        guard place >= 0, place + length <= count else { return false }
        for offset in 0..<length where self[place + offset] != needle.utf8Start[offset] { return false }
        return true
    }

    func has(_ needle: [UInt8], at place: Int) -> Bool {
        place >= 0 && place + needle.count <= count && self[place..<place + needle.count].elementsEqual(needle)
    }

    /// The first place at or after `start` that is no white space of XML.
    func skippingSpace(from start: Int) -> Int {
        var place = start
        while place < count, self[place].isXMLSpace { place += 1 }
        return place
    }

    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    func lineEnds(in range: Range<Int>) -> Int {
        withUnsafeBufferPointer { all in
            var ends = 0
            for byte in UnsafeBufferPointer(rebasing: all[range]) where byte == 0x0A { ends += 1 }
            return ends
        }
    }

    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

extension UInt8 {
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

    /// Whether this may stand in an element's name or prefix, as exports write them.
    var isXMLName: Bool {
        switch self {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D, 0x2E, 0x80...0xFF: true
        default: false
        }
    }
}
