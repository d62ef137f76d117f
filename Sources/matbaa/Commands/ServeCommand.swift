import ArgumentParser
import Basics
import Foundation
import Newsroom
import Storage
import ServiceLifecycle
import UnixSignals
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve the newsroom's site.")

    @OptionGroup var data: DataOptions

    @Option(help: "The port; 0 takes any that is free.")
    var port: String?

    @Option(help: "The address to serve on.")
    var host: String?

    @Option(help: "How readers reach the site, as in https://news.example.org.")
    var origin: String?

    mutating func run() async throws {
        let settings = try data.settings([.port: port, .host: host, .origin: origin])
        let compose = Compose(settings: settings)
        let newsroom = try await compose.newsroom()
        let site = try compose.site(newsroom)
        try await Self.serve(site, compose, newsroom)
    }

    static func serve(_ site: Site, _ compose: Compose, _ newsroom: Newsroom) async throws {
        let (settings, logger, postman) = (compose.settings, compose.logger(), try compose.postman(newsroom.face))
        let awaitsFirst = try await site.accounts.awaitFirst()
        let server = SiteServer(site, host: settings.host, port: settings.port, logger: logger) { port in
            // Written past the buffer of `print`: whoever started the program through a pipe waits for this line.
            let line = "\(newsroom.face.name(in: .en)) is at http://\(settings.host):\(port)/  (stop with Ctrl-C)\n"
            let first = awaitsFirst ? "Nobody looks after it yet. The first administrator begins at \(site.firstSetUpAddress)\n" : ""
            let mail = settings.mailServer == nil ? "Letters are laid in \(postman.route): no mail-smtp is set.\n" : ""
            FileHandle.standardOutput.write(Data((line + first + mail).utf8))
        }
        let upkeep = Upkeep(
            newsroom: newsroom, media: site.library, postman: postman, messenger: site.messenger, fetchesMedia: settings.fetchesMedia,
            accounts: site.accounts,
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup), .init(service: upkeep)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try await newsroom.database.close()
    }
}
