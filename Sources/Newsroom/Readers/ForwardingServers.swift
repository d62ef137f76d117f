/// The servers before this one, such as nginx, that are believed when they say whom they ask for (X-Forwarded-For). What anybody else says of that is not
/// read: it would be an address of one's own choice at every try.
package struct ForwardingServers: Sendable {
    private let known: Set<NetworkAddress>

    /// None: whoever connects is whoever asks.
    package init() { known = [] }

    /// Reads addresses parted by commas; nil when one of them is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
        let addresses = parts.compactMap { Self.read($0) }
        guard addresses.count == parts.count else { return nil }
        known = Set(addresses)
    }

    /// The address of whoever asks: the last in the row that none of these servers has. `fields` are the values of X-Forwarded-For in their order.
    package func address(peer: String?, forwarded fields: [String]) -> String? {
        guard !known.isEmpty, let peer, isKnown(peer) else { return peer }
        var nearest = peer
        let hops = fields.flatMap { field in field.split(separator: ",").map { hop in hop.filter { $0 != " " } } }
        for hop in hops.reversed() {
            guard Self.read(hop) != nil else { break }
            nearest = hop
            if !isKnown(hop) { break }
        }
        return nearest
    }

    private func isKnown(_ address: String) -> Bool { Self.read(address).map(known.contains) ?? false }

    private static func read(_ text: String) -> NetworkAddress? { NetworkAddress(text: text.prefix { $0 != "%" })?.unmapped }
}
