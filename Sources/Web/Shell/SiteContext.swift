import Hummingbird
import NIOCore

/// What comes with a request besides its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let peer: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// The address of the machine that asks, or of the server before this one. It is never kept.
    var remoteAddress: String? { peer?.ipAddress }
}
