import Basics
import Newsroom
import Storage

/// Where a reader has a story: what the Save control shows.
struct SaveState: Sendable {
    struct Choice: Sendable {
        /// How forms name it.
        let name: String
        let collection: ReaderCollection
        let holds: Bool
    }

    /// Read Later and Favourites, also before their first use, then her own by name.
    let choices: [Choice]

    init(_ tx: Transaction, _ work: ID<Work>, of reader: ID<Reader>) throws {
        let known = try Collections.choices(tx, work, of: reader)
        let standing = [ReaderCollection.Kind.later, .favourites].map { kind in
            known.first { $0.collection.kind == kind } ?? (ReaderCollection.unused(kind, at: tx.now), false)
        }
        choices = (standing + known.filter { $0.collection.kind == .own }).map {
            Choice(name: $0.collection.address, collection: $0.collection, holds: $0.holds)
        }
    }

    /// In words: where it is, and the number of more when there are many.
    func words(_ language: Language, _ digits: Digits) -> String {
        let names = choices.filter(\.holds).map { $0.collection.titleInText(language) }
        guard !names.isEmpty else { return CollectionWords.notSaved[language] }
        let shown = names.prefix(3).joined(separator: Phrase(ar: "، ", en: ", ")[language])
        return CollectionWords.saved(in: shown + (names.count > 3 ? " +\(digits.write(names.count - 3))" : ""))[language]
    }

    /// For the script, with the words its panel needs: the article itself is the same for all and bears none of them.
    func json(_ language: Language, _ digits: Digits) -> JSON {
        let list = choices.map { choice in
            JSON.object([
                ("code", .text(choice.name)), ("name", .text(choice.collection.title(language))), ("holds", .flag(choice.holds)),
            ])
        }
        return .object([
            ("words", .text(words(language, digits))), ("choices", .list(list)), ("undo", .text(CollectionWords.undo[language])),
            ("label", .text(CollectionWords.newName[language])), ("create", .text(CollectionWords.createAndSave[language])),
            ("all", .text(CollectionWords.all[language])), ("href", .text(SitePath.reader(language, .collections).text)),
            ("longest", .number(CollectionLimits.name)),
        ])
    }
}

/// A change to where a story is saved, as forms and scripts ask for it.
enum SaveWish: Sendable {
    case put(String)
    case take(String)
    /// Into a collection that is made for it.
    case add(name: String)
    /// Back to where it was.
    case restore(String, note: String, savedAt: Instant, position: Int64)

    init(_ form: FormBody) throws {
        if form.has("put") {
            self = .put(form["put"])
        } else if form.has("take") {
            self = .take(form["take"])
        } else if form.has("name") {
            self = .add(name: form["name"])
        } else if form.has("back"), let at = Int64(form["at"]), let place = Int64(form["place"]) {
            self = .restore(form["back"], note: form["note"], savedAt: Instant(milliseconds: at), position: place)
        } else {
            throw FormBody.unknown
        }
    }

    /// What came of it: the collection it was about, and what `restore` needs when the story was taken out.
    struct Done: Sendable {
        let collection: ReaderCollection
        let isIn: Bool
        var taken: SavedItem?

        func words(_ language: Language) -> String {
            let name = collection.titleInText(language)
            if isIn { return CollectionWords.saved(in: name)[language] }
            return taken == nil ? CollectionWords.wasNot(in: name)[language] : CollectionWords.removed(from: name)[language]
        }
    }

    func apply(_ tx: Transaction, _ work: ID<Work>, by reader: ID<Reader>) throws -> Done {
        switch self {
        case .put(let name):
            let id = try Collections.save(tx, work, in: try Collections.shelf(tx, address: name), by: reader).collection
            return Done(collection: try Collections.find(tx, id, of: reader), isIn: true)
        case .add(let name):
            let id = try Collections.add(tx, name: name, by: reader)
            try Collections.save(tx, work, in: .collection(id), by: reader)
            return Done(collection: try Collections.find(tx, id, of: reader), isIn: true)
        case .take(let name):
            let taken = try Collections.unsave(tx, work, from: try Collections.shelf(tx, address: name), by: reader)
            return Done(collection: try Self.collection(tx, name, of: reader), isIn: false, taken: taken)
        case .restore(let name, let note, let savedAt, let position):
            let item = SavedItem(work: work, note: note, savedAt: savedAt, position: position)
            try Collections.restore(tx, item, to: try Collections.shelf(tx, address: name), by: reader)
            return Done(collection: try Self.collection(tx, name, of: reader), isIn: true)
        }
    }

    private static func collection(_ tx: Transaction, _ name: String, of reader: ID<Reader>) throws -> ReaderCollection {
        guard let id = try Collections.find(tx, address: name, of: reader) else { throw Missing() }
        return try Collections.find(tx, id, of: reader)
    }
}

extension SavedItem {
    /// What a form or a script gives back to undo a removal; the note of a reader never stands in an address.
    var fields: [(String, String)] {
        [("note", note), ("at", String(savedAt.milliseconds)), ("place", String(position))]
    }
}
