import HTTPTypes

/// Lets a request that would change something through only when it comes from the site's own pages. By what every browser since 2023 says of it (Fetch
/// Metadata), else by the Origin field (RFC 6454), else by the Referer; a session's cookie without any of them is not enough.
struct CrossSiteGuard: Sendable {
    /// As in `https://news.example`: the configured one, never the request's Host.
    let origin: String

    func allows(_ headers: HTTPFields) -> Bool {
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        if let from = headers[.origin] { return from == origin }
        if let from = headers[.referer] { return from == origin || from.hasPrefix(origin + "/") }
        return headers[.cookie] == nil
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
    static let clearSiteData = HTTPField.Name("Clear-Site-Data") ?? .cacheControl
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .referer
}
