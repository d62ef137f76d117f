import Basics
import Foundation
import Markup

/// A folder of Markdown: one file per edition with its front matter, and beside them what the files refer to.
///
///     newsroom.yaml  sections.yaml  people.yaml  topics.yaml  pictures.yaml      all of them optional
///     articles/KEY.ar.md  articles/KEY.en.md  pages/KEY.en.md  pictures/NAME.jpg
struct MarkdownFolder: Sendable {
    let path: String

    /// Sections, topics and people by the key that files name them by.
    struct Named: Sendable {
        let key: String
        let parent: String?
        let names: [Language: LocalName]
        let biographies: [Language: String]

        /// The names as people sign with them.
        var signatures: [Language: Person.Name] {
            names.reduce(into: [:]) { $0[$1.key] = Person.Name(name: $1.value.name, biography: biographies[$1.key] ?? "") }
        }

        /// Over all that is said here.
        var digest: Digest {
            let texts = Language.allCases.map { language in
                [names[language]?.name, names[language]?.slug.text, names[language]?.description, biographies[language]].map { $0 ?? "" }
            }
            return Digest(of: ([parent ?? ""] + texts.joined()).joined(separator: "\u{1F}"))
        }
    }

    struct PictureNotes: Sendable {
        let texts: [Language: MediaTexts]
        let licence: String
        let focal: FocalPoint

        /// Over all that is said here.
        var digest: Digest {
            let words = Language.allCases.flatMap { [texts[$0]?.alt, texts[$0]?.caption, texts[$0]?.credit].map { $0 ?? "" } }
            return Digest(of: (words + [licence, "\(focal.x)", "\(focal.y)"]).joined(separator: "\u{1F}"))
        }
    }

    func sections() throws -> [Named] { try named("sections.yaml", allow: ["key", "parent", "name", "slug", "description"]) }
    func topics() throws -> [Named] { try named("topics.yaml", allow: ["key", "name", "slug", "description"]) }
    func people() throws -> [Named] { try named("people.yaml", allow: ["key", "name", "bio"]) }

    private func named(_ file: String, allow known: [String]) throws -> [Named] {
        guard let text = try text(of: file) else { return [] }
        var keys: Set<String> = []
        return try StrictYAML.list(text, file: file).map { item in
            try item.allow(known)
            guard let key = try item.text("key") else { throw item.fault("key", ar: "مفقود", en: "is missing") }
            guard !keys.contains(key) else { throw item.fault("key", ar: "«\(key)» مكرر", en: "“\(key)” stands here twice") }
            let parent = try item.text("parent")
            if let parent, !keys.contains(parent) {
                throw item.fault("parent", ar: "لا يوجد «\(parent)» قبله", en: "there is no “\(parent)” above it")
            }
            keys.insert(key)
            let (slugs, descriptions) = (try item.byLanguage("slug"), try item.byLanguage("description"))
            let names = try item.byLanguage("name").reduce(into: [Language: LocalName]()) { names, pair in
                let slug = slugs[pair.key].flatMap { Slug(from: $0) } ?? Slug(from: pair.value) ?? Slug(trusted: key)
                names[pair.key] = LocalName(name: pair.value, slug: slug, description: descriptions[pair.key] ?? "")
            }
            guard !names.isEmpty else { throw item.fault("name", ar: "مفقود", en: "is missing") }
            return Named(key: key, parent: parent, names: names, biographies: try item.byLanguage("bio"))
        }
    }

    /// What is said of each picture, by its file's name.
    func pictures() throws -> [String: PictureNotes] {
        guard let text = try text(of: "pictures.yaml") else { return [:] }
        let yaml = try StrictYAML(text, file: "pictures.yaml")
        return try yaml.keys.reduce(into: [:]) { notes, name in
            guard let item = try yaml.mapping(name) else { return }
            try item.allow(["alt", "caption", "credit", "licence", "focal"])
            let (alt, caption, credit) = (try item.byLanguage("alt"), try item.byLanguage("caption"), try item.byLanguage("credit"))
            let texts = Language.allCases.reduce(into: [:]) { texts, language in
                texts[language] = MediaTexts(alt: alt[language] ?? "", caption: caption[language] ?? "", credit: credit[language] ?? "")
            }
            let focal = try item.numbers("focal") ?? [0.5, 0.5]
            guard focal.count == 2 else { throw item.fault("focal", ar: "ينبغي أن يكون عددين", en: "must be two numbers from 0 to 1") }
            notes[name] = PictureNotes(texts: texts, licence: try item.text("licence") ?? "", focal: try FocalPoint(x: focal[0], y: focal[1]))
        }
    }

    /// The paths of all Markdown files, in order.
    func documents() throws -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: path) else {
            throw Refusal(.notFound, ar: "لا يوجد مجلد \(path)", en: "There is no folder \(path)")
        }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.sorted()
    }

    /// The text of a file; nil when it is not there.
    func text(of file: String) throws -> String? {
        guard let data = FileManager.default.contents(atPath: path + "/" + file) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Refusal(.invalid, ar: "\(file): ليس نص UTF-8", en: "\(file): is no text in UTF-8")
        }
        return text
    }
}
