/// A name of up to ten ASCII letters and digits in one number, in lower case: compared and looked up without a `String`.
struct PackedName: Hashable {
    let bits: UInt64

    /// Nil for a longer name or one with other characters.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= 10 else { return nil }
        var bits: UInt64 = 0
        for byte in bytes {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A") + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 27
            default: return nil
            }
            bits = bits << 6 | UInt64(digit)
        }
        self.bits = bits
    }

    /// Stands for a name that cannot be packed by a hash of it.
    init(hashing name: some Collection<UInt8>) {
        if let packed = PackedName(name) {
            self = packed
        } else {
            bits = name.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1 | 0x20)) &* 1_099_511_628_211 } | 1 << 63
        }
    }
}
