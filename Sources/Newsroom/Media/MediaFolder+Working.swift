import Basics
import Foundation

extension MediaFolder {
    /// Runs `work` in a new, empty folder of its own, which is gone afterwards.
    func withWorkFolder<Value: Sendable>(_ work: (String) async throws -> Value) async throws -> Value {
        let place = "\(path)/\(Shelf.work.rawValue)/\(UUID().uuidString)"
        guard mkdir(place, 0o700) == 0 else { throw FolderFault("mkdir", place) }
        defer { try? FileManager.default.removeItem(atPath: place) }
        return try await work(place)
    }

    /// Removes what a worker that was cut off has left half done a day ago or longer. For the start of `serve`.
    package func sweep() {
        for shelf in Shelf.allCases {
            let place = "\(path)/\(shelf.rawValue)"
            for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] where shelf == .work || name.hasPrefix(".") {
                guard let facts = FileFacts(path: "\(place)/\(name)"), facts.changedAt < Instant.now.adding(seconds: -86_400) else { continue }
                try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
            }
        }
    }
}
