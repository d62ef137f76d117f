import Foundation
import GRDB
import Synchronization

/// Connections for a few short statements, run by the thread that asks. A pool's read costs three such statements before it begins: it hands the work to
/// another thread, compiles BEGIN and COMMIT anew and asks for the schema's version.
final class BriefReaders: Sendable {
    private let queues: [DatabaseQueue]
    private let free: Mutex<[Int]>

    /// One connection for each thread that may ask, so that none has to wait.
    init(path: String, _ configuration: Configuration) throws {
        var configuration = configuration
        configuration.readonly = true
        queues = try (0..<max(2, ProcessInfo.processInfo.activeProcessorCount)).map { _ in
            try DatabaseQueue(path: path, configuration: configuration)
        }
        free = Mutex(Array(queues.indices))
    }

    /// Nil when all connections are in use.
    func read<Value>(_ work: (any Connection) throws -> Value) throws -> Value? {
        guard let index = free.withLock({ $0.popLast() }) else { return nil }
        defer { free.withLock { $0.append(index) } }
        return try queues[index].inDatabase { database in
            try database.cachedStatement(sql: "BEGIN").run()
            defer { try? database.cachedStatement(sql: "COMMIT").run() }
            return try SQLiteConnection(database).whole(work)
        }
    }

    func close() throws { for queue in queues { try queue.close() } }
}
