import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What someone wanted to do and must log in for: kept through the log-in, said before, and done once she is in.
///
/// It travels as where she is led back to and one field more, in the address of the log-in page and in its form.
struct Errand: Sendable {
    enum Act: Sendable {
        case vote(VoteChoice)
        /// Into Read Later or Favourites: her own collections she is shown once she is logged in.
        case save(ReaderCollection.Kind)
    }

    let next: NextPath?
    /// With the article that it is about.
    let act: (Act, language: Language, slug: Slug)?

    /// Out of a query or a form. Whatever does not fit together is left out.
    private init(_ field: (String) -> String?) {
        next = field("next").flatMap { NextPath($0) }
        let target = next.flatMap { ArticleAddress($0.text) }
        act = target.flatMap { target in
            switch target.page {
            case "vote": field("vote").flatMap { VoteChoice(rawValue: $0) }.map { (.vote($0), target.language, target.slug) }
            case "save": field("save").flatMap { Self.shelf($0) }.map { (.save($0), target.language, target.slug) }
            default: nil
            }
        }
    }

    init(_ request: Request) { self.init(request.query) }

    init(_ form: FormBody) { self.init { form.has($0) ? form[$0] : nil } }

    /// The address of the log-in page that it goes through.
    static func logIn(_ language: Language, next: SitePath, _ act: Act? = nil) -> String {
        let back = SitePath.reader(language, .logIn).text + "?next=" + URLComponent.encode(next.text)
        guard let (name, value) = act.map(field) else { return back }
        return back + "&\(name)=\(value)"
    }

    private var fields: [(name: String, value: String)] {
        [next.map { ("next", $0.text) }, act.map { Self.field($0.0) }].compactMap(\.self)
    }

    /// What a form carries on.
    var hidden: HTML {
        fields.reduce(HTML()) { $0 + "<input type=\"hidden\" name=\"\($1.name)\" value=\"\($1.value)\">" }
    }

    /// What an address carries on, with its question mark; empty when there is nothing.
    var query: String {
        fields.isEmpty ? "" : "?" + fields.map { "\($0.name)=\(URLComponent.encode($0.value))" }.joined(separator: "&")
    }

    /// What the form bears on, with words for what it will also do: whoever was led here by another site sees it before.
    func html(_ language: Language) -> HTML? {
        guard let next else { return nil }
        guard let act = act?.0 else {
            let isOfCollections = next.text.hasPrefix(SitePath.reader(language, .collections).text)
            return hidden + (isOfCollections ? "<p class=\"news\">\(CollectionWords.signedOut[language])</p>" : HTML())
        }
        return hidden + "<p class=\"news\">\(Self.words(act)[language])</p>"
    }

    /// Does it. A story that is gone meanwhile, closed to votes, or saved already is no reason not to log in: the page she is led to says so.
    func finish(_ site: Site, _ reader: Reader) async {
        guard let (act, language, slug) = act else { return }
        _ = try? await site.newsroom.database.writeTogether { tx in
            // Staff without a second step do nothing before they have one.
            guard try !reader.role.isStaff || Factors.areAsked(tx, of: reader) else { return }
            guard let edition = try Articles.edition(tx, .article, language, slug: slug), edition.visibility == .published else { return }
            switch act {
            case .vote(let choice): try Votes.cast(tx, edition.workID, by: reader.id, choice.vote)
            case .save(let kind): try Collections.save(tx, edition.workID, in: kind == .later ? .later : .favourites, by: reader.id)
            }
        }
    }

    private static func field(_ act: Act) -> (name: String, value: String) {
        switch act {
        case .vote(let choice): ("vote", choice.rawValue)
        case .save(let kind): ("save", kind.rawValue)
        }
    }

    private static func words(_ act: Act) -> Phrase {
        switch act {
        case .vote(let choice): VoteWords.pending(choice)
        case .save(let kind): CollectionWords.pending(kind)
        }
    }

    static func shelf(_ name: String) -> ReaderCollection.Kind? {
        ReaderCollection.Kind(rawValue: name).flatMap { [.later, .favourites].contains($0) ? $0 : nil }
    }
}
