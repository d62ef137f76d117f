import Basics
import Newsroom
import Synchronization
import Testing

@testable import Web

@Suite("The cache of pages")
struct PageCacheTests {
    private final class Counter: Sendable {
        private let count = Mutex(0)

        func add() { count.withLock { $0 += 1 } }

        var value: Int { count.withLock { $0 } }
    }

    private static func page(_ text: String, tags: Set<CacheTag> = [.face], kept: Bool = true) -> MadePage {
        MadePage(page: FinishedPage(Array(text.utf8), type: "text/plain"), tags: tags, lifetime: nil, isKept: kept)
    }

    @Test("a page asked for by many at once is made once")
    func stampede() async throws {
        let cache = PageCache(capacity: 1 << 20)
        let count = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    _ = try await cache.page("a") {
                        count.add()
                        try await Task.sleep(for: .milliseconds(50))
                        return Self.page("a")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(count.value == 1)
    }

    @Test("what goes stale while a page is being made is not kept")
    func raceWithChange() async throws {
        let cache = PageCache(capacity: 1 << 20)
        let tag = CacheTag.work(ID(1))
        _ = try await cache.page("a") {
            cache.invalidate([tag])
            return Self.page("old", tags: [tag])
        }
        #expect(cache.page("a") == nil)
        _ = try await cache.page("b") {
            cache.invalidate([.work(ID(2))])
            return Self.page("b", tags: [tag])
        }
        #expect(cache.page("b") != nil)
    }

    @Test("only the pages of a tag go with it")
    func tags() async throws {
        let cache = PageCache(capacity: 1 << 20)
        for number in 1...3 { _ = try await cache.page("\(number)") { Self.page("x", tags: [.work(ID(Int64(number))), .latest(.en)]) } }
        cache.invalidate([.work(ID(2))])
        #expect(cache.page("1") != nil && cache.page("2") == nil && cache.page("3") != nil)
        cache.invalidate([.latest(.en)])
        #expect(cache.size.pages == 0 && cache.size.bytes == 0)
    }

    @Test("memory is bounded, and what is read stays")
    func bounded() async throws {
        let cache = PageCache(capacity: 200_000)
        for number in 0..<200 {
            _ = try await cache.page("\(number)") { Self.page(String(repeating: "x", count: 2_000)) }
            _ = cache.page("0")
            #expect(cache.size.bytes <= 200_000)
        }
        #expect(cache.page("0") != nil)
        #expect(cache.page("1") == nil)
        #expect(cache.page("199") != nil)
    }

    @Test("a failure is told to all who wait, and the next one tries again")
    func failure() async throws {
        struct Broken: Error {}
        let cache = PageCache(capacity: 1 << 20)
        await #expect(throws: Broken.self) { try await cache.page("a") { throw Broken() } }
        _ = try await cache.page("a") { Self.page("fine") }
        #expect(cache.page("a") != nil)
    }

    @Test("what may not be kept is made each time")
    func notKept() async throws {
        let cache = PageCache(capacity: 1 << 20)
        _ = try await cache.page("a") { Self.page("x", kept: false) }
        #expect(cache.page("a") == nil)
    }
}
