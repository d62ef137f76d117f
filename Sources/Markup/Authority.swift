import Foundation

/// The host and port of a web address.
struct Authority {
    let host: String
    /// Host and port as they stand in the address.
    let text: String

    /// Nil for anything but `host` or `host:port`: no user, no password, no percent-encoding, no character a host cannot have.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else { return nil }
        let hostEnd: Int
        if first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let address = bytes[(bytes.startIndex + 1)..<bracket]
            guard address.count >= 2, address.allSatisfy(Authority.isOfIPv6) else { return nil }
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        }
        let written = String(decoding: bytes[..<hostEnd], as: UTF8.self)
        let isASCII = bytes[..<hostEnd].allSatisfy { $0 < 0x80 }
        host = (isASCII ? written : written.precomposedStringWithCompatibilityMapping).lowercased()
        guard first == UInt8(ascii: "[") || Authority.isName(host) else { return nil }
        guard hostEnd < bytes.endIndex else {
            text = host
            return
        }
        let port = bytes[(hostEnd + 1)...]
        guard bytes[hostEnd] == UInt8(ascii: ":"), port.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard !port.isEmpty else {
            text = host
            return
        }
        guard let number = UInt16(String(decoding: port, as: UTF8.self)) else { return nil }
        text = "\(host):\(number)"
    }

    private static func isOfIPv6(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func isName(_ host: String) -> Bool {
        guard !host.isEmpty, host.utf8.count <= 253, !host.hasPrefix("."), !host.contains("..") else { return false }
        return host.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._".unicodeScalars.contains(scalar) }
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark, .spacingMark: return true
            default: return false
            }
        }
    }
}
