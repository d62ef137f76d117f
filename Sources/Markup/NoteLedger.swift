/// Gathers notes, adding up those of one kind and name.
struct NoteLedger {
    static let most = 200
    static let longestExcerpt = 80

    private(set) var notes: [StoryNote] = []
    private var places: [Key: Int] = [:]

    private struct Key: Hashable {
        let kind: StoryNote.Kind
        let name: String
    }

    mutating func add(_ kind: StoryNote.Kind, _ name: String, excerpt: String = "") {
        let short = String(excerpt.prefix(NoteLedger.longestExcerpt))
        let name = String(name.prefix(NoteLedger.longestExcerpt))
        add(StoryNote(kind, name, excerpt: short.isEmpty ? nil : short))
    }

    mutating func add(_ note: StoryNote) {
        // A hostile text can hold any number of names; past a point only the kinds are told apart.
        var key = Key(kind: note.kind, name: note.name)
        if places[key] == nil, notes.count >= NoteLedger.most { key = Key(kind: note.kind, name: "…") }
        if let place = places[key] {
            notes[place].count += note.count
        } else {
            places[key] = notes.count
            notes.append(StoryNote(key.kind, key.name, count: note.count, excerpt: note.excerpt))
        }
    }
}
