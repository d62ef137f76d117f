import Basics
import Storage

/// What a reader does with stories.
extension RecordSet {
    static let votes = RecordSet(
        "votes", Phrase(ar: "أصواتك", en: "Your votes"),
        reason: Phrase(
            ar: "ليُحسب لك صوت واحد في كل خبر، ولتغيّره متى شئت. لا يرى غيرك كيف صوّتّ.",
            en: "So that you have one vote on each story, and can change it. Nobody else sees how you voted."),
        retention: Phrase(
            ar: "حتى تسحبها. وإن محوت حسابك بقيت في العدّ بلا اسم ولا ساعة.",
            en: "Until you take them back. When you erase your account they stay in the count, with neither your name nor the hour."),
        tables: [
            Table("votes", given: ["work_id", "value", "cast_at"], withheld: ["id", "origin", "reader_id", "guest", "voter_id"])
        ],
        erasing: .by { try Votes.forget($0, $1.id) }, count: counting { "votes WHERE reader_id = \($0.id)" },
        records: { tx, person in
            let rows = try tx.all("SELECT work_id, value, cast_at FROM votes WHERE reader_id = \(person.id) ORDER BY cast_at, id") {
                (work: try $0["work_id"] as ID<Work>, vote: try $0["value"] as Vote, at: try $0["cast_at"] as Instant)
            }
            let stories = try NamedStory.find(tx, rows.map(\.work), person.language)
            return rows.map { row in
                let vote = row.vote == .up ? Phrase(ar: "مؤيد", en: "up") : Phrase(ar: "معارض", en: "down")
                return Record(
                    (.story, .text(stories[row.work]?.headline)), (.page, stories[row.work].map { .page($0.path) }),
                    (.vote, .word(row.vote == .up ? "up" : "down", vote)), (.votedAt, .moment(row.at)))
            }
        })

    static let collections = RecordSet(
        "collections", Phrase(ar: "مجموعاتك وما حفظته", en: "Your collections and what you saved"),
        reason: Phrase(ar: "لأنك حفظتها. لا يرى ملاحظاتك غيرك.", en: "Because you saved it. Nobody else sees your notes."),
        retention: Phrase(ar: "حتى تحذفها.", en: "Until you delete it."), place: .collections,
        tables: [
            Table(
                "collections",
                given: ["code", "kind", "name", "description", "visibility", "sorting", "cover_work_id", "created_at"],
                withheld: ["id", "reader_id", "voter_id", "name_key", "link_salt", "link_digest"]),
            Table("collection_items", given: ["work_id", "position", "note", "saved_at"], withheld: ["collection_id"]),
        ],
        erasing: .withAccount, count: counting { "collections WHERE reader_id = \($0.id) AND kind <> 'history'" },
        records: { tx, person in try kept(tx, person, "c.kind <> 'history'") })

    static let history = RecordSet(
        "history", Phrase(ar: "سجل قراءتك", en: "Your reading history"),
        reason: Phrase(ar: "فقط إن اخترت أن نحفظ ما تفتحه.", en: "Only if you chose that we keep what you open."),
        retention: Phrase(ar: "حتى توقفه، وآخر خمسة آلاف خبر على الأكثر.", en: "Until you switch it off; at most the last five thousand stories."),
        // Its rows are in the tables of collections.
        place: .collections, tables: [], erasing: .withAccount,
        count: counting {
            "collection_items i JOIN collections c ON c.id = i.collection_id WHERE c.reader_id = \($0.id) AND c.kind = 'history'"
        },
        records: { tx, person in
            let ids = try tx.all("SELECT id FROM collections WHERE reader_id = \(person.id) AND kind = 'history'") {
                try $0["id"] as ID<ReaderCollection>
            }
            return try ids.flatMap { try items(tx, person, $0) }
        })

    private static func kept(_ tx: Transaction, _ person: Person, _ condition: SQL) throws -> [Record] {
        let collections = try tx.all(
            """
            SELECT \(ReaderCollection.columns), c.cover_work_id FROM collections c
            WHERE c.reader_id = \(person.id) AND \(condition) ORDER BY c.created_at, c.id
            """
        ) { (collection: try ReaderCollection($0), cover: try $0["cover_work_id"] as ID<Work>?) }
        let covers = try NamedStory.find(tx, collections.compactMap(\.cover), person.language)
        return try collections.map { collection, cover in
            Record(
                (.kind, .word(collection.kind.rawValue, collection.kind.words)), (.title, .text(collection.name)),
                (.code, .text(collection.code)), (.description, .text(collection.description)),
                (.visibility, .word(collection.visibility.rawValue, collection.visibility.words)),
                (.sorting, .word(collection.sorting.rawValue, collection.sorting.words)),
                (.cover, .text(cover.flatMap { covers[$0]?.headline })), (.madeAt, .moment(collection.createdAt)),
                (.items, .records(try items(tx, person, collection.id))))
        }
    }

    private static func items(_ tx: Transaction, _ person: Person, _ id: ID<ReaderCollection>) throws -> [Record] {
        let rows = try tx.all(
            "SELECT work_id, position, note, saved_at FROM collection_items WHERE collection_id = \(id) ORDER BY saved_at, work_id"
        ) {
            (
                work: try $0["work_id"] as ID<Work>, position: try $0["position"] as Int, note: try $0["note"] as String,
                at: try $0["saved_at"] as Instant
            )
        }
        let stories = try NamedStory.find(tx, rows.map(\.work), person.language)
        return rows.map { row in
            Record(
                (.story, .text(stories[row.work]?.headline)), (.page, stories[row.work].map { .page($0.path) }), (.note, .text(row.note)),
                (.savedAt, .moment(row.at)), (.position, .number(row.position)))
        }
    }
}

/// A story by its name, in the reader's language when it is told in it.
struct NamedStory: Sendable {
    let headline: String
    let path: SitePath

    static func find(_ tx: Transaction, _ works: [ID<Work>], _ language: Language) throws -> [ID<Work>: NamedStory] {
        var found: [ID<Work>: NamedStory] = [:]
        // So many at a time: a statement holds no more bindings than both engines take.
        for start in stride(from: 0, to: works.count, by: 500) {
            try tx.forEach(
                """
                SELECT e.work_id, e.kind, e.language, e.slug, r.headline FROM editions e JOIN revisions r ON r.id = e.published_id
                WHERE e.work_id IN \(list: Array(works[start..<min(start + 500, works.count)]))
                ORDER BY CASE WHEN e.language = \(language) THEN 1 ELSE 0 END
                """
            ) { row in
                let (kind, language, slug): (Work.Kind, Language, Slug) = (try row["kind"], try row["language"], try row["slug"])
                let path = kind == .article ? SitePath.article(language, slug) : .page(language, slug)
                found[try row["work_id"]] = NamedStory(headline: try row["headline"], path: path)
            }
        }
        return found
    }
}

extension ReaderCollection.Kind {
    var words: Phrase {
        switch self {
        case .later: Phrase(ar: "للقراءة لاحقًا", en: "Read later")
        case .favourites: Phrase(ar: "المفضلة", en: "Favourites")
        case .history: Phrase(ar: "سجل القراءة", en: "Reading history")
        case .own: Phrase(ar: "مجموعة لك", en: "A collection of your own")
        }
    }
}

extension ReaderCollection.Visibility {
    var words: Phrase {
        switch self {
        case .private: Phrase(ar: "أنت وحدك", en: "You alone")
        case .unlisted: Phrase(ar: "من عنده الرابط", en: "Whoever has the link")
        case .public: Phrase(ar: "الجميع", en: "Everyone")
        }
    }
}

extension ReaderCollection.Sorting {
    var words: Phrase {
        switch self {
        case .newest: Phrase(ar: "الأحدث أولًا", en: "The newest first")
        case .oldest: Phrase(ar: "الأقدم أولًا", en: "The oldest first")
        case .byHand: Phrase(ar: "بترتيبك", en: "As you put them")
        }
    }
}
