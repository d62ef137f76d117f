/// The values of a statement's holes, laid out as libpq wants them. Numbers and bytes go in binary, text as text:
/// so it is also read rightly where PostgreSQL has made something else of the hole.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values {
            offsets.append(value == .null ? nil : bytes.count)
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): append(UInt64(bitPattern: number))
            case .real(let number): append(number.bitPattern)
            case .text(let text): bytes += text.utf8
            case .bytes(let value): bytes += value
            }
            lengths.append(Int32(clamping: bytes.count - start))
            if case .text = value {
                bytes.append(0)
                formats.append(0)
            } else {
                formats.append(1)
            }
        }
        // An empty value at the very end still needs an address that is not null.
        bytes.append(0)
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }

    /// Gives the arrays that `PQsendQueryPrepared` takes: how many, where, how long, in which format.
    func withPointers<Value>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
    ) -> Value {
        bytes.withUnsafeBytes { all in
            let start = all.bindMemory(to: CChar.self).baseAddress
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body(Int32(pointers.count), $0.baseAddress, lengths, formats) }
        }
    }
}
