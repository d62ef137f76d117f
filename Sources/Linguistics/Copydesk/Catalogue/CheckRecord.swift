import Basics
import Foundation

/// A check as `copydesk-checks.json` writes it.
struct CheckRecord: Decodable {
    struct Words: Decodable {
        let ar: String
        let en: String
        var phrase: Phrase { Phrase(ar: ar, en: en) }
    }

    struct ExampleRecord: Decodable {
        let language: Language
        let bad: String?
        let good: String?
        let said: String?
        let fix: String?
        let setting: ExampleSetting?
    }

    let id: String
    let languages: [Language]
    let level: Finding.Level?
    let scope: CheckInfo.Scope
    let quotations: Bool?
    let title: Words
    let explanation: Words
    let messages: [String: Words]
    let examples: [ExampleRecord]

    func info(rank: Int) -> CheckInfo {
        CheckInfo(
            id: id, languages: Set(languages), level: level, scope: scope, title: title.phrase, explanation: explanation.phrase,
            examples: examples.compactMap { example in
                (example.bad ?? example.good).map {
                    CheckInfo.Example(
                        language: example.language, text: $0, said: example.bad == nil ? nil : example.said ?? $0, fix: example.fix,
                        setting: example.setting ?? ExampleSetting())
                }
            },
            readsQuotations: quotations ?? true, messages: messages.mapValues(\.phrase), rank: rank)
    }
}

/// What an example needs beside its text.
struct ExampleSetting: Decodable {
    var headline: String?
    /// The other edition, from which the example is translated.
    var original: String?
    /// The article's day, as 2026-03-01.
    var date: String?
    /// Whether the example is the label of a link, or stands beside a picture without a description.
    var link: Bool?
    var picture: Bool?
    /// A name's house form, then its variants.
    var name: [String]?
    /// How often the archive has each spelling.
    var archive: [String: Int]?

    func context(for prose: Prose) -> Copydesk.Context {
        var context = Copydesk.Context(headline: headline)
        if let original {
            let other = Prose(plain: original)
            context.editions = [.init(prose: other, statements: Attribution.statements(in: other), isOriginal: true)]
        }
        if link == true { context.links = [.init(range: 0..<prose.scalars.count, text: prose.text(0..<prose.scalars.count))] }
        if picture == true { context.pictures = [.init(name: "port.jpg", alt: "")] }
        context.archive = archive ?? [:]
        let numbers = (date ?? "").split(separator: "-").compactMap { Int($0) }
        if numbers.count == 3 { context.date = CivilTime.instant(year: numbers[0], month: numbers[1], day: numbers[2])?.civil() }
        return context
    }

    func house(_ language: Language) -> Copydesk.House {
        var house = Copydesk.House()
        if let name, let form = name.first { house.names = [.init(form: [language: form], variants: Array(name.dropFirst()))] }
        return house
    }
}
