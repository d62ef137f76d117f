import Basics
import Foundation

extension Face {
    package static let fileName = "newsroom.yaml"

    /// Reads the face from the data folder; the plain one when there is no file. Refuses a wrong setting by file, line and key.
    package static func read(from folder: String) throws -> Face {
        let file = folder + "/" + fileName
        guard let data = FileManager.default.contents(atPath: file) else { return .plain }
        return try Face(yaml: String(decoding: data, as: UTF8.self), file: file)
    }

    init(yaml text: String, file: String) throws {
        let yaml = try StrictYAML(text, file: file)
        try yaml.allow([
            "name", "tagline", "languages", "timezone", "digits", "accent", "accent-dark", "logo", "sections", "voters", "publishing", "policy",
        ])
        self = .plain
        let names = try yaml.byLanguage("name")
        if !names.isEmpty { self.names = names }
        taglines = try yaml.byLanguage("tagline")
        if let tags = try yaml.texts("languages") { languages = try Self.languages(tags, yaml) }
        if let identifier = try yaml.text("timezone") {
            guard let zone = TimeZone(identifier: identifier) else {
                throw yaml.fault(
                    "timezone", ar: "«\(identifier)» ليست منطقة زمنية معروفة", en: "“\(identifier)” is not a time zone, as in Africa/Tripoli")
            }
            timeZone = zone
        }
        if let digits = try yaml.choice("digits", Digits.self) { arabicDigits = digits }
        if let color = try Self.color("accent", yaml) { accent = color }
        if let color = try Self.color("accent-dark", yaml) { accentDark = color }
        logo = try yaml.text("logo")
        if let logo, logo.contains("/") || logo.hasPrefix(".") {
            throw yaml.fault("logo", ar: "ينبغي أن يكون اسم ملف بجوار هذا الملف", en: "must be the name of a file beside this one")
        }
        sectionOrder = try yaml.texts("sections") ?? []
        if let voters = try yaml.choice("voters", Voters.self) { self.voters = voters }
        if let publishing = try yaml.choice("publishing", Publishing.self) { self.publishing = publishing }
        if let text = try yaml.text("policy") {
            guard let slug = Slug(exactly: text) else {
                throw yaml.fault(
                    "policy", ar: "«\(text)» ليس عنوان صفحة، مثل privacy-policy", en: "“\(text)” is not a page's slug, as in privacy-policy")
            }
            policy = slug
        }
    }

    private static func languages(_ tags: [String], _ yaml: StrictYAML) throws -> [Language] {
        let languages = try tags.map { tag in
            guard let language = Language(rawValue: tag) else {
                throw yaml.fault("languages", ar: "«\(tag)» ليست ar ولا en", en: "“\(tag)” is neither ar nor en")
            }
            return language
        }
        guard !languages.isEmpty, Set(languages).count == languages.count else {
            throw yaml.fault("languages", ar: "ينبغي أن تسمّي كل لغة مرة", en: "must name each language once")
        }
        return languages
    }

    private static func color(_ key: String, _ yaml: StrictYAML) throws -> Color? {
        guard let text = try yaml.text(key) else { return nil }
        guard let color = Color(text) else {
            throw yaml.fault(
                key, ar: "«\(text)» ليس لونًا مثل ‎#9b1c1c", en: "“\(text)” is not a colour such as #9b1c1c (in quotes, or YAML reads a comment)")
        }
        return color
    }
}
