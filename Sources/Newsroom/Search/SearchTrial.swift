package import Basics
import Storage

/// The search of a newsroom over texts that are in none, to see what it finds.
package struct SearchTrial: Sendable {
    package struct Document: Sendable {
        let language: Language
        let headline: String
        let text: String

        package init(language: Language, headline: String, text: String) {
            (self.language, self.headline, self.text) = (language, headline, text)
        }
    }

    private let database: Database
    private static let step = 200

    /// An empty store at `path`, where no file may be.
    package init(path: String) async throws {
        database = try await Database(.sqlite(path: path))
        try await Schema.migrate(database)
    }

    /// Takes texts in; they are numbered as they come, from `first` up.
    package func add(_ documents: [Document], first: Int) async throws {
        for start in stride(from: 0, to: documents.count, by: Self.step) {
            let numbers = Array(start..<min(start + Self.step, documents.count))
            try await database.write { tx in
                for number in numbers {
                    let id = Int64(first + number + 1)
                    try tx.run("INSERT INTO works (id, kind, created_at) VALUES (\(id), 'article', 0)")
                    try tx.run(
                        """
                        INSERT INTO editions (id, work_id, kind, language, slug, workflow, visibility, published_at, published_id, created_at)
                        VALUES (\(id), \(id), 'article', \(documents[number].language), \(String(id)), 'ready', 'published', 0, 0, 0)
                        """)
                }
                try SearchIndex.add(
                    tx,
                    numbers.map { number in
                        let document = documents[number]
                        return SearchIndex.Entry(
                            edition: ID(Int64(first + number + 1)), language: document.language,
                            document: SearchDocument(headline: document.headline, standfirst: "", body: document.text))
                    })
            }
        }
    }

    /// The numbers of the texts that a reader would be shown, best first, with what speaks for each.
    package func find(_ text: String, limit: Int) async throws -> [(number: Int, score: Double)] {
        try await database.read { tx in
            try Search.ranked(tx, SearchQuery(text), Language.allCases, limit: limit).map { (Int($0.edition.rawValue) - 1, $0.score) }
        }
    }

    package func close() async throws { try await database.close() }
}
