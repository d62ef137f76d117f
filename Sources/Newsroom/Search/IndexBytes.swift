/// Writes the index's numbers, small ones in one byte.
struct IndexWriter {
    private(set) var bytes: [UInt8] = []

    /// A number from 0 up: seven bits a byte, the lowest first.
    mutating func add(_ number: Int) {
        var rest = UInt64(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func add(signed number: Int) { add(number >= 0 ? number << 1 : (~number << 1) | 1) }

    mutating func add(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

/// Reads them again. Behind the end everything is 0, so that a damaged index gives wrong results and no crash.
struct IndexReader {
    let bytes: [UInt8]
    private(set) var place: Int
    let end: Int

    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        end = min(range.upperBound, bytes.count)
        place = min(range.lowerBound, end)
    }

    var isAtEnd: Bool { place >= end }

    mutating func number() -> Int {
        guard place < end else { return 0 }
        let first = bytes[place]
        place += 1
        if first < 0x80 { return Int(first) }
        var (value, shift) = (UInt64(first & 0x7F), UInt64(7))
        while place < end, shift < 56 {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(value)
    }

    mutating func signedNumber() -> Int {
        let number = number()
        return number & 1 == 0 ? number >> 1 : ~(number >> 1)
    }

    /// Where the next so many bytes stand.
    mutating func range(_ count: Int) -> Range<Int> {
        let start = place
        place = min(end, start + min(count, end - start))
        return start..<place
    }

    /// Goes past so many numbers.
    mutating func skip(numbers count: Int) {
        var left = count
        while left > 0, place < end {
            if bytes[place] < 0x80 { left -= 1 }
            place += 1
        }
    }
}
