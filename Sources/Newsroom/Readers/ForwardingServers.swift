/// The servers before this one, such as nginx, that are believed when they say whom they ask for (X-Forwarded-For). What anybody else says of that is not
/// read: it would be an address of one's own choice at every try.
package struct ForwardingServers: Sendable {
    private let known: Set<[UInt8]>

    /// None: whoever connects is whoever asks.
    package init() { known = [] }

    /// Reads addresses parted by commas; nil when one of them is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
        let addresses = parts.compactMap { Self.bytes($0) }
        guard addresses.count == parts.count else { return nil }
        known = Set(addresses)
    }

    /// The address of whoever asks: the last in the row that none of these servers has. `fields` are the values of X-Forwarded-For in their order.
    package func address(peer: String?, forwarded fields: [String]) -> String? {
        guard !known.isEmpty, let peer, isKnown(peer) else { return peer }
        var nearest = peer
        let hops = fields.flatMap { field in field.split(separator: ",").map { hop in hop.filter { $0 != " " } } }
        for hop in hops.reversed() {
            guard Self.bytes(hop) != nil else { break }
            nearest = hop
            if !isKnown(hop) { break }
        }
        return nearest
    }

    private func isKnown(_ address: String) -> Bool { Self.bytes(address).map(known.contains) ?? false }

    /// IPv4 written as IPv6 is IPv4.
    private static func bytes(_ text: String) -> [UInt8]? {
        guard let bytes = NetworkAddress(text: text.prefix { $0 != "%" })?.bytes else { return nil }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        return bytes.starts(with: mapped) ? Array(bytes.dropFirst(mapped.count)) : bytes
    }
}
