import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("What is kept about a reader")
struct RecordSetTests {
    @Test(
        "every table that hangs on a reader, or holds somebody's address, is in the list, and each of its columns is accounted for",
        arguments: TestEngine.allCases)
    func schema(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (columns, references) = try await database.read { (try Self.columns($0), try Self.references($0)) }
            var personal: Set<String> = ["readers"]
            while let more = references.first(where: { personal.contains($0.target) && !personal.contains($0.table) }) { personal.insert(more.table) }
            let telling: Set<String> = ["email", "recipient", "address", "device", "guest", "ip", "host", "phone", "reader"]
            for (table, names) in columns where names.contains(where: { !telling.isDisjoint(with: $0.split(separator: "_").map(String.init)) }) {
                personal.insert(table)
            }
            #expect(
                personal.isSuperset(of: [
                    "sessions", "votes", "collection_items", "mails", "imported_voters", "imported_comments", "account_requests",
                ]))
            let tables = RecordSet.all.flatMap(\.tables)
            let known = Set(tables.map(\.name))
            let forgotten = personal.subtracting(known).subtracting(RecordSet.apart.keys)
            #expect(forgotten.isEmpty, "add to RecordSet.all, or to RecordSet.apart with a reason: \(forgotten.sorted())")
            #expect(known.count == tables.count && known.isDisjoint(with: RecordSet.apart.keys))
            for table in tables {
                #expect(table.given.isDisjoint(with: table.withheld), "\(table.name)")
                #expect(columns[table.name] == table.given.union(table.withheld), "\(table.name)")
            }
        }
    }

    @Test("whatever a row about a reader says comes out in her export, and no secret and nothing of anybody else", arguments: TestEngine.allCases)
    func canaries(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let accounts = PrivacySample.accounts(database)
            let (layla, ben) = try await database.write { tx in
                (try PrivacySample.fill(tx, accounts, "layla-mark"), try PrivacySample.fill(tx, accounts, "ben-mark"))
            }
            for (id, mark, other) in [(layla, "layla-mark", "ben-mark"), (ben, "ben-mark", "layla-mark")] {
                let (exports, kept, rows) = try await database.read { tx in
                    let reader = try #require(try Readers.find(tx, id))
                    return (try accounts.export(tx, of: reader, .en), try accounts.kept(tx, of: reader), try Self.rows(tx, mark, id))
                }
                #expect(Set(exports.map(\.set.key)).count == RecordSet.all.count)
                for (export, kept) in zip(exports, kept) {
                    #expect(export.records.count == kept.count && kept.count > 0, "\(export.set.key)")
                    let said = Set(export.records.flatMap { $0.fields.flatMap { $0.value.said } })
                    #expect(!said.contains { $0.contains(other) || $0.contains("argon2id") }, "\(export.set.key)")
                    for table in export.set.tables {
                        let values = try #require(rows[table.name], "no row of hers in \(table.name)")
                        for (column, value) in values where table.given.contains(column) && !column.hasSuffix("_id") {
                            if ["password", "totp_seed", "value"].contains(column) || value.isEmpty { continue }
                            #expect(said.contains(value), "\(table.name).\(column): \(value)")
                        }
                    }
                }
                let all = exports.flatMap { $0.records.flatMap { $0.fields.flatMap { $0.value.said } } }
                for words in ["Story of \(mark)", "Policy of \(mark)", "note \(mark)", "down", "/en/articles/"] {
                    #expect(all.contains { $0.contains(words) }, "\(words)")
                }
            }
        }
    }

    @Test("each field has words of its own in both languages")
    func labels() {
        for language in Language.allCases { #expect(Set(RecordKey.allCases.map { $0.label[language] }).count == RecordKey.allCases.count) }
        #expect(Set(RecordSet.all.map(\.key)).count == RecordSet.all.count && RecordSet.all.first?.key == "account")
    }

    // MARK: The schema

    private static func columns(_ tx: Transaction) throws -> [String: Set<String>] {
        let query: SQL =
            tx.dialect == .sqlite
            ? "SELECT m.name AS t, p.name AS c FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
            : "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns WHERE table_schema = 'public'"
        return try tx.all(query) { (try $0["t"] as String, try $0["c"] as String) }.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
    }

    private static func references(_ tx: Transaction) throws -> [(table: String, target: String)] {
        let query: SQL =
            tx.dialect == .sqlite
            ? "SELECT m.name AS t, f.\"table\" AS target FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
            : "SELECT conrelid::regclass::text AS t, confrelid::regclass::text AS target FROM pg_constraint WHERE contype = 'f'"
        return try tx.all(query) { (try $0["t"] as String, try $0["target"] as String) }
    }

    /// A row of each table in which the mark or the reader's number stands, each value as text.
    private static func rows(_ tx: Transaction, _ mark: String, _ id: ID<Reader>) throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        for table in RecordSet.all.flatMap(\.tables) {
            let name = SQL(stringLiteral: table.name)
            try tx.forEach("SELECT * FROM \(name)") { row in
                let values = zip(row.columnNames, row.texts).reduce(into: [:]) { $0[$1.0] = $1.1 }
                let isHers =
                    [values["reader_id"], values["actor"], values["author_id"]].contains(String(id.rawValue))
                    || values.values.contains { $0.contains(mark) }
                    || table.name == "log_in_failures"
                if isHers, found[table.name] == nil || values.values.contains(where: { $0.contains(mark) }) { found[table.name] = values }
            }
        }
        return found
    }
}
