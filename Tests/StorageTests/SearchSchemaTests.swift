import Storage
import TestSupport
import Testing

@Suite("The search index of the schema")
struct SearchSchemaTests {
    @Test("a document is found by its words, by its new ones once changed, and not once it is gone", arguments: TestEngine.allCases)
    func following(_ engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.write { tx in
                try tx.run("INSERT INTO works (id, kind, created_at) VALUES (1, 'article', 0)")
                try tx.run(
                    "INSERT INTO editions (id, work_id, kind, language, slug, workflow, visibility, created_at) "
                        + "VALUES (1, 1, 'article', 'ar', 'a', 'draft', 'private', 0)")
                try tx.run("INSERT INTO search_documents (id, language, headline, standfirst, body) VALUES (1, 'ar', 'مطار الجفره', '', 'نص')")
                let first = try [matches("الجفره", tx), matches("سبها", tx)]
                try tx.run("UPDATE search_documents SET headline = 'مطار سبها' WHERE id = 1")
                let second = try [matches("الجفره", tx), matches("سبها", tx)]
                try tx.run("DELETE FROM search_documents")
                return [first, second, try [matches("الجفره", tx), matches("سبها", tx)]]
            }
            #expect(found == [[1, 0], [0, 1], [0, 0]])
        }
    }

    private func matches(_ word: String, _ tx: Transaction) throws -> Int {
        switch tx.dialect {
        case .sqlite: try tx.all("SELECT rowid FROM search_ar WHERE search_ar MATCH \(word)") { _ in 1 }.count
        case .postgres: try tx.all("SELECT id FROM search_documents WHERE tokens @@ plainto_tsquery('simple', \(word))") { _ in 1 }.count
        }
    }
}
