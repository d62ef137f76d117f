/// Who asks, as far as it matters: for limits, and for the words by which a reader knows a device again. The address itself is never kept.
package struct Visitor: Sendable {
    /// The network of the address: /24 of IPv4, /56 of IPv6. What shares it shares limits.
    package let network: String
    /// The browser and the system, as in `Firefox, Android`; empty when it does not say.
    package let device: String

    package init(address: String?, userAgent: String?) {
        network = address.map(Self.network) ?? ""
        device = userAgent.map(Self.device) ?? ""
    }

    private static func network(of address: String) -> String {
        guard let bytes = NetworkAddress(text: address.prefix { $0 != "%" })?.unmapped.bytes else { return address }
        return bytes.prefix(bytes.count == 4 ? 3 : 7).map { String($0, radix: 16) }.joined(separator: ".")
    }

    private static func device(_ agent: String) -> String {
        // Browsers claim to be one another: the name that only one of them bears stands first.
        let browsers = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
            ("Linux", "Linux"),
        ]
        let name = { (list: [(mark: String, name: String)]) in list.first { agent.contains($0.mark) }?.name }
        return [name(browsers), name(systems)].compactMap(\.self).joined(separator: ", ")
    }
}
