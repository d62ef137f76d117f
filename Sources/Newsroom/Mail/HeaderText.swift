import Foundation

/// Text of any origin as it may stand in a header (RFC 5322, RFC 2047): nothing in it can end the line.
struct HeaderText {
    /// The text on one line: line ends and other controls have become spaces.
    let line: String

    /// Bytes of text in one encoded word, so that a line with it and a short header's name keeps to RFC 2047's 76 characters.
    private static let mostBytes = 39
    /// A longer line is folded.
    private static let longestPlain = 60

    init(_ text: String) {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
            default: line.append(scalar)
            }
        }
        self.line = String(line).trimmingCharacters(in: .whitespaces)
    }

    /// As a subject: as it is when it is short and in ASCII, in encoded words otherwise.
    var unstructured: String {
        let isPlain = line.utf8.count <= Self.longestPlain && line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
        return isPlain ? line : encoded
    }

    /// As the name before an address: bare when it is made of plain words alone, in encoded words otherwise.
    var phrase: String {
        let isPlain = line.utf8.count <= Self.longestPlain && line.utf8.allSatisfy { Self.atoms.contains($0) || $0 == UInt8(ascii: " ") }
        return isPlain ? line : encoded
    }

    /// Encoded words of whole characters, each on a line of its own.
    private var encoded: String {
        var (words, word) = ([String](), "")
        for scalar in line.unicodeScalars {
            if word.utf8.count + String(scalar).utf8.count > Self.mostBytes {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        return (words + [word]).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// RFC 5322's `atext`, without the `=` and `?` of encoded words.
    private static let atoms = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/^_`{|}~".utf8)
}
