import Basics
import Foundation

/// How much a reader can keep, and what she is told beyond it. Lengths are counted in Unicode code points.
package enum CollectionLimits {
    package static let collections = 500
    package static let items = 5_000
    package static let name = 120
    package static let description = 2_000
    package static let note = 2_000

    /// A name fit to be kept. Refuses with `invalid` one that is too long or has nothing to be seen in it.
    static func name(_ typed: String) throws -> String {
        let name = TypedText.line(typed).precomposedStringWithCanonicalMapping
        guard TypedText.isVisible(name) else {
            throw Refusal(.invalid, ar: "سمِّ المجموعة.", en: "Give the collection a name.", field: "name")
        }
        guard name.unicodeScalars.count <= Self.name else {
            throw Refusal(
                .invalid, ar: "الاسم أطول من \(Self.name) حرفًا.", en: "The name is longer than \(Self.name) characters.", field: "name")
        }
        return name
    }

    static func description(_ typed: String) throws -> String {
        let text = TypedText.paragraphs(typed)
        guard text.unicodeScalars.count <= description else {
            throw Refusal(
                .invalid, ar: "الوصف أطول من \(description) حرف.", en: "The description is longer than \(description) characters.",
                field: "description")
        }
        return text
    }

    static func note(_ typed: String) throws -> String {
        let text = TypedText.paragraphs(typed)
        guard text.unicodeScalars.count <= note else {
            throw Refusal(.invalid, ar: "الملاحظة أطول من \(note) حرف.", en: "The note is longer than \(note) characters.", field: "note")
        }
        return text
    }

    /// By this two names are the same: case and canonical form tell none apart.
    static func key(of name: String) -> String { name.lowercased().precomposedStringWithCanonicalMapping }

    static var tooManyCollections: Refusal {
        Refusal(
            .conflict, ar: "لديك \(collections) مجموعة، وهذا أقصى ما يُحفظ: احذف واحدة لتنشئ أخرى.",
            en: "You have \(collections) collections, which is as many as there can be: delete one to make another.")
    }

    static var tooManyItems: Refusal {
        Refusal(
            .conflict, ar: "في هذه المجموعة \(items) خبر، وهذا أقصى ما تسعه: احفظه في مجموعة أخرى.",
            en: "This collection holds \(items) stories, which is as many as it can: save it to another one.")
    }
}
