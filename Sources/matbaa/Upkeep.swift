import Basics
import Logging
import Newsroom
import Storage
import ServiceLifecycle

/// What a running newsroom does in the background: fetches and develops pictures, and forgets what everyone has seen.
struct Upkeep: Service {
    let newsroom: Newsroom
    let media: Media
    let fetchesMedia: Bool
    let accounts: Accounts
    let logger: Logger

    /// Events older than this many seconds have long reached everyone.
    private static let eventSeconds: Int64 = 7 * 86_400

    func run() async {
        await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                do {
                    try await accounts.fulfil()
                    if rounds % 3_600 == 0 {
                        try await accounts.sweep()
                        try await newsroom.database.write { tx in try Outbox.forget(tx, before: tx.now.adding(seconds: -Self.eventSeconds)) }
                    }
                    if fetchesMedia, rounds % 5 == 0 { _ = try await media.workOnce(limit: 20) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("upkeep failed; it is tried again", metadata: ["error": "\(error)"])
                }
                rounds += 1
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
