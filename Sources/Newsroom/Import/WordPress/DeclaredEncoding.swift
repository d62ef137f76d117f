import Glibc

/// The encoding that an export's first line declares, as far as it matters: UTF-8 is tried first in any case, as most files that declare
/// something else hold it all the same.
enum DeclaredEncoding {
    /// UTF-8, its subset ASCII, or UTF-16 that was rewritten already.
    case unicode
    /// One byte a character, with ASCII in it; by the name that iconv knows.
    case singleByte(String)
    /// Refused: markup can hide in it.
    case disguising
    /// Not known here; read as UTF-8.
    case unknown

    init(_ name: String?) {
        guard let name = name?.lowercased() else {
            self = .unicode
            return
        }
        switch name {
        case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be": self = .unicode
        // Browsers and editors mean Windows' table when they say Latin 1.
        case "iso-8859-1", "latin1", "latin-1": self = .singleByte("WINDOWS-1252")
        case _ where name.hasPrefix("windows-125") && name.count == 12: self = .singleByte(name.uppercased())
        case _ where name.hasPrefix("cp125") && name.count == 6: self = .singleByte(name.uppercased())
        case _ where name.hasPrefix("iso-8859-") && name.dropFirst(9).allSatisfy(\.isNumber): self = .singleByte(name.uppercased())
        case _ where name.contains("utf-7") || name.contains("utf7") || name.contains("scsu") || name.contains("ebcdic"): self = .disguising
        default: self = .unknown
        }
    }

    /// The bytes as UTF-8 when they are none yet and the encoding tells how to read them; nil when they stand as they are.
    func rewrite(_ bytes: [UInt8]) -> [UInt8]? {
        guard case .singleByte(let name) = self, !LegalText.isUTF8(bytes) else { return nil }
        let failed = iconv_t(bitPattern: -1)
        guard let converter = iconv_open("UTF-8", name), converter != failed else { return nil }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var written = [CChar](repeating: 0, count: bytes.count * 3)
        var (left, room) = (source.count, written.count)
        let capacity = room
        let result = source.withUnsafeMutableBufferPointer { from in
            written.withUnsafeMutableBufferPointer { to in
                var (input, output) = (from.baseAddress, to.baseAddress)
                return iconv(converter, &input, &left, &output, &room)
            }
        }
        guard result != Int(bitPattern: UInt.max), left == 0 else { return nil }
        return written[..<(capacity - room)].map { UInt8(bitPattern: $0) }
    }
}
