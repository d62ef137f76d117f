/// The statements one session has prepared, by their text and the types of their holes. The one longest unused goes first.
struct PreparedStatements {
    struct Statement {
        let name: String
        let holes: [PostgresHole]
        fileprivate var lastUse: Int

        func accepts(_ values: [SQLValue]) -> Bool {
            holes.count == values.count && zip(holes, values).allSatisfy { $0.accepts($1) }
        }
    }

    static let most = 200

    private var byText: [String: [Statement]] = [:]
    private var uses = 0
    private(set) var count = 0

    /// A name no statement has had.
    mutating func newName() -> String {
        uses += 1
        return "s\(uses)"
    }

    mutating func find(_ text: String, for values: [SQLValue]) -> Statement? {
        guard let index = byText[text]?.firstIndex(where: { $0.accepts(values) }) else { return nil }
        uses += 1
        byText[text]?[index].lastUse = uses
        return byText[text]?[index]
    }

    /// Keeps a statement, and returns the one that has to go for it.
    mutating func keep(_ text: String, name: String, holes: [PostgresHole]) -> Statement? {
        let evicted = count < PreparedStatements.most ? nil : removeOldest()
        uses += 1
        byText[text, default: []].append(Statement(name: name, holes: holes, lastUse: uses))
        count += 1
        return evicted
    }

    private mutating func removeOldest() -> Statement? {
        let all = byText.lazy.flatMap { text, statements in statements.map { (text, $0) } }
        guard let (text, oldest) = all.min(by: { $0.1.lastUse < $1.1.lastUse }) else { return nil }
        byText[text]?.removeAll { $0.name == oldest.name }
        if byText[text]?.isEmpty == true { byText[text] = nil }
        count -= 1
        return oldest
    }
}
