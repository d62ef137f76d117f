import Basics
import Foundation
import Storage
import TestSupport

@testable import Newsroom

/// A media room with a database and folders of its own, and pictures to put in it.
struct MediaBench {
    let media: Media
    let database: Database
    let pictures: SamplePictures
    let clock: FixedClock
    let root: URL

    /// Every file below the media folder, by its path from there.
    var files: [String] {
        let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return all.filter { (try? URL(filePath: "\(root.path)/\($0)").resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }.sorted()
    }

    func item(_ id: ID<MediaItem>) async throws -> MediaItem { try await database.read { try Media.item($0, id) } }

    /// Stores a file and works it off.
    func develop(_ path: String) async throws -> MediaItem {
        let id = try await media.store(path, fileName: URL(filePath: path).lastPathComponent)
        _ = try await media.workOnce()
        return try await item(id)
    }

    func path(_ variant: MediaVariant) -> String { media.folder.file(at: variant.address)?.path ?? "" }
}

/// Gives `body` such a bench.
func withMedia<Value>(
    _ engine: TestEngine = .sqlite, darkroom: Darkroom = Darkroom(), policy: OutboundPolicy = OutboundPolicy(),
    isolation: isolated (any Actor)? = #isolation, _ body: (MediaBench) async throws -> Value
) async throws -> Value {
    let clock = FixedClock()
    return try await withTemporaryFolder { folder in
        try await withDatabase(engine, clock: clock) { database in
            let root = folder.appending(path: "media")
            let media = Media(database, folder: try MediaFolder(root.path), darkroom: darkroom, door: OutboundDoor(policy))
            return try await body(MediaBench(media: media, database: database, pictures: SamplePictures(folder: folder), clock: clock, root: root))
        }
    }
}
