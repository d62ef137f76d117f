import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import Newsroom

/// The site on a port, with what keeps its pages fresh.
package struct SiteServer: Service {
    private let site: Site
    private let host: String
    private let port: Int
    private let logger: Logger
    private let isReady: @Sendable (Int) async -> Void

    /// Connections beyond this many wait to be accepted.
    private static let mostConnections = 4_000

    /// `isReady` is told the port once requests are answered; port 0 takes any that is free.
    package init(_ site: Site, host: String, port: Int, logger: Logger, isReady: @escaping @Sendable (Int) async -> Void = { _ in }) {
        self.site = site
        self.host = host
        self.port = port
        self.logger = logger
        self.isReady = isReady
    }

    package func run() async throws {
        let application = Application(
            responder: FrontResponder(site),
            server: .withFastPath(FastPath(site), idleTimeout: .seconds(60)),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            services: [Freshness(site: site, logger: logger)],
            onServerRunning: { [isReady] channel in await isReady(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        try await application.run()
    }
}

/// Follows the outbox and drops what it made stale, whichever process wrote it: a reader never sees what is older than a second.
struct Freshness: Service {
    let site: Site
    let logger: Logger

    private static let interval = Duration.milliseconds(200)

    func run() async {
        await cancelWhenGracefulShutdown {
            var follower = OutboxFollower()
            while !Task.isCancelled {
                do {
                    for event in try await follower.look(site.newsroom.database) { site.cache.invalidate(event.tags) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("the outbox could not be read", metadata: ["error": "\(error)"])
                    site.cache.removeAll()
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }
}
