/// Where WordPress keeps a picture.
enum PictureAddress {
    /// The original behind a resized copy: `harbour-300x200.jpg` is `harbour.jpg`. A query is left out.
    static func whole(_ url: String) -> String {
        let address = url.prefix { $0 != "?" && $0 != "#" }
        guard let dot = address.lastIndex(of: "."), let dash = address[..<dot].lastIndex(of: "-") else { return String(address) }
        let size = address[address.index(after: dash)..<dot].split(separator: "x", omittingEmptySubsequences: false)
        let isSize = size.count == 2 && size.allSatisfy { !$0.isEmpty && $0.count <= 5 && $0.allSatisfy(\.isASCIIDigit) }
        return isSize ? String(address[..<dash] + address[dot...]) : String(address)
    }

    /// The address with a host; nil when it has none and the site's is not known.
    static func absolute(_ url: String, host: String) -> String? {
        if url.hasPrefix("http://") || url.hasPrefix("https://") { return url }
        return host.isEmpty || !url.hasPrefix("/") ? nil : "https://\(host)\(url)"
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
