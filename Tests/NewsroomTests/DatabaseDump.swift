import Basics
@testable import Storage

/// All that is in a database, to compare one with another.
struct DatabaseDump: Equatable {
    /// Each table's rows, every value by its column's name, sorted.
    private(set) var rows: [String: [String]] = [:]

    /// Reads every table that the newsroom writes to, without the columns and tables left out.
    init(_ database: Database, without columns: Set<String> = [], tables left: Set<String> = []) async throws {
        rows = try await database.read { tx in
            var rows: [String: [String]] = [:]
            for table in try Self.tables(tx) where !left.contains(table) {
                let name = SQL(stringLiteral: table)
                var lines: [String] = []
                try tx.forEach("SELECT * FROM \(name)") { row in
                    let shown = zip(row.columns.names, row.values).filter { !columns.contains($0.0) && $0.0 != "tokens" }
                    lines.append(shown.map { "\($0.0)=\(Self.text($0.1))" }.joined(separator: "|"))
                }
                rows[table] = lines.sorted()
            }
            return rows
        }
    }

    /// How the index of search happens to be laid down: what is left is which editions it holds.
    static let searchLayout = (columns: Set(["segment_id", "place"]), tables: Set(["search_segments", "search_blocks", "search_names"]))

    var all: String { rows.sorted { $0.key < $1.key }.flatMap { $0.value }.joined(separator: "\n") }

    /// The first rows that stand in one and not in the other, for a test that fails.
    func differences(from other: DatabaseDump) -> [String] {
        Set(rows.keys).union(other.rows.keys).sorted().flatMap { table -> [String] in
            let (mine, others) = (Set(rows[table] ?? []), Set(other.rows[table] ?? []))
            let counts =
                rows[table]?.count == other.rows[table]?.count ? [] : ["\(table): \(rows[table]?.count ?? 0) / \(other.rows[table]?.count ?? 0)"]
            return counts + mine.subtracting(others).sorted().prefix(3).map { "+ \(table): \($0)" }
                + others.subtracting(mine).sorted().prefix(3).map { "- \(table): \($0)" }
        }
    }

    private static func tables(_ tx: Transaction) throws -> [String] {
        let names =
            switch tx.dialect {
            case .sqlite: try tx.all("SELECT name FROM sqlite_master WHERE type = 'table'") { try $0["name"] as String }
            case .postgres:
                try tx.all("SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'") {
                    try $0["name"] as String
                }
            }
        return names.filter { !$0.hasPrefix("sqlite_") }
    }

    private static func text(_ value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        case .bytes(let bytes): Digest(trusted: bytes).hex
        }
    }
}
