import Basics
import Logging
import Newsroom
import ServiceLifecycle
import Storage

/// What a running newsroom does in the background: sends mail, fetches and develops pictures, and forgets what everyone has seen.
struct Upkeep: Service {
    let newsroom: Newsroom
    let media: Media
    let postman: Postman
    let fetchesMedia: Bool
    let accounts: Accounts
    let logger: Logger

    /// Events older than this many seconds have long reached everyone.
    private static let eventSeconds: Int64 = 7 * 86_400

    /// A letter whose server hangs may take minutes; the others go on meanwhile.
    private static let postmen = 3

    /// Mail does not wait for pictures, which may take minutes, too.
    func run() async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await again("forgetting") { try await forget() } }
                group.addTask { await again("counting votes") { try await recount() } }
                group.addTask { await again("accounts") { try await fulfil() } }
                for _ in 0..<Self.postmen { group.addTask { await again("mail") { try await deliver() } } }
                if fetchesMedia { group.addTask { await again("work on pictures") { try await develop() } } }
            }
        }
    }

    /// Does the work until the program is stopped, with the pause that it asks for.
    private func again(_ name: String, _ work: () async throws -> Duration) async {
        while !Task.isCancelled {
            var pause = Duration.seconds(5)
            do {
                pause = try await work()
            } catch is CancellationError {
                return
            } catch {
                logger.error("\(name) failed; it is tried again", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: pause)
        }
    }

    private func forget() async throws -> Duration {
        try await newsroom.database.write { tx in
            try Outbox.forget(tx, before: tx.now.adding(seconds: -Self.eventSeconds))
            try Mail.forget(tx, before: tx.now.adding(seconds: -Mail.keptSeconds))
        }
        try await accounts.sweep()
        return .seconds(3_600)
    }

    /// Counts all votes anew: a counter that does not agree with its rows is mended, and told.
    private func recount() async throws -> Duration {
        for difference in try await Votes.reconcile(newsroom.database) {
            logger.error("a count of votes was wrong and is mended", metadata: ["difference": "\(difference)"])
        }
        return .seconds(86_400)
    }

    /// Whoever asked for a letter looks for it at once.
    private func fulfil() async throws -> Duration {
        try await accounts.fulfil()
        return .seconds(1)
    }

    private func deliver() async throws -> Duration {
        let round = try await postman.deliver(from: newsroom.database)
        if round.sent + round.failed > 0 { logger.info("mail", metadata: ["sent": "\(round.sent)", "failed": "\(round.failed)"]) }
        guard let trouble = round.trouble else { return .seconds(2) }
        logger.warning("mail cannot be sent; it waits", metadata: ["route": "\(postman.route)", "reason": "\(trouble)"])
        return .seconds(60)
    }

    private func develop() async throws -> Duration {
        _ = try await media.workOnce(limit: 20)
        return .seconds(5)
    }
}
