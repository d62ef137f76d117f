/// What the outbound door lets through, and for how long.
package struct OutboundPolicy: Hashable, Sendable {
    /// The only proxy ever used, as in `socks5h://127.0.0.1:9050`; what the environment names is ignored.
    package var proxy: String?
    /// Exact `host:port` pairs of the operator's own network that may be reached although their address or port is not public.
    package var allowedAddresses: Set<String>
    /// Names with an address given by hand, as in a hosts file. The address is checked like any other.
    package var names: [String: String]
    /// Until a connection stands.
    package var connectSeconds: Double
    /// For all of it, redirects included.
    package var overallSeconds: Double
    /// How long an answer may come in at less than 256 bytes a second.
    package var stallSeconds: Int
    /// The longest body, when the caller names no limit of its own.
    package var maxBytes: Int
    package var maxRedirects: Int

    package init(
        proxy: String? = nil, allowedAddresses: Set<String> = [], names: [String: String] = [:], connectSeconds: Double = 10,
        overallSeconds: Double = 120, stallSeconds: Int = 20, maxBytes: Int = 64 << 20, maxRedirects: Int = 5
    ) {
        self.proxy = proxy
        self.allowedAddresses = allowedAddresses
        self.names = names
        self.connectSeconds = connectSeconds
        self.overallSeconds = overallSeconds
        self.stallSeconds = stallSeconds
        self.maxBytes = maxBytes
        self.maxRedirects = maxRedirects
    }
}
