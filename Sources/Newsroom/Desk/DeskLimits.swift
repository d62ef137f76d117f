package import Basics

/// How long the fields of a story may be, in characters; the text in bytes of HTML.
package enum DeskLimits {
    package static let headline = 300
    package static let standfirst = 1_000
    package static let line = 200
    package static let note = 500
    package static let body = 2_000_000
    package static let reason = 1_000

    static func headline(_ text: String) throws -> String {
        let line = try one(text, headline, field: "headline")
        guard !line.isEmpty else {
            throw Refusal(.invalid, ar: "اكتب عنوانًا.", en: "Write a headline.", field: "headline")
        }
        return line
    }

    static let noSlug = Refusal(
        .invalid, ar: "اكتب في العنوان حرفًا أو رقمًا: منه يُصنع عنوان الصفحة.",
        en: "Write a letter or a digit in the headline: the page’s address is made of it.", field: "headline")

    /// Refuses with `invalid` and the field's name what is too long; of a text only its beginning could be shown.
    static func check(_ submission: Submission) throws {
        let content = submission.content
        _ = try one(content.headline, headline, field: "headline")
        _ = try one(content.standfirst, standfirst, field: "standfirst")
        _ = try one(content.dateline, line, field: "dateline")
        _ = try one(content.searchTitle, headline, field: "search_title")
        _ = try one(content.searchDescription, standfirst, field: "search_description")
        _ = try one(submission.note, note, field: "note")
        guard (1...64).contains(submission.writer.utf8.count) else {
            throw Refusal(.invalid, ar: "طلب غير مفهوم.", en: "The request cannot be understood.", field: "writer")
        }
    }

    /// A text without spaces around it and control characters in it. Refuses with `invalid` what is longer than `longest`.
    static func one(_ text: String, _ longest: Int, field: String) throws -> String {
        let line = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" })
            .trimmingPrefix(while: \.isWhitespace)
        let trimmed = String(line.reversed().trimmingPrefix(while: \.isWhitespace).reversed())
        guard trimmed.count <= longest else {
            throw Refusal(
                .invalid, ar: "النص أطول من \(longest) حرفًا.", en: "The text is longer than \(longest) characters.", field: field)
        }
        return trimmed
    }
}
