import Basics
import Markup
import Newsroom

/// The library as a wall of pictures and files, with what they are looked for by, and where new ones are given.
struct LibraryHTML: Sendable {
    let chrome: Chrome
    let filter: Media.Filter
    let page: ResultPage<MediaItem>
    let mayAdd: Bool

    /// Items on a page.
    static let size = 48

    private var language: Language { chrome.language }
    private var path: String { SitePath.desk(language, .media).text }

    var html: HTML { "\(mayAdd ? adding : nil)\(filters)\(list)\(links)" }

    private var adding: HTML {
        """
        <form class="adding" method="post" enctype="multipart/form-data" action="\(path)"><div class="field"><label for="f-file">\(LibraryWords.add[language])</label>\
        <p class="hint" id="h-file">\(LibraryWords.addHint[language])</p>\
        <input id="f-file" type="file" name="file" required aria-describedby="h-file" accept="\(LibraryHTML.accepted)"></div>\
        <p class="actions"><button class="primary">\(LibraryWords.take[language])</button></p></form>
        """
    }

    static let accepted = MediaType.allCases.map(\.rawValue).joined(separator: ",")

    private var filters: HTML {
        let kinds = MediaItem.Kind.allCases.map { DeskFields.option($0.rawValue, LibraryWords.kind($0)[language], $0 == filter.kind) }
        let undescribed = chrome.face.languages.map {
            DeskFields.option($0.rawValue, LibraryWords.undescribed($0)[language], $0 == filter.undescribed)
        }
        return """
            <form class="filters" method="get" action="\(path)" role="search">\
            <div class="field"><label for="f-q">\(LibraryWords.find[language])</label>\
            <input id="f-q" name="q" type="search" value="\(filter.words)" dir="auto" maxlength="200"></div>\
            \(DeskFields.select("kind", LibraryWords.kind[language], [DeskFields.option("", LibraryWords.everyKind[language], filter.kind == nil)] + kinds))\
            \(DeskFields.select("undescribed", LibraryWords.description[language],
                [DeskFields.option("", LibraryWords.withOrWithout[language], filter.undescribed == nil)] + undescribed))\
            <p><button>\(DeskWords.show[language])</button></p></form>
            """
    }

    private var list: HTML {
        guard !page.items.isEmpty else { return "<p class=\"empty\">\(LibraryWords.none[language])</p>" }
        return "<ul class=\"wall\">\(page.items.map(card))</ul>"
    }

    private func card(_ item: MediaItem) -> HTML {
        let lacking = item.kind == .picture ? chrome.face.languages.filter { item.texts[$0]?.alt.isEmpty ?? true } : []
        let notes: [HTML?] = [
            item.state == .ready ? nil : "<span class=\"state\">\(LibraryWords.state(item.state)[language])</span>",
            lacking.isEmpty ? nil : "<span class=\"lacks\">\(LibraryWords.lacksDescription[language])</span>",
        ]
        return """
            <li><a href="\(SitePath.desk(language, .item(item.id)).text)">\(item.thumbnail ?? LibraryWords.mark(item.kind))\
            <span class="name" dir="auto">\(item.called(in: language))</span></a>\(notes.compactMap(\.self))</li>
            """
    }

    private var links: HTML? {
        PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { [path, filter] number in
            var parts: [String] = []
            if !filter.words.isEmpty { parts.append("q=\(URLComponent.encode(filter.words))") }
            if let kind = filter.kind { parts.append("kind=\(kind.rawValue)") }
            if let undescribed = filter.undescribed { parts.append("undescribed=\(undescribed.rawValue)") }
            if number > 1 { parts.append("page=\(number)") }
            return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
        }.html
    }
}

extension MediaItem {
    /// As lists of the desk name it: by what it shows, else by its file.
    func called(in language: Language) -> String {
        let texts = [language, language.other].compactMap { self.texts[$0] }
        return texts.lazy.flatMap { [$0.alt, $0.caption] }.first { !$0.isEmpty } ?? fileName
    }

    /// A small print of it, which says nothing: its name stands beside it. Nil when there is none yet.
    var thumbnail: HTML? {
        let print = variants(in: .webp).first ?? fallback
        return print.map { print in
            "<img src=\"\(print.address.path)\" alt=\"\" width=\"\(print.width)\" height=\"\(print.height)\" loading=\"lazy\" decoding=\"async\">"
        }
    }
}
