package import Basics

/// Where a file of the media folder is served: its digest and the ending of its type, so that it never changes under its address.
package struct MediaAddress: Hashable, Sendable {
    package let digest: Digest
    package let type: MediaType

    package init(digest: Digest, type: MediaType) {
        self.digest = digest
        self.type = type
    }

    /// `<64 hexadecimal digits>.<ending>`.
    package var fileName: String { "\(digest.hex).\(type.ending)" }

    /// As it stands in a page.
    package var path: String { "/media/\(fileName)" }

    /// Reads exactly what `path` writes, with or without the `/media/` before it; nil for anything else.
    package init?(_ path: some StringProtocol) {
        let name = path.hasPrefix("/media/") ? path.dropFirst(7) : path[...]
        let bytes = Array(name.utf8)
        guard bytes.count > 65, bytes.count <= 70, bytes[64] == UInt8(ascii: ".") else { return nil }
        var digest: [UInt8] = []
        for place in stride(from: 0, to: 64, by: 2) {
            guard let high = MediaAddress.digit(bytes[place]), let low = MediaAddress.digit(bytes[place + 1]) else { return nil }
            digest.append(high << 4 | low)
        }
        let ending = String(decoding: bytes[65...], as: UTF8.self)
        guard let type = MediaType.allCases.first(where: { $0.ending == ending }) else { return nil }
        self.init(digest: Digest(trusted: digest), type: type)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
