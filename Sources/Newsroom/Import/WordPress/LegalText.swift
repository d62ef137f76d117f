/// Bytes made fit for an XML 1.0 parser: controls it forbids are left out, what is no UTF-8 becomes U+FFFD, and both are counted.
struct LegalText {
    private(set) var bytes: [UInt8]
    private(set) var controls = 0
    private(set) var invalid = 0

    init(_ source: [UInt8]) {
        bytes = source
        guard let fault = LegalText.firstFault(in: source) else { return }
        bytes = Array(source[..<fault])
        bytes.reserveCapacity(source.count + 16)
        source.withUnsafeBufferPointer { copy($0, from: fault) }
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { LegalText(bytes).invalid == 0 }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
        var place = start
        while place < source.count {
            let length = LegalText.length(at: place, of: source)
            if length > 0 {
                for offset in 0..<length { bytes.append(source[place + offset]) }
                place += length
            } else if length == LegalText.control {
                controls += 1
                place += source[place] < 0x20 ? 1 : 3
            } else {
                invalid += 1
                bytes.append("\u{FFFD}")
                place += 1
                while place < source.count, source[place] & 0xC0 == 0x80 { place += 1 }
            }
        }
    }

    private static func firstFault(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { all in
            var place = 0
            while place < all.count {
                let length = all[place] >= 0x20 && all[place] < 0x80 ? 1 : length(at: place, of: all)
                if length <= 0 { return place }
                place += length
            }
            return nil
        }
    }

    private static let control = 0
    private static let broken = -1

    /// The length of the character at `place`; `control` for one that XML forbids, `broken` for bytes that are no character.
    private static func length(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = bytes[place]
        if lead < 0x80 { return lead >= 0x20 || lead.isXMLSpace ? 1 : control }
        func next(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }
        func follows(_ count: Int) -> Bool { (1...count).allSatisfy { next($0) & 0xC0 == 0x80 } }
        switch lead {
        case 0xC2...0xDF: return follows(1) ? 2 : broken
        case 0xE0...0xEF:
            guard follows(2), lead != 0xE0 || next(1) >= 0xA0, lead != 0xED || next(1) < 0xA0 else { return broken }
            return lead == 0xEF && next(1) == 0xBF && next(2) >= 0xBE ? control : 3
        case 0xF0...0xF4:
            guard follows(3), lead != 0xF0 || next(1) >= 0x90, lead != 0xF4 || next(1) < 0x90 else { return broken }
            return 4
        default: return broken
        }
    }
}
