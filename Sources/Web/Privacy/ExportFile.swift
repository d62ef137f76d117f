import Basics
import Foundation
import Markup
import Newsroom

/// All that is kept about a reader, as a file for her.
struct ExportFile: Sendable {
    let exports: [Accounts.Export]
    let reader: Reader
    let chrome: Chrome

    private var language: Language { chrome.language }

    /// As in `news.example-2020-05-31`, without its ending.
    var name: String {
        let host = URL(string: chrome.origin)?.host ?? "newsroom"
        return
            "\(host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })-\(chrome.face.civil(chrome.now).rfc3339.prefix(10))"
    }

    // MARK: For programs

    /// Each kind of record says for itself what it is, why it is kept and how long; times are of UTC.
    var json: JSON {
        let records = exports.map { export -> (String, JSON?) in
            let set = export.set
            return (
                set.key,
                .object([
                    ("what", .text(set.name[language])), ("why", .text(set.reason[language])), ("howLong", .text(set.retention[language])),
                    ("count", .number(export.records.count)), ("records", .list(export.records.map(json))),
                ])
            )
        }
        return .object([
            ("about", .text(ExportWords.about(reader, chrome.name)[language])), ("site", .text(chrome.origin)),
            ("madeAt", .text(chrome.now.civil().rfc3339)), ("language", .text(language.rawValue)), ("kept", .object(records)),
        ])
    }

    private func json(_ record: Record) -> JSON { .object(record.fields.map { ($0.key.rawValue, json($0.value)) }) }

    private func json(_ value: RecordValue) -> JSON {
        switch value {
        case .text(let text): .text(text)
        case .word(let word, _): .text(word)
        case .number(let number): .number(number)
        case .flag(let flag): .flag(flag)
        case .moment(let moment): .text(moment.civil().rfc3339)
        case .page(let path): .text(chrome.absolute(path))
        case .records(let records): .list(records.map(json))
        }
    }

    // MARK: To be read

    /// A whole document that needs nothing but itself: it is read from a folder, far from the site.
    var html: HTML {
        let title = ExportWords.about(reader, chrome.name)[language]
        let parts = exports.map { export -> HTML in
            let set = export.set
            let records: HTML =
                export.records.isEmpty ? "<p class=\"none\">\(ExportWords.none[language])</p>" : html(export.records)
            return """
                <section><h2>\(set.name[language]) (\(chrome.digits.write(export.records.count)))</h2>\
                <p class="why">\(set.reason[language]) \(PrivacyWords.howLong[language]) \(set.retention[language])</p>\(records)</section>

                """
        }
        return """
            <!doctype html>
            <html lang="\(language.rawValue)" dir="\(language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.7 Georgia, "Noto Naskh Arabic", serif; overflow-wrap: break-word; }
            h1 { font-size: 1.6rem; line-height: 1.3; } h2 { margin-block: 2.5rem .25rem; border-block-start: 1px solid; padding-block-start: 1rem; font-size: 1.3rem; }
            .why, .none { margin-block: .25rem; } ol { padding-inline-start: 1.75rem; } li { margin-block: .75rem; }
            dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .1rem 1rem; margin: 0; } dt { font-weight: 700; } dd { margin: 0; }
            @media (max-width: 30rem) { dl { display: block; } dd { margin-block-end: .4rem; } }
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <p>\(ExportWords.madeAt[language]) \(chrome.dateAndClock(chrome.now)) (<bdi>\(chrome.face.timeZone.identifier)</bdi>). \(PrivacyWords.takeAlongLead[language])</p>
            \(parts)</main>
            </body>
            </html>

            """
    }

    private func html(_ records: [Record]) -> HTML {
        let items = records.map { record -> HTML in
            "<li><dl>\(record.fields.map { "<dt>\($0.key.label[language])</dt><dd>\(html($0.value))</dd>" as HTML })</dl></li>\n"
        }
        return "<ol>\(items)</ol>"
    }

    private func html(_ value: RecordValue) -> HTML {
        switch value {
        case .text(let text): "<bdi>\(text)</bdi>"
        case .word(_, let words): "\(words[language])"
        case .number(let number): "\(chrome.digits.write(number))"
        case .flag(let flag): "\((flag ? ExportWords.yes : ExportWords.no)[language])"
        case .moment(let moment): chrome.dateAndClock(moment)
        case .page(let path): "<a href=\"\(chrome.absolute(path))\"><bdi>\(chrome.absolute(path).removingPercentEncoding ?? path.text)</bdi></a>"
        case .records(let records): records.isEmpty ? "\(ExportWords.none[language])" : html(records)
        }
    }
}

enum ExportWords {
    static let none = Phrase(ar: "لا شيء.", en: "Nothing.")
    static let yes = Phrase(ar: "نعم", en: "yes")
    static let no = Phrase(ar: "لا", en: "no")
    static let madeAt = Phrase(ar: "أُعدّ هذا الملف في", en: "This file was made at")

    static func about(_ reader: Reader, _ newsroom: String) -> Phrase {
        Phrase(ar: "كل ما تحفظه «\(newsroom)» عن \(reader.email)", en: "All that \(newsroom) keeps about \(reader.email)")
    }
}
