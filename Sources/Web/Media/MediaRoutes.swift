import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Newsroom

struct MediaRoutes: Sendable {
    let site: Site

    /// A variant of a picture, or another file of the library, by its digest: the address changes with the bytes, so it is kept for good.
    func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let name = context.parameters.get("name"), let address = MediaAddress(name) else { throw Missing() }
        guard let file = site.media.file(at: address) else { throw Missing() }
        let etag = "\"\(address.digest.hex.prefix(32))\""
        var headers = SecurityHeaders.fields
        headers[.contentType] = address.type.rawValue
        headers[.cacheControl] = Caching.forever
        headers[.eTag] = etag
        if file.isAttachment { headers[.contentDisposition] = "attachment; filename=\"\(address.fileName)\"" }
        if request.headers[.ifNoneMatch] == etag { return Response(status: .notModified, headers: headers) }
        let body = try await FileIO().loadFile(path: file.path, context: context)
        return Response(status: .ok, headers: headers, body: body)
    }
}
