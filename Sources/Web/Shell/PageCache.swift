import Newsroom
import Synchronization

/// Finished pages in memory, bounded by their bytes: made once, however many ask at once, and dropped the moment an event makes their tags stale.
final class PageCache: Sendable {
    /// The most bytes kept; beyond that the pages longest unused go.
    let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) { self.capacity = capacity }

    fileprivate struct State {
        var entries: [String: Entry] = [:]
        var bytes = 0
        /// Rises with each use: the order in which pages were last asked for.
        var clock: UInt64 = 0
        /// Pages that those who ask for one may wait for.
        var making: [String: Making] = [:]
        /// What went stale while each page was being made.
        var stale: [UInt64: Set<CacheTag>] = [:]
    }

    fileprivate struct Entry {
        let page: FinishedPage
        let tags: Set<CacheTag>
        let deadline: ContinuousClock.Instant?
        var lastUse: UInt64
    }

    fileprivate struct Making {
        let number: UInt64
        let task: Task<MadePage, any Error>
    }

    /// What a page is kept under that was asked for by this path. No page but a search's depends on the query, so a made-up one neither makes a page anew nor takes
    /// memory.
    static func key(of target: String) -> String {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return target }
        return String(target[..<mark])
    }

    /// The page under this key, if it is here and fresh.
    func page(_ key: String) -> FinishedPage? {
        state.withLock { state -> FinishedPage? in
            guard let entry = state.entries[key] else { return nil }
            if let deadline = entry.deadline, deadline < .now {
                state.drop(key)
                return nil
            }
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return entry.page
        }
    }

    /// The page under this key, made by `make` when it is not here. Those who ask for one being made wait for it.
    func page(_ key: String, make: @escaping @Sendable () async throws -> MadePage) async throws -> FinishedPage {
        if let page = page(key) { return page }
        let making = state.withLock { state in
            if let making = state.making[key] { return making }
            state.clock += 1
            let making = Making(number: state.clock, task: Task { try await make() })
            state.making[key] = making
            state.stale[making.number] = []
            return making
        }
        let result = await making.task.result
        state.withLock { $0.finish(key, making.number, try? result.get(), capacity) }
        return try result.get().page
    }

    /// Drops every page made from any of these. Pages being made now are still given to those who wait for them, and kept only if none of this touches them.
    func invalidate(_ tags: Set<CacheTag>) {
        guard !tags.isEmpty else { return }
        state.withLock { state in
            for (key, entry) in state.entries where !entry.tags.isDisjoint(with: tags) { state.drop(key) }
            for number in state.stale.keys { state.stale[number]?.formUnion(tags) }
            state.making.removeAll()
        }
    }

    /// Drops everything: when nobody can say what is stale, all of it is.
    func removeAll() {
        state.withLock { state in
            state.entries.removeAll()
            state.bytes = 0
            state.making.removeAll()
            state.stale.removeAll()
        }
    }

    /// How many pages are kept, and their bytes.
    var size: (pages: Int, bytes: Int) { state.withLock { ($0.entries.count, $0.bytes) } }
}

extension PageCache.State {
    fileprivate mutating func drop(_ key: String) {
        if let entry = entries.removeValue(forKey: key) { bytes -= entry.page.bytes }
    }

    /// Ends the making of a page: it is kept when it may be and nothing that it was made from has changed meanwhile.
    fileprivate mutating func finish(_ key: String, _ number: UInt64, _ made: MadePage?, _ capacity: Int) {
        if making[key]?.number == number { making[key] = nil }
        guard let stale = stale.removeValue(forKey: number), let made, made.isKept, stale.isDisjoint(with: made.tags), entries[key] == nil,
            made.page.bytes <= capacity / 4
        else { return }
        clock += 1
        let deadline = made.lifetime.map { ContinuousClock.now + $0 }
        entries[key] = PageCache.Entry(page: made.page, tags: made.tags, deadline: deadline, lastUse: clock)
        bytes += made.page.bytes
        if bytes > capacity { evict(to: capacity / 8 * 7) }
    }

    /// Drops the pages longest unused until no more than `target` bytes are left: an eighth at a time, so that the sorting is seldom.
    private mutating func evict(to target: Int) {
        for (key, _) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            if bytes <= target { return }
            drop(key)
        }
    }
}

/// A page as it was made, with what it was made from.
struct MadePage: Sendable {
    let page: FinishedPage
    let tags: Set<CacheTag>
    /// How long it may be kept when no event touches it.
    let lifetime: Duration?
    /// Whether it may be kept at all: a page that is missing may exist a second later.
    let isKept: Bool
}
