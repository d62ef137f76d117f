import Basics
import Markup
import Newsroom
import Storage

/// The picture above a story's text, and those that it can be chosen from: those in the text, then those of the library.
struct LeadPictureHTML: Sendable {
    private let chrome: Chrome
    private let edition: Edition
    private let current: MediaItem?
    private let choices: [MediaItem]
    private let words: String
    private let mayChange: Bool

    private static let most = 24

    /// `words` are what the library is searched for.
    init(
        _ tx: Transaction, _ chrome: Chrome, _ edition: Edition, _ work: Work, _ content: Content, words: String, mayChange: Bool
    ) throws {
        self.chrome = chrome
        self.edition = edition
        self.words = words
        self.mayChange = mayChange
        let inText = try Media.items(tx, content.media.union([work.mediaID].compactMap(\.self)))
        current = work.mediaID.flatMap { inText[$0] }
        let found = try Media.page(tx, .init(words: words, kind: .picture, isReady: true), number: 1, size: Self.most).items
        let near = words.isEmpty ? inText.values.filter { $0.fallback != nil }.sorted { $0.id < $1.id } : []
        let all = near + found
        var seen = Set([work.mediaID].compactMap(\.self))
        choices = Array(all.filter { seen.insert($0.id).inserted }.prefix(Self.most))
    }

    private var language: Language { chrome.language }
    private var action: String { SitePath.desk(language, .part(edition.id, .picture)).text }

    var html: HTML { "\(standing)\(mayChange ? "\(search)\(wall)" : nil)" }

    private var standing: HTML {
        guard let current else { return "<p>\(DeskWords.noPicture[language])</p>" }
        let remove: HTML? =
            mayChange
            ? ButtonForm(
                action: action, words: DeskWords.removePicture, language: language, field: "<input type=\"hidden\" name=\"picture\" value=\"\">"
            ).html : nil
        return """
            <div class="lead-picture"><a href="\(SitePath.desk(language, .item(current.id)).text)">\(current.thumbnail ?? LibraryWords.mark(current.kind))\
            <span dir="auto">\(current.called(in: language))</span></a>\(remove)</div>
            """
    }

    private var search: HTML {
        """
        <form class="filters" method="get" action="\(SitePath.desk(language, .part(edition.id, .details)).text)#picture" role="search">\
        <div class="field"><label for="f-q">\(DeskWords.findPicture[language])</label>\
        <input id="f-q" name="q" type="search" value="\(words)" dir="auto" maxlength="200"></div>\
        <p><button>\(Words.search[language])</button> <a href="\(SitePath.desk(language, .media).text)">\(LibraryWords.library[language])</a></p></form>
        """
    }

    private var wall: HTML {
        guard !choices.isEmpty else { return "<p class=\"empty\">\(LibraryWords.none[language])</p>" }
        let items = choices.map { item -> HTML in
            let name = item.called(in: language)
            return """
                <li><button name="picture" value="\(item.id.rawValue)" aria-label="\(DeskWords.choosePicture[language]): \(name)">\(item.thumbnail)\
                <span class="name" dir="auto">\(name)</span></button></li>
                """
        }
        return "<form method=\"post\" action=\"\(action)\"><ul class=\"wall small\">\(items)</ul></form>"
    }
}
