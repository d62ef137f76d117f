import Basics
import Storage
import TestSupport
import Testing

extension PostgresTests {
    @Suite("Opening")
    struct OpeningTests {
        @Test("a session is safe and says who it is")
        func settings() async throws {
            try await withDatabase(.postgres, migrated: false) { database in
                let settings = try await database.read { tx in
                    try [
                        "application_name", "client_encoding", "synchronous_commit", "standard_conforming_strings", "statement_timeout",
                        "lock_timeout",
                    ]
                    .map { name in try tx.one("SELECT current_setting(\(name)) AS setting") { try $0["setting"] as String } }
                }
                #expect(settings == ["matbaa", "UTF8", "on", "on", "1min", "10s"])
            }
        }

        @Test("reads are repeatable, writes serializable")
        func isolation() async throws {
            try await withDatabase(.postgres, migrated: false) { database in
                let level: @Sendable (Transaction) throws -> String = {
                    try $0.one("SELECT current_setting('transaction_isolation') AS level") { try $0["level"] }
                }
                let levels = try await [database.read(level), database.write(level)]
                #expect(levels == ["repeatable read", "serializable"])
            }
        }

        @Test(
            "an address that cannot be read is refused, without showing the password",
            arguments: [
                "postgres://ben:sec@ret@host/news", "postgres://ben:sec/ret@host/news", "postgres://ben:secret%zz@host/news",
                "postgres://ben:sec?ret@host/news", "postgres://ben:secret@host/news?colour=red", "host='secret",
                "postgres://ben:secret@host/news?pool=0", "postgres://ben:secret@host/news?pool=many", "newsroom.sqlite secret",
            ])
        func unreadable(_ url: String) async throws {
            let refusal = try await refusal(url)
            #expect(refusal.kind == .unavailable)
            for words in [refusal.words.en, refusal.words.ar] {
                #expect(words.contains("PostgreSQL"))
                #expect(!words.contains("sec") && !words.contains("ret@"))
            }
        }

        @Test("a server that is not there is named")
        func noServer() async throws {
            let refusal = try await refusal("postgres://ben:secret@127.0.0.1:9/news")
            #expect(refusal.kind == .unavailable)
            #expect(refusal.words.en.contains("127.0.0.1:9") && refusal.words.en.contains("Check that the server runs"))
            #expect(!refusal.words.en.contains("secret") && !refusal.words.ar.contains("secret"))
        }

        @Test("a missing database is to be created")
        func noDatabase() async throws {
            let host = try await PostgresServer.shared.value.host
            let refusal = try await refusal("postgres://matbaa@\(host)/nowhere")
            #expect(refusal.words.en.contains("Create the database first"))
        }

        @Test("a wrong password is refused, and never shown")
        func wrongPassword() async throws {
            let server = try await PostgresServer.start()
            try await server.administer("CREATE USER ben PASSWORD 'right'")
            try await server.requirePasswords()
            let database = try await Database(.postgres(url: "postgres://ben:right@\(server.host)/postgres"))
            try await database.close()
            let refusal = try await refusal("postgres://ben:wrongpass@\(server.host)/postgres")
            #expect(refusal.words.en.contains("Check the user, the password"))
            #expect(!refusal.words.en.contains("wrongpass") && !refusal.words.ar.contains("wrongpass"))
        }

        @Test("a database that would lose kept changes, or garble text, is refused")
        func unsafeDatabase() async throws {
            let server = try await PostgresServer.shared.value
            try await server.withDatabase { url in
                let name = try #require(url.split(separator: "/").last?.split(separator: "?").first)
                try await server.administer("ALTER DATABASE \(name) SET synchronous_commit = off")
                #expect(try await refusal(url).words.en.contains("synchronous_commit"))
            }
            try await server.administer("CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
            #expect(try await refusal("postgres://matbaa@\(server.host)/ascii").words.en.contains("SQL_ASCII"))
        }

        private func refusal(_ url: String) async throws -> Refusal {
            try #require(await #expect(throws: Refusal.self) { _ = try await Database(.postgres(url: url)) })
        }
    }
}
