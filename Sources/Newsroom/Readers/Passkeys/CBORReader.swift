import Basics

/// Reads CBOR as authenticators must write it (CTAP 2.1, 8, after RFC 8949, 4.2): numbers and lengths in their shortest form, lengths given first, no key
/// twice. Floating-point numbers, tags unless they are skipped, and what is nested more than eight deep are refused. Nothing is set aside for a length before the bytes were seen.
///
/// The order of keys is not asked for: browsers write the attestation object anew, and not all keep it.
struct CBORReader {
    private let source: [UInt8]
    private(set) var offset: Int
    /// Whether a tag (RFC 8949, 3.4) is passed over, and what it stands before is read as if it were not there.
    private let skipsTags: Bool

    /// In bytes, of what is read at all.
    static let largest = 65_536
    private static let deepest = 8

    init(_ source: [UInt8], from offset: Int = 0, skippingTags skipsTags: Bool = false) throws(Refusal) {
        guard source.count <= Self.largest, offset <= source.count else { throw PasskeyFault.unreadable.refusal }
        self.source = source
        self.offset = offset
        self.skipsTags = skipsTags
    }

    /// The one value that the bytes are.
    static func whole(_ source: [UInt8], skippingTags: Bool = false) throws(Refusal) -> CBOR {
        var reader = try CBORReader(source, skippingTags: skippingTags)
        let value = try reader.value()
        guard reader.offset == source.count else { throw PasskeyFault.unreadable.refusal }
        return value
    }

    /// The next value; what follows it stays.
    mutating func value(depth: Int = 0) throws(Refusal) -> CBOR {
        guard depth <= Self.deepest, let head = take(1)?.first else { throw PasskeyFault.unreadable.refusal }
        if head >> 5 == 7 { return try simple(head & 31) }
        let number = try argument(head & 31)
        switch head >> 5 {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .bytes(try string(number))
        case 3:
            guard let text = String(validating: try string(number), as: UTF8.self) else { throw PasskeyFault.unreadable.refusal }
            return .text(text)
        case 4: return try array(number, depth)
        case 5: return try map(number, depth)
        case 6 where skipsTags: return try value(depth: depth + 1)
        default: throw PasskeyFault.unreadable.refusal
        }
    }

    private func simple(_ kind: UInt8) throws(Refusal) -> CBOR {
        switch kind {
        case 20: .bool(false)
        case 21: .bool(true)
        case 22: .null
        default: throw PasskeyFault.unreadable.refusal
        }
    }

    private mutating func array(_ count: UInt64, _ depth: Int) throws(Refusal) -> CBOR {
        guard count <= UInt64(source.count - offset) else { throw PasskeyFault.unreadable.refusal }
        var items: [CBOR] = []
        for _ in 0..<count { items.append(try value(depth: depth + 1)) }
        return .array(items)
    }

    private mutating func map(_ count: UInt64, _ depth: Int) throws(Refusal) -> CBOR {
        guard count <= UInt64(source.count - offset) / 2 else { throw PasskeyFault.unreadable.refusal }
        var entries: [CBOR: CBOR] = [:]
        for _ in 0..<count {
            let key = try value(depth: depth + 1)
            switch key {
            case .unsigned, .negative, .text: break
            default: throw PasskeyFault.unreadable.refusal
            }
            guard entries.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw PasskeyFault.unreadable.refusal }
        }
        return .map(entries)
    }

    private mutating func string(_ count: UInt64) throws(Refusal) -> [UInt8] {
        guard count <= UInt64(source.count - offset), let bytes = take(Int(count)) else { throw PasskeyFault.unreadable.refusal }
        return bytes
    }

    /// The number of a head, in its shortest form (RFC 8949, 3 and 4.2.1).
    private mutating func argument(_ short: UInt8) throws(Refusal) -> UInt64 {
        if short < 24 { return UInt64(short) }
        guard short <= 27, let bytes = take(1 << (short - 24)) else { throw PasskeyFault.unreadable.refusal }
        let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let least: [UInt64] = [24, 0x100, 0x1_0000, 0x1_0000_0000]
        guard number >= least[Int(short - 24)] else { throw PasskeyFault.unreadable.refusal }
        return number
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        guard count <= source.count - offset else { return nil }
        defer { offset += count }
        return Array(source[offset..<offset + count])
    }
}
