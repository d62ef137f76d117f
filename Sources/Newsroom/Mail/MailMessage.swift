import Basics
import Foundation
import Markup

/// A letter as it goes over the wire: RFC 5322 with two parts of MIME (RFC 2045, 2046), in ASCII and in lines that every server takes.
struct MailMessage: Hashable, Sendable {
    let letter: Letter
    let from: Mailbox
    /// With its angle brackets; the same at each attempt, so that a copy can be known for one.
    let messageID: String
    /// When it was posted.
    let date: Instant
    /// Whether letters beyond ASCII stand as they are: in a file, which people look into, but not on every server's line.
    var isEightBit = false

    var bytes: [UInt8] { Array((headers + "\r\n" + parts).utf8) }

    private var headers: String {
        let lines = [
            "Date: \(date.civil().rfc5322)",
            "From: \(from.header)",
            "To: \(HeaderText(letter.to.text).line)",
            "Subject: \(HeaderText(letter.subject).unstructured)",
            "Message-ID: \(HeaderText(messageID).line)",
            // Keeps holiday notices from being sent back (RFC 3834).
            "Auto-Submitted: auto-generated",
            "Content-Language: \(letter.language.rawValue)",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
        return lines.map { $0 + "\r\n" }.joined()
    }

    /// The plainest part first, as RFC 2046 wants it: a program shows the last one that it can.
    private var parts: String {
        part("plain", letter.plain) + part("html", letter.html.text) + "--\(boundary)--\r\n"
    }

    private func part(_ subtype: String, _ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\r\n")
        let isASCII = lines.utf8.allSatisfy { $0 < 0x80 && $0 != 0 }
        let isShort = lines.split(separator: "\r\n").allSatisfy { $0.utf8.count <= Self.longestLine }
        let asItIs = isASCII ? "7bit" : isEightBit ? "8bit" : nil
        let (encoding, body) = (isShort ? asItIs : nil).map { ($0, lines) } ?? ("base64", Self.base64(lines))
        return """
            --\(boundary)\r
            Content-Type: text/\(subtype); charset=utf-8\r
            Content-Transfer-Encoding: \(encoding)\r
            \r
            \(body)\r

            """
    }

    /// Of the 998 bytes that RFC 5322 allows.
    private static let longestLine = 900

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
    }

    /// Made of the Message-ID, which nobody knows when the letter is written: so no text can hold it.
    private var boundary: String { "=_" + Digest(of: messageID).hex.prefix(32) }
}
