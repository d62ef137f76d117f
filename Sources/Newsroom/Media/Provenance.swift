import Basics
import Foundation

/// What a picture itself says of where it comes from.
struct Provenance: Hashable, Sendable {
    /// Whose picture it is, and what it shows, as agencies write it into the file (IPTC-IIM, XMP).
    var credit = ""
    var caption = ""
    /// Under what terms it may be shown.
    var rights = ""
    /// How it was made (C2PA).
    var credentials: ContentCredentials?

    /// What can be said of the picture in each language: a name is the same in all, a caption is of its own language.
    var texts: [Language: MediaTexts] {
        var texts: [Language: MediaTexts] = [:]
        if !credit.isEmpty { for language in Language.allCases { texts[language] = MediaTexts(credit: credit) } }
        if !caption.isEmpty, let language = Language.detected(in: caption, letters: 3) {
            texts[language, default: MediaTexts()].caption = caption
        }
        return texts
    }
}

extension Provenance {
    /// What `exiv2 -PIXkv` says: a line for each value, behind its key.
    init(_ text: String) {
        var values: [Substring: [String]] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }
            // What was not written in UTF-8 cannot be told from noise.
            guard parts.count == 2, Self.keys.contains(String(parts[0])), !parts[1].contains("\u{FFFD}") else { continue }
            values[parts[0], default: []].append(TypedText.line(String(Self.withoutLanguage(parts[1]))))
        }
        let first = { (keys: [String]) in keys.lazy.compactMap { values[Substring($0)]?.joined(separator: ", ") }.first { !$0.isEmpty } ?? "" }
        let byline = first(["Xmp.dc.creator", "Iptc.Application2.Byline"])
        let agency = first(["Xmp.photoshop.Credit", "Iptc.Application2.Credit"])
        let names = [byline, agency].filter { !$0.isEmpty }
        credit = String((names.count == 2 && names[0] == names[1] ? names[0] : names.joined(separator: " / ")).prefix(Media.longestCredit))
        caption = String(first(["Xmp.dc.description", "Iptc.Application2.Caption"]).prefix(Media.longestCaption))
        rights = String(first(["Xmp.dc.rights", "Iptc.Application2.Copyright"]).prefix(Media.longestCaption))
    }

    static let keys = [
        "Xmp.dc.creator", "Iptc.Application2.Byline", "Xmp.photoshop.Credit", "Iptc.Application2.Credit", "Xmp.dc.description",
        "Iptc.Application2.Caption", "Xmp.dc.rights", "Iptc.Application2.Copyright",
    ]

    /// A text in several languages begins with `lang="…"`.
    private static func withoutLanguage(_ text: Substring) -> Substring {
        guard text.hasPrefix("lang=\""), let end = text.dropFirst(6).firstIndex(of: "\"") else { return text }
        return text[text.index(after: end)...]
    }
}

extension Darkroom {
    /// What a picture says of itself. Nothing where it says nothing, what it says cannot be read, or the program that reads it is missing.
    func provenance(of path: String, as type: MediaType, in work: String) async throws -> Provenance {
        var provenance = Provenance()
        let program = "\(tools)/exiv2"
        if access(program, X_OK) == 0 {
            let arguments = ["-q"] + Provenance.keys.flatMap { ["-K", $0] } + ["-PIXkv", path]
            let outcome = try await ToolRun(program: program, arguments: arguments, folder: work, limits: limits).outcome()
            provenance = Provenance(outcome.output)
        }
        provenance.credentials = try await onOwnThread { _ in ContentCredentials(of: path, type) }
        return provenance
    }
}
