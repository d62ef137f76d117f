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
    let messenger: Messenger
    let fetchesMedia: Bool
    let accounts: Accounts
    /// What letters wait in.
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
                group.addTask { await again("moments of stories") { try await keepTime() } }
                group.addTask { await again("reading for search") { try await readForSearch() } }
                group.addTask { await again("webhooks") { try await tell() } }
                group.addTask {
                    // Also what was erased right before the program was last stopped.
                    var isScrubbed = false
                    await again("erasing") {
                        if try await erase() { isScrubbed = false }
                        if !isScrubbed { isScrubbed = try await newsroom.database.scrub() }
                        return .seconds(5)
                    }
                }
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
            try Presences.sweep(tx)
            try Mail.forget(tx, before: tx.now.adding(seconds: -Mail.keptSeconds))
            try Webhooks.forget(tx, before: tx.now.adding(seconds: -Mail.keptSeconds))
        }
        try await accounts.sweep()
        if case .folder(let folder) = postman.route { try folder.forget(before: newsroom.database.now.adding(seconds: -Mail.keptSeconds)) }
        return .seconds(3_600)
    }

    /// Erases the accounts whose time has come, with the letters that lie in a folder. False when there was none.
    private func erase() async throws -> Bool {
        let erased = try await accounts.eraseDue()
        if erased.isEmpty { return false }
        if case .folder(let folder) = postman.route { try folder.forget(to: Set(erased)) }
        logger.info("accounts erased, as their readers asked", metadata: ["accounts": "\(erased.count)"])
        return true
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

    /// What was scheduled comes before the public within a second of its moment.
    private func keepTime() async throws -> Duration {
        try await Desk.keepTime(newsroom.database)
        return .seconds(1)
    }

    /// What an older program has published, or read in another way, is found soon after the first start of this one.
    private func readForSearch() async throws -> Duration {
        try await SearchReading(newsroom.database).readMissing() ? .milliseconds(20) : .seconds(3_600)
    }

    private func deliver() async throws -> Duration {
        let round = try await postman.deliver(from: newsroom.database, opening: accounts.box)
        if round.sent + round.failed > 0 { logger.info("mail", metadata: ["sent": "\(round.sent)", "failed": "\(round.failed)"]) }
        guard let trouble = round.trouble else { return .seconds(2) }
        logger.warning("mail cannot be sent; it waits", metadata: ["route": "\(postman.route)", "reason": "\(trouble)"])
        return .seconds(60)
    }

    /// Tells those outside of what was published.
    private func tell() async throws -> Duration {
        let (sent, failed) = try await messenger.deliver()
        if sent + failed > 0 { logger.info("webhooks", metadata: ["sent": "\(sent)", "failed": "\(failed)"]) }
        return .seconds(1)
    }

    private func develop() async throws -> Duration {
        _ = try await media.workOnce(limit: 20)
        return .seconds(5)
    }
}
