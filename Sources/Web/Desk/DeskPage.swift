import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage

/// A page of the desk: where the newsroom works. It speaks its reader's language; texts in it run as their own language does.
struct DeskPage: SitePage {
    let chrome: Chrome
    let path: DeskPath
    let title: String
    /// What has just been done, or was refused.
    var news: Phrase?
    var refusal: Refusal?
    var content = HTML()
    var scripts: [PageScript] = []
    /// Whether the page is as wide as the window: the editor is.
    var isWide = false
    /// Whether it holds another page of the site in a frame.
    var holdsFrames = false
    /// Whether nothing on the public site may change now.
    private let isFrozen: Bool
    private let role: Reader.Role

    init(
        _ tx: Transaction, _ site: Site, _ language: Language, _ path: DeskPath, _ title: String, for reader: Reader, news: Phrase? = nil,
        refusal: Refusal? = nil
    ) throws {
        chrome = try Chrome(tx, site, language)
        self.path = path
        self.title = title
        self.news = news
        self.refusal = refusal
        isFrozen = try Desk.freeze(tx) != nil
        role = reader.role
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { [] }

    var fields: HTTPFields { holdsFrames ? [.contentSecurityPolicy: SecurityHeaders.policy(frames: true)] : [:] }

    var head: Head {
        var head = Head(
            title: title, description: "", path: .desk(language, path), alternates: chrome.face.languages.map { ($0, .desk($0, path)) })
        head.isIndexed = false
        head.scripts = scripts
        return head
    }

    var trail: Trail? { nil }

    /// The ways through the desk; what a role may not do is not there.
    var navigation: HTML? {
        let ways: [(DeskPath, Phrase, Duty)] = [
            (.home(.mine), DeskWords.desk, .look), (.newStory, DeskWords.newStory, .write), (.media, LibraryWords.library, .look),
            (.speakers, SpeakerWords.title, .look), (.copydesk, CopydeskWords.title, .look),
            (.front(language), DeskWords.front, .arrange), (.staff, DeskWords.staff, .look),
            (.freeze, DeskWords.freeze, .freeze), (.audit, DeskWords.audit, .audit), (.keys, ProgramWords.keys, .connect),
            (.webhooks, ProgramWords.webhooks, .manage),
        ]
        let items = ways.filter { role.may($0.2) }.map { way, words, _ -> HTML in
            let current: HTML = way.isNear(path) ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(SitePath.desk(language, way).text)\"\(current)>\(words[language])</a></li>"
        }
        return "<nav class=\"desk-nav\" aria-label=\"\(DeskWords.desk[language])\"><ul>\(items)</ul></nav>\n"
    }

    var main: HTML {
        let status: HTML? = news.map { "<p class=\"news\" role=\"status\">\($0[language])</p>" }
        let alert: HTML? = refusal.map { "<p class=\"refusal\" role=\"alert\">\($0.words[language])</p>" }
        let frozen: HTML? =
            isFrozen
            ? "<p class=\"refusal\" role=\"note\">\(DeskWords.isFrozen[language])</p>" : nil
        return """
            <div class="desk\(isWide ? " wide" : "")"><h1><bdi>\(title)</bdi></h1>\(frozen)\(status)\(alert)\(content)</div>
            """
    }
}

extension DeskPath {
    /// Whether `other` is reached by this way.
    fileprivate func isNear(_ other: DeskPath) -> Bool {
        switch (self, other) {
        case (.home, .home), (.front, .front), (.media, .item), (.speakers, .speaker): true
        default: self == other
        }
    }
}
