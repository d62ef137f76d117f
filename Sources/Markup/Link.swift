/// An address that may stand on a page: http, https, mailto, tel, or a place on this site. What it cannot say cannot be linked to.
package struct Link: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case web, mail, telephone, path, fragment, query
    }

    package let kind: Kind
    /// The address, normalised: percent-encoded where it must be, letters of every script as they are.
    package let text: String
    /// The host of a web address, in lower case.
    package let host: String?

    /// Nil for every other scheme, for an address without one that is not a path from the root, and for one that hides where it leads.
    package init?(_ text: String) {
        guard let link = LinkReader(text).read() else { return nil }
        self = link
    }

    init(kind: Kind, text: String, host: String? = nil) {
        self.kind = kind
        self.text = text
        self.host = host
    }

    /// Whether it names a host of its own.
    package var isExternal: Bool { kind == .web }

    /// Whether something can be fetched from there: a web address, or a path of this site.
    package var isFetchable: Bool { kind == .web || kind == .path }
}

extension Link: CustomStringConvertible {
    package var description: String { text }
}
