import Glibc

/// An address of IPv4 (4 bytes) or IPv6 (16 bytes).
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads an address in any form a resolver would take: `127.0.0.1`, `127.1`, `0x7f.1`, `2130706433`, `::1`; nil for a name.
    init?(text: some StringProtocol) {
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_aton(String(text), &v4) == 1 {
            bytes = withUnsafeBytes(of: &v4) { Array($0) }
        } else if inet_pton(AF_INET6, String(text), &v6) == 1 {
            bytes = withUnsafeBytes(of: &v6) { Array($0) }
        } else {
            return nil
        }
    }

    /// The same address; one of IPv4 that is written as IPv6 (RFC 4291, 2.5.5.2) in its four bytes.
    var unmapped: NetworkAddress {
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        return bytes.starts(with: mapped) ? NetworkAddress(bytes: Array(bytes.dropFirst(mapped.count))) : self
    }

    /// Whether this is an address of the public internet: no loopback, private, link-local, shared, multicast, documentation or reserved one,
    /// and no IPv4 address wrapped in IPv6.
    var isPublic: Bool {
        switch bytes.count {
        case 4: !NetworkAddress.closedV4.contains { $0.contains(bytes) }
        case 16: NetworkAddress.openV6.contains(bytes) && !NetworkAddress.closedV6.contains { $0.contains(bytes) }
        default: false
        }
    }

    /// IANA's special-purpose registry of IPv4, with multicast and the reserved rest.
    private static let closedV4: [NetworkBlock] = [
        NetworkBlock([0], 8), NetworkBlock([10], 8), NetworkBlock([100, 64], 10), NetworkBlock([127], 8), NetworkBlock([169, 254], 16),
        NetworkBlock([172, 16], 12), NetworkBlock([192, 0, 0], 24), NetworkBlock([192, 0, 2], 24), NetworkBlock([192, 31, 196], 24),
        NetworkBlock([192, 52, 193], 24), NetworkBlock([192, 88, 99], 24), NetworkBlock([192, 168], 16), NetworkBlock([192, 175, 48], 24),
        NetworkBlock([198, 18], 15), NetworkBlock([198, 51, 100], 24), NetworkBlock([203, 0, 113], 24), NetworkBlock([224], 3),
    ]

    /// All that IANA has given out for use on the internet; `::ffff:0:0/96`, `64:ff9b::/96`, `fc00::/7`, `fe80::/10` and `ff00::/8` lie outside.
    private static let openV6 = NetworkBlock([0x20], 3)

    /// In it: IETF protocols (with Teredo), documentation, 6to4, documentation again.
    private static let closedV6: [NetworkBlock] = [
        NetworkBlock([0x20, 0x01, 0x00], 23), NetworkBlock([0x20, 0x01, 0x0D, 0xB8], 32), NetworkBlock([0x20, 0x02], 16),
        NetworkBlock([0x26, 0x20, 0x00, 0x4F, 0x80, 0x00], 48), NetworkBlock([0x3F, 0xFF, 0x00], 20),
    ]
}

/// The addresses that begin with the same bits.
private struct NetworkBlock: Sendable {
    let start: [UInt8]
    let bits: Int

    init(_ start: [UInt8], _ bits: Int) {
        self.start = start
        self.bits = bits
    }

    func contains(_ address: [UInt8]) -> Bool {
        for bit in 0..<bits {
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            let wanted = bit / 8 < start.count ? start[bit / 8] : 0
            if address[bit / 8] & mask != wanted & mask { return false }
        }
        return true
    }
}
