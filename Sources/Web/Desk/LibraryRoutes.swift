import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// Pictures for stories: taken in from a browser, and found in the library.
struct LibraryRoutes: Sendable {
    let site: Site

    /// A file as the body of the request, on its way to the disk as it comes.
    func add(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let name = String(request.uri.queryParameters["name"].map(String.init)?.split(separator: "/").last?.prefix(200) ?? "file")
        do {
            guard signedIn.reader.role.may(.write) || signedIn.reader.role.may(.translate) else { throw Desk.forbidden(.write) }
            let item = try await site.library.admit(name, by: signedIn.reader.id) { path in
                guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                    let file = FileHandle(forWritingAtPath: path)
                else { throw FileFault() }
                defer { try? file.close() }
                var bytes = 0
                for try await part in request.body {
                    bytes += part.readableBytes
                    guard bytes <= Media.longestUpload else { throw TooLong() }
                    try file.write(contentsOf: Data(part.readableBytesView))
                }
            }
            guard let picture = StoryState.picture(item, language) else { throw FileFault() }
            return site.json(.created, picture)
        } catch let refusal as Refusal {
            return site.json(refusal.kind.status, words: refusal.words[language])
        } catch is TooLong {
            return site.json(.contentTooLarge, words: DeskWords.fileTooLong[language])
        }
    }

    func find(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let words = String((request.uri.queryParameters["q"].map(String.init) ?? "").prefix(200))
        let items = try await site.newsroom.database.read { try Media.find($0, words: words) }
        return site.json(.ok, .object([("items", .list(items.compactMap { StoryState.picture($0, language) }))]))
    }

    private struct TooLong: Error {}
    private struct FileFault: Error {}
}
