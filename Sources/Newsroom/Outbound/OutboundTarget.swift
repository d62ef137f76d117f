import CCurl

/// An address that the policy lets through, as libcurl itself reads it: checked and fetched by one parser.
struct OutboundTarget: Hashable, Sendable {
    let url: String
    /// Whether the operator has named this host and port: the address it leads to is then not checked.
    let isExempt: Bool

    /// Throws a permanent `OutboundFailure` unless `text` is http or https on its own port, to a host that may be public.
    /// A relative reference is read from `base`.
    init(_ text: String, from base: String? = nil, policy: OutboundPolicy) throws {
        guard text.utf8.count <= 8192, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw OutboundFailure.badAddress
        }
        guard Libcurl.isReady, let parts = curl_url() else { throw OutboundFailure.badAddress }
        defer { curl_url_cleanup(parts) }
        let rules = UInt32(CURLU_DISALLOW_USER | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        if let base, curl_url_set(parts, CURLUPART_URL, base, rules) != CURLUE_OK { throw OutboundFailure.badAddress }
        switch curl_url_set(parts, CURLUPART_URL, text, rules) {
        case CURLUE_OK: break
        case CURLUE_USER_NOT_ALLOWED: throw OutboundTarget.userInfo
        case CURLUE_UNSUPPORTED_SCHEME: throw OutboundTarget.scheme
        default: throw OutboundFailure.badAddress
        }
        guard let scheme = parts.text(CURLUPART_SCHEME), scheme == "http" || scheme == "https" else { throw OutboundTarget.scheme }
        guard let host = parts.text(CURLUPART_HOST, UInt32(CURLU_PUNYCODE)), let port = parts.text(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)),
            let url = parts.text(CURLUPART_URL)
        else { throw OutboundFailure.badAddress }
        guard parts.text(CURLUPART_USER) == nil, parts.text(CURLUPART_PASSWORD) == nil else { throw OutboundTarget.userInfo }
        self.url = url
        isExempt = policy.allowedAddresses.contains("\(host.lowercased()):\(port)")
        if isExempt { return }
        guard port == (scheme == "https" ? "443" : "80") || port == "80" || port == "443" else {
            throw OutboundFailure.refused(ar: "يُسمح بالمنفذين 80 و443 فقط.", en: "Only ports 80 and 443 are allowed.")
        }
        guard parts.text(CURLUPART_ZONEID) == nil else { throw OutboundFailure.privateAddress }
        try OutboundTarget.check(host: host.lowercased(), throughProxy: policy.proxy != nil)
    }

    /// What can be told from the name alone. It spares a lookup and speaks plainly; the address connected to is checked as well.
    private static func check(host: String, throughProxy: Bool) throws {
        let bare = host.drop { $0 == "[" }.prefix { $0 != "]" }
        let name = bare.hasSuffix(".") ? bare.dropLast() : bare
        guard !name.isEmpty else { throw OutboundFailure.badAddress }
        if let address = NetworkAddress(text: name) {
            guard address.isPublic else { throw OutboundFailure.privateAddress }
            return
        }
        // Without a dot it is a name of the local network; these endings never leave it (RFC 6761, 6762, 8375, ICANN's .internal).
        let last = name.split(separator: ".").last ?? name[...]
        let isLocal = !name.contains(".") || ["localhost", "local", "internal", "arpa"].contains(String(last))
        if isLocal || (last == "onion" && !throughProxy) { throw OutboundFailure.privateAddress }
    }

    private static let scheme = OutboundFailure.refused(ar: "يُسمح بـ http وhttps فقط.", en: "Only http and https are allowed.")
    private static let userInfo = OutboundFailure.refused(
        ar: "لا يُسمح باسم مستخدم أو كلمة مرور في العنوان.", en: "An address must not hold a user name or password.")
}

extension OpaquePointer {
    /// A part of the address held by this handle of libcurl; nil when it has no such part.
    fileprivate func text(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(self, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
