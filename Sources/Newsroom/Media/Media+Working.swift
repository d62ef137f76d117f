import Basics
import Storage

extension Media {
    /// What a round of work has come to.
    package struct Progress: Hashable, Sendable {
        /// Items that got ready.
        package var done = 0
        /// Attempts that failed, for good or for now.
        package var failed = 0
        /// Items still waiting, those whose next attempt is not due yet among them.
        package var left = 0
    }

    /// Works off up to `limit` items that are due: fetches what is awaited and develops what is stored. Safe beside other workers: each item is
    /// claimed first. A failure is recorded with the item and never thrown; what is thrown is a fault of the database.
    package func workOnce(
        limit: Int = 50, lanes: Int = 2, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Progress {
        let counter = WorkCounter(limit: limit)
        let canDevelop = darkroom.available() == nil
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, lanes) {
                group.addTask {
                    while !Task.isCancelled, await counter.take() {
                        guard let item = try await database.write({ try Media.claim($0, developing: canDevelop) }) else { return }
                        let ready = try await work(on: item)
                        let left = try await database.read { try Media.waiting($0) }
                        progress(await counter.count(ready: ready, left: left))
                    }
                }
            }
            try await group.waitForAll()
        }
        return await counter.count(ready: nil, left: try await database.read { try Media.waiting($0) })
    }

    /// Fetches and develops one claimed item: whether it got ready. False is on record, nil when the tools to develop it are still missing.
    private func work(on item: MediaItem) async throws -> Bool? {
        do {
            let stored = item.state == .awaited ? try await fetch(item) : item
            if stored.kind == .picture, darkroom.available() != nil {
                try await database.write { try Media.release($0, stored.id) }
                return nil
            }
            try await develop(stored)
            return true
        } catch {
            if Task.isCancelled { throw CancellationError() }
            guard let failure = MediaFailure(error) else { throw error }
            let removable = try await database.write { try Media.fail($0, item.id, failure) }
            if let removable { folder.remove([.init(address: removable, shelf: .originals)]) }
            return false
        }
    }

    private func fetch(_ item: MediaItem) async throws -> MediaItem {
        guard let url = item.sourceURL else {
            throw MediaFailure.permanent(ar: "لا عنوان لهذا الملف.", en: "This file has no address to be fetched from.")
        }
        let kept = try await folder.withWorkFolder { work in
            _ = try await door.fetch(url, to: "\(work)/fetched").accepted()
            return try await onOwnThread { [folder] _ in try folder.keep("\(work)/fetched", on: .originals) { try MediaType(sniffing: $0) } }
        }
        return try await database.write { tx in
            try Media.take(tx, kept, into: item.id, claimed: true)
            return try Media.item(tx, item.id)
        }
    }
}

/// Counts the work of several lanes.
private actor WorkCounter {
    private var progress = Media.Progress()
    private var allowance: Int

    init(limit: Int) { allowance = limit }

    /// Whether one more item may be begun.
    func take() -> Bool {
        allowance -= 1
        return allowance >= 0
    }

    func count(ready: Bool?, left: Int) -> Media.Progress {
        if ready == true { progress.done += 1 }
        if ready == false { progress.failed += 1 }
        progress.left = left
        return progress
    }
}
