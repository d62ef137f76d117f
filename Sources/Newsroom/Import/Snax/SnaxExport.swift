import Basics
import Foundation

/// What the exports of a site say about the old plugin: whose collections there are, and what its counters said.
struct SnaxExport: Sendable {
    struct Owner: Sendable {
        /// The account's number on the old site, or its login where the export has no number.
        let sourceID: String
        let email: EmailAddress?
    }

    struct Collection: Sendable {
        let place: ImportReport.Place
        let sourceID: String
        let owner: String
        let title: String
        let description: String
        /// The old plugin's own lists: `history`, `favourites`, `read-later`.
        let standard: String?
        let isPublic: Bool
        let createdAt: Instant?
    }

    /// What stood under a post.
    struct Counters: Sendable {
        let place: ImportReport.Place
        let post: Int64
        let up: Int
        let down: Int
        /// Votes that the old system's owner had invented.
        let invented: Int
    }

    private(set) var site = ""
    private(set) var collections: [Collection] = []
    private(set) var counters: [Counters] = []
    private var owners: [String: Owner] = [:]
    private var emails: [String: EmailAddress] = [:]
    private var terms = WordPressTerms()

    /// Reads all files, on a thread of its own. Refuses those of more than one site, and one that is no export.
    static func read(_ files: [String]) async throws -> SnaxExport {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try SnaxExport(files) }) }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    private init(_ files: [String]) throws {
        for file in files {
            terms = WordPressTerms()
            var refused: Phrase?
            try WordPressReader().read(ExportFile(path: file)) { event in
                switch event {
                case .site(let site): terms.add(site)
                case .author(let author): add(author)
                case .item(let item): add(item, file)
                case .fault(let fault): if fault.severity == .refusal { refused = fault.words }
                case .term: break
                }
            }
            if let refused { throw Refusal(.invalid, ar: "\(file): \(refused.ar)", en: "\(file): \(refused.en)") }
            guard site.isEmpty || site == terms.siteKey else {
                throw Refusal(
                    .invalid, ar: "الملفات من موقعين: \(site) و\(terms.siteKey). استورد كل موقع وحده.",
                    en: "The files are of two sites, \(site) and \(terms.siteKey): import one at a time.")
            }
            site = terms.siteKey
        }
    }

    func owner(_ login: String) -> Owner { owners[login] ?? Owner(sourceID: "login:\(login)", email: nil) }

    /// The e-mail address of an account by its number; nil for those the exports do not name: they list only who has written something.
    func email(of number: Int64) -> EmailAddress? { emails[String(number)] }

    private mutating func add(_ author: WordPressAuthor) {
        let email = EmailAddress(author.email)
        let sourceID = author.id.map(String.init) ?? "login:\(author.login)"
        owners[author.login] = Owner(sourceID: sourceID, email: email)
        if let email { emails[sourceID] = email }
    }

    private mutating func add(_ item: WordPressItem, _ file: String) {
        let place = ImportReport.Place(
            file: file, line: item.line, item: item.number, id: item.id.map(String.init), title: String(item.title.prefix(120)))
        guard let id = item.id else { return }
        if item.type == "snax_collection" {
            collections.append(
                Collection(
                    place: place, sourceID: String(id), owner: item.creator, title: PlainText.of(item.title), description: PlainText.of(item.excerpt),
                    standard: item.meta("_snax_abstract"),
                    // Both must say so: where the old system disagreed with itself, the reader keeps her privacy.
                    isPublic: item.status == "publish" && item.meta("_snax_visibility") == "public", createdAt: item.date))
        } else if ["_snax_upvote_count", "_snax_downvote_count", "_snax_fake_vote_count"].contains(where: { item.meta($0) != nil }) {
            func number(_ key: String) -> Int { item.meta(key).flatMap { Int($0) } ?? 0 }
            counters.append(
                Counters(
                    place: place, post: id, up: number("_snax_upvote_count"), down: number("_snax_downvote_count"),
                    invented: number("_snax_fake_vote_count")))
        }
    }
}
