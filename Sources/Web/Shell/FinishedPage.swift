import Basics
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// The bytes of a page in each encoding, with the fields of its answer, ready to be sent many times.
struct FinishedPage: Sendable {
    struct Variant: Sendable {
        let body: ByteBuffer
        let etag: String
        let headers: HTTPFields
        /// The fields of a 304.
        let notModifiedHeaders: HTTPFields
    }

    let status: HTTPResponse.Status
    let plain: Variant
    let gzip: Variant?
    let brotli: Variant?

    /// Shorter bodies are not worth compressing.
    private static let leastCompressed = 256

    /// Compresses the body once for all answers, or only as the one answer needs it. `caching` is the Cache-Control of the answer, `fields` are more of its fields.
    init(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, language: Language? = nil, caching: String = Caching.page,
        fields: HTTPFields = [:], _ codings: Codings = .all
    ) {
        let digest = Digest(of: bytes).hex.prefix(22)
        self.status = status
        func variant(_ body: [UInt8], _ encoding: String?) -> Variant {
            let etag = "\"\(digest)\(encoding.map { "-" + $0 } ?? "")\""
            var headers = SecurityHeaders.fields
            headers[.contentType] = type
            headers[.cacheControl] = caching
            headers[.eTag] = etag
            headers[.vary] = "Accept-Encoding"
            if let language { headers[.contentLanguage] = language.rawValue }
            for field in fields { headers[field.name] = field.value }
            var notModified = headers
            notModified[.contentType] = nil
            if let encoding { headers[.contentEncoding] = encoding }
            headers[.contentLength] = String(body.count)
            return Variant(body: ByteBuffer(bytes: body), etag: etag, headers: headers, notModifiedHeaders: notModified)
        }
        plain = variant(bytes, nil)
        let isWorth = bytes.count >= Self.leastCompressed && !type.hasPrefix("image/png") && !type.hasPrefix("font/")
        gzip = isWorth && codings.contains(.gzip) ? Compression.gzip(bytes).map { variant($0, "gzip") } : nil
        brotli = isWorth && codings.contains(.brotli) ? Compression.brotli(bytes).map { variant($0, "br") } : nil
    }

    /// A page of HTML.
    init(
        _ html: HTML, status: HTTPResponse.Status = .ok, language: Language?, caching: String = Caching.page, fields: HTTPFields = [:],
        _ codings: Codings = .all
    ) {
        self.init(
            Array(html.text.utf8), type: "text/html; charset=utf-8", status: status, language: language, caching: caching, fields: fields, codings)
    }

    /// What it takes of the cache's capacity, with something for the fields.
    var bytes: Int {
        // A buffer's room is rounded up, and it is the room that memory is taken by.
        let bodies = plain.body.capacity + (gzip?.body.capacity ?? 0) + (brotli?.body.capacity ?? 0)
        return bodies + 4_096
    }

    /// The answer to a request with these fields.
    func response(to request: HTTPFields) -> Response { answer(accepted: request[.acceptEncoding], known: request[.ifNoneMatch]).response }

    /// The answer to a request with this Accept-Encoding and If-None-Match: 304 when its reader has these bytes already.
    func answer(accepted: String?, known: String?) -> PreparedAnswer {
        let variant = variant(accepted: accepted)
        if status == .ok, let known, Self.matches(known, variant.etag) {
            return PreparedAnswer(status: .notModified, headers: variant.notModifiedHeaders)
        }
        return PreparedAnswer(status: status, headers: variant.headers, body: variant.body)
    }

    private func variant(accepted: String?) -> Variant {
        let codings = Codings(accepted: accepted)
        if let brotli, codings.contains(.brotli) { return brotli }
        if let gzip, codings.contains(.gzip) { return gzip }
        return plain
    }

    /// If-None-Match compares weakly (RFC 9110, 13.1.2).
    private static func matches(_ field: String, _ etag: String) -> Bool {
        if field == etag || field == "*" { return true }
        guard field.contains(",") || field.contains("W/") else { return false }
        return field.split(separator: ",").contains { part in
            let tag = part.drop { $0 == " " }.prefix { $0 != " " }
            return tag == etag || (tag.hasPrefix("W/") && tag.dropFirst(2) == etag)
        }
    }
}

/// Cache-Control for each kind of answer.
enum Caching {
    /// Kept by anyone, asked about each time: a page is never older than its newsroom's last word.
    static let page = "public, max-age=0, must-revalidate"
    /// Under an address that changes with the bytes.
    static let forever = "public, max-age=31536000, immutable"
    /// Errors are kept by nobody.
    static let never = "no-store"
}

/// How a body may be coded on its way.
struct Codings: OptionSet, Sendable {
    let rawValue: UInt8

    static let gzip = Codings(rawValue: 1)
    static let brotli = Codings(rawValue: 2)
    static let all: Codings = [.gzip, .brotli]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Those that the Accept-Encoding field allows (RFC 9110, 12.5.3).
    init(accepted field: String?) {
        self = []
        guard let field else { return }
        if Self.allows("br", in: field) { insert(.brotli) }
        if Self.allows("gzip", in: field) { insert(.gzip) }
    }

    /// The one that is answered with: the smaller.
    var best: Codings { contains(.brotli) ? .brotli : self }

    /// Whether the coding is named with a quality above nought.
    private static func allows(_ coding: String, in field: String) -> Bool {
        for part in field.utf8.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let name = pieces.first, name.lazy.filter({ $0 != UInt8(ascii: " ") }).elementsEqual(coding.utf8) else { continue }
            guard pieces.count == 2 else { return true }
            let quality = pieces[1].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "q") && $0 != UInt8(ascii: "=") }
            return quality.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        }
        return false
    }
}
