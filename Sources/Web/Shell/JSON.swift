/// JSON in the order it is given.
enum JSON: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSON])
    case members([(String, JSON)])

    static func object(_ members: [(String, JSON?)]) -> JSON {
        .members(members.compactMap { name, value in value.map { (name, $0) } })
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// In UTF-8.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_000)
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let value): JSON.write(value, to: &bytes)
        case .number(let number): JSON.append(String(number), to: &bytes)
        case .flag(let flag): JSON.append(flag ? "true" : "false", to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .members(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Whatever has to be escaped is one byte of UTF-8 (RFC 8259, 7), so no text is read by its letters.
    private static func write(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            if text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: text)
            } else {
                for byte in text { escape(byte, to: &bytes) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"", to: &bytes)
        case UInt8(ascii: "\\"): append("\\\\", to: &bytes)
        case UInt8(ascii: "\n"): append("\\n", to: &bytes)
        case UInt8(ascii: "\r"): append("\\r", to: &bytes)
        case UInt8(ascii: "\t"): append("\\t", to: &bytes)
        case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16), to: &bytes)
        default: bytes.append(byte)
        }
    }
}
