import Basics
import Foundation

/// One file of Markdown: an edition's front matter and its text.
struct MarkdownDocument: Sendable {
    let file: String
    let kind: Work.Kind
    /// Files of the same key are editions of one work.
    let work: String
    let language: Language
    let title: String
    let standfirst: String
    let slug: Slug
    let section: String?
    let topics: [String]
    let authors: [String]
    let dateline: String
    let published: Instant?
    let updated: Instant?
    let picture: String?
    /// Nil when the file does not say.
    let isPinned: Bool?
    let isDraft: Bool
    let text: String
    /// The whole file, as it stands.
    let source: String
    /// The line of each key.
    private let lines: [String: Int]

    /// Refuses what is wrong by file, line and key.
    init(file: String, text source: String) throws {
        let (matter, text) = try Self.split(source, file: file)
        let yaml = try StrictYAML(matter, file: file, firstLine: 2)
        try yaml.allow([
            "title", "standfirst", "slug", "language", "work", "kind", "section", "topics", "authors", "dateline", "published", "updated",
            "picture", "pinned", "draft",
        ])
        self.file = file
        self.text = text
        self.source = source
        lines = Dictionary(uniqueKeysWithValues: yaml.keys.compactMap { key in yaml.line(of: key).map { (key, $0) } })
        var stem = (file as NSString).deletingPathExtension
        let ending = (stem as NSString).pathExtension
        let named = Language(rawValue: ending)
        if named != nil { stem = (stem as NSString).deletingPathExtension }
        let tag = try yaml.text("language")
        guard let language = tag.map(Language.init(rawValue:)) ?? named ?? Language.detected(in: text) else {
            throw yaml.fault("language", ar: "ينبغي أن تكون ar أو en", en: "must be ar or en, here or in the file's name, as in harbour.en.md")
        }
        self.language = language
        work = try yaml.text("work") ?? stem
        let isInPages = file.split(separator: "/").dropLast().contains("pages")
        kind = try yaml.choice("kind", Work.Kind.self) ?? (isInPages ? .page : .article)
        guard let title = try yaml.text("title"), !title.isEmpty else { throw yaml.fault("title", ar: "مفقود", en: "is missing") }
        self.title = title
        standfirst = try yaml.text("standfirst") ?? ""
        guard let slug = Slug(from: try yaml.text("slug") ?? title) else {
            throw yaml.fault("slug", ar: "لا حروف فيه", en: "has no letters or digits")
        }
        self.slug = slug
        section = try yaml.text("section")
        topics = try yaml.texts("topics") ?? []
        authors = try yaml.texts("authors") ?? []
        dateline = try yaml.text("dateline") ?? ""
        published = try Self.moment("published", yaml)
        updated = try Self.moment("updated", yaml)
        picture = try yaml.text("picture")
        isPinned = try yaml.flag("pinned")
        isDraft = try yaml.flag("draft") ?? false
    }

    /// Where the edition will be, when nothing else is there.
    var path: SitePath { kind == .page ? .page(language, slug) : .article(language, slug) }

    /// A refusal that names the file, the line and the key at fault.
    func fault(_ key: String, ar: String, en: String) -> Refusal {
        let place = "\(file):\(lines[key] ?? 2): \(key)"
        return Refusal(.invalid, ar: "\(place): \(ar)", en: "\(place): \(en)", field: key)
    }

    private static func split(_ source: String, file: String) throws -> (matter: String, text: String) {
        let source = source.replacingOccurrences(of: "\r\n", with: "\n")
        guard source.hasPrefix("---\n"), let end = source.range(of: "\n---\n", range: source.index(source.startIndex, offsetBy: 3)..<source.endIndex)
        else {
            throw Refusal(
                .invalid, ar: "\(file):1: ينبغي أن يبدأ الملف بمقدمة بين سطرين من ---",
                en: "\(file):1: must begin with front matter between two lines of ---")
        }
        return (String(source[source.index(source.startIndex, offsetBy: 4)..<end.lowerBound]), String(source[end.upperBound...]))
    }

    private static func moment(_ key: String, _ yaml: StrictYAML) throws -> Instant? {
        guard let text = try yaml.text(key) else { return nil }
        guard let moment = Instant(rfc3339: text) else {
            throw yaml.fault(
                key, ar: "«\(text)» ليس تاريخًا مثل 2026-10-02T08:15:00+02:00", en: "“\(text)” is no date such as 2026-10-02T08:15:00+02:00")
        }
        return moment
    }
}
