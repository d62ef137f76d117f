/// Rewrites UTF-16 as UTF-8, chunk by chunk. Half a pair becomes a byte that is no UTF-8, so that it is found and told like any other.
struct UTF16Rewriter {
    let bigEndian: Bool
    private var oddByte: UInt8?
    private var high: UInt32?

    init(bigEndian: Bool) { self.bigEndian = bigEndian }

    mutating func rewrite(_ chunk: [UInt8]) -> [UInt8] {
        var written: [UInt8] = []
        written.reserveCapacity(chunk.count)
        for byte in chunk {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let unit = bigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
            take(unit, into: &written)
        }
        return written
    }

    private mutating func take(_ unit: UInt32, into written: inout [UInt8]) {
        if let high {
            self.high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return write(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), into: &written)
            }
            written.append(0xFF)
        }
        if (0xD800...0xDBFF).contains(unit) { high = unit } else { write(unit, into: &written) }
    }

    private func write(_ value: UInt32, into written: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return written.append(0xFF) }
        written.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
