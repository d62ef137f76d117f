import Foundation
import Storage

/// Says once, before the first test has its database, which engines are under test.
enum EnginesUnderTest {
    static let announced = Task {
        var versions: [String] = []
        for engine in TestEngine.allCases {
            // What is wrong with an engine is told by the tests that need it.
            let version = (try? await version(of: engine)) ?? "that does not start"
            versions.append("\(engine.testDescription) \(version)")
        }
        print("engines under test: \(versions.joined(separator: ", "))")
    }

    private static func version(of engine: TestEngine) async throws -> String {
        switch engine {
        case .sqlite:
            try await withTemporaryFolder { folder in
                let database = try await Database(.sqlite(path: folder.appending(path: "version.sqlite").path))
                let version = try await database.read { try $0.one("SELECT sqlite_version() AS version") { try $0["version"] as String } }
                try await database.close()
                return version
            }
        case .postgres: try await PostgresServer.shared.value.version
        }
    }
}
