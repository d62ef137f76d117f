import Basics
import Foundation
import Markup

/// Works out what is to become of an item.
struct WordPressPlanner: Sendable {
    let terms: WordPressTerms
    let file: String
    /// The language of what says nothing of its language and shows none.
    let mainLanguage: Language

    /// Raised when the same item would be taken in differently: then a second import brings it up to date.
    static let version = 1

    func plan(_ item: WordPressItem) -> WordPressPlan {
        var notes: [Phrase] = []
        let outcome = outcome(item, &notes)
        let id = item.id.map(String.init) ?? "\(item.type):\(item.guid.isEmpty ? item.link : item.guid)"
        return WordPressPlan(
            place: ImportReport.Place(file: file, line: item.line, item: item.number, id: id, title: String(item.title.prefix(120))),
            kind: item.type, sourceID: item.sourceID, digest: item.digest(version: Self.version), outcome: outcome, notes: notes)
    }

    private func outcome(_ item: WordPressItem, _ notes: inout [Phrase]) -> WordPressPlan.Outcome {
        switch item.type {
        case "attachment": return attachment(item, &notes)
        case "guest-author": return guestAuthor(item)
        case "post", "page": return edition(item, &notes)
        default: return .skip(Self.reason(type: item.type))
        }
    }

    private static func reason(type: String) -> Phrase {
        switch type {
        case "nav_menu_item", "wp_navigation":
            Phrase(ar: "بند من قائمة التنقل: تُبنى القوائم هنا من الأقسام", en: "an entry of a menu: menus are made from the sections here")
        case "revision": Phrase(ar: "مراجعة قديمة", en: "an old revision")
        case "snax_collection": Phrase(ar: "مجموعة قارئ: تُستورد مع حسابات القراء", en: "a reader's collection: imported with the readers' accounts")
        case "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "custom_css", "customize_changeset":
            Phrase(ar: "من شكل الموقع القديم (\(type))", en: "a part of the old site's looks (\(type))")
        default: Phrase(ar: "من نوع «\(type)»، وهو ليس خبرًا ولا صفحة ولا ملفًا", en: "of the type “\(type)”, which is no story, page or file")
        }
    }

    /// A guest author of Co-Authors Plus: a person who signs without an account.
    private func guestAuthor(_ item: WordPressItem) -> WordPressPlan.Outcome {
        let login = item.meta("cap-user_login") ?? item.slug.text
        let name = item.meta("cap-display_name") ?? item.title
        guard !login.isEmpty, !name.isEmpty else {
            return .skip(Phrase(ar: "كاتب ضيف بلا اسم", en: "a guest author without a name"))
        }
        return .person(
            PlannedPerson(
                login: login, name: PlainText.of(name), biography: PlainText.of(item.meta("cap-description") ?? ""),
                email: item.meta("cap-user_email").flatMap { $0.isEmpty ? nil : $0 }))
    }
}

/// Text out of a field in which WordPress allows markup and character references.
enum PlainText {
    static func of(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return collapsed(text) }
        return collapsed(StoryParser.html(text).story.plainText)
    }

    private static func collapsed(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace || $0.value == 0 }.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

extension WordPressItem {
    /// By this a second import knows the item: its number and its GUID, without the host, which changes when a site moves. Two installations
    /// under one address may have given one number to two items.
    fileprivate var sourceID: String {
        let guid = Redirects.normal(guid.isEmpty ? link : guid) ?? ""
        return id.map { "\($0) \(guid)" } ?? guid
    }

    /// Over everything the item says but its place in the file.
    func digest(version: Int) -> Digest {
        var text = "\(version)"
        func add(_ parts: String...) {
            for part in parts { text += "\u{1F}\(part.utf8.count)\u{1F}" + part }
        }
        add(type, status, title, link, guid, creator, content, excerpt, slug.written, password ?? "", attachmentURL ?? "")
        add("\(date?.milliseconds ?? 0)", "\(modified?.milliseconds ?? 0)", "\(parentID ?? 0)", "\(isSticky)")
        for category in categories { add(category.domain, category.nicename.written, category.name) }
        for field in meta { add(field.key, field.value) }
        for comment in comments { add("\(comment.id ?? 0)", comment.author, comment.content, comment.approval.rawValue) }
        return Digest(of: text)
    }
}
