import Foundation
import Newsroom
import Storage
import Synchronization

/// A PostgreSQL server in a temporary folder, reached by its Unix socket only. It is stopped and removed when the test process ends, however it ends.
package final class PostgresServer: Sendable {
    /// The one that tests share, with a template that holds the newsroom's schema.
    package static let shared = Task {
        let server = try await PostgresServer.start()
        try await server.makeTemplate()
        return server
    }

    private let keeper: PostgresKeeper
    private let administrator: PostgresAdministrator
    private let turnstile = Turnstile(24)
    private let made = Atomic(0)

    private init(_ keeper: PostgresKeeper) {
        self.keeper = keeper
        administrator = PostgresAdministrator(url: PostgresServer.url("postgres", keeper.folder))
    }

    /// Starts a server of the test's own, for tests that stop or restart it. Throws in words when PostgreSQL is not installed.
    package static func start() async throws -> PostgresServer { PostgresServer(try await PostgresKeeper.start()) }

    package var version: String {
        get async throws {
            let words = try await administrator.run("SELECT current_setting('server_version')").split(separator: " ")
            return words.first.map(String.init) ?? ""
        }
    }

    /// The folder the server's socket is in, as it stands in an address.
    package var host: String { PostgresServer.host(keeper.folder) }

    /// Asks everyone but the owner for a password from now on.
    package func requirePasswords() async throws {
        let rules = "local all matbaa trust\nlocal all all scram-sha-256\n"
        try rules.write(toFile: "\(keeper.folder)/data/pg_hba.conf", atomically: false, encoding: .utf8)
        try await administrator.run("SELECT pg_reload_conf()")
    }

    /// Stops the server at once and starts it again.
    package func restart() async throws { try await keeper.tell("restart") }

    package func stop() async throws { try await keeper.tell("stop") }

    package func startAgain() async throws { try await keeper.tell("start") }

    /// Runs a statement as the server's owner, outside of any transaction, and returns the first value of its answer.
    @discardableResult
    package func administer(_ statement: String) async throws -> String { try await administrator.run(statement) }

    /// Gives `body` the address of an empty database, which is gone afterwards.
    package func withDatabase<Value>(
        migrated: Bool = false, isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> Value
    ) async throws -> Value {
        await turnstile.enter()
        let name = "test_\(made.add(1, ordering: .relaxed).newValue)"
        do {
            try await administrator.run("CREATE DATABASE \(name)" + (migrated ? " TEMPLATE matbaa_template" : ""))
            let value = try await body(PostgresServer.url(name, keeper.folder))
            try await administrator.run("DROP DATABASE \(name) WITH (FORCE)")
            await turnstile.leave()
            return value
        } catch {
            _ = try? await administrator.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            await turnstile.leave()
            throw error
        }
    }

    private func makeTemplate() async throws {
        try await administrator.run("CREATE DATABASE matbaa_template")
        let database = try await Database(.postgres(url: PostgresServer.url("matbaa_template", keeper.folder)))
        try await Schema.migrate(database)
        try await database.close()
    }

    /// Four connections each: many tests run side by side.
    private static func url(_ name: String, _ folder: String) -> String {
        "postgres://matbaa@\(host(folder))/\(name)" + (name == "postgres" ? "" : "?pool=4")
    }
    private static func host(_ folder: String) -> String { folder.replacing("/", with: "%2F") }
}
