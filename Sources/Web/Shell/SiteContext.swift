import Hummingbird

/// What comes with a request besides its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the machine that asks, or of the server before this one. It is never kept.
    let remoteAddress: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }
}
