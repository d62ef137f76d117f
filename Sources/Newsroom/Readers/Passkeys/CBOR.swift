/// A value of CBOR (RFC 8949), of the kinds that authenticators write (CTAP 2.1, 8).
indirect enum CBOR: Hashable, Sendable {
    case unsigned(UInt64)
    /// -1 minus the number.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([CBOR: CBOR])
    case bool(Bool)
    case null

    /// A whole number that fits; COSE's labels and algorithms are such.
    init(_ number: Int) { self = number >= 0 ? .unsigned(UInt64(number)) : .negative(UInt64(-1 - number)) }

    subscript(_ label: Int) -> CBOR? {
        guard case .map(let entries) = self else { return nil }
        return entries[CBOR(label)]
    }

    subscript(_ name: String) -> CBOR? {
        guard case .map(let entries) = self else { return nil }
        return entries[.text(name)]
    }

    var bytes: [UInt8]? {
        guard case .bytes(let bytes) = self else { return nil }
        return bytes
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}
