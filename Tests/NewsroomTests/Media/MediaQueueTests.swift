import Basics
import Foundation
import Storage
import Synchronization
import Testing
import TestSupport

@testable import Newsroom

@Suite("Fetching what is awaited")
struct MediaQueueTests {
    @Test("a picture is fetched from its address and developed", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withPicture(engine) { bench, server in
            let id = try await bench.database.write {
                try Media.expect($0, fileName: "a.jpg", kind: .picture, sourceURL: "http://\(server.host)/a.jpg", createdAt: Instant(seconds: 5))
            }
            #expect(try await bench.media.workOnce() == Media.Progress(done: 1, failed: 0, left: 0))
            let item = try await bench.item(id)
            #expect(item.state == .ready && item.width == 400 && item.createdAt == Instant(seconds: 5))
            #expect(bench.files.allSatisfy { !$0.hasPrefix("work/") })
            #expect(try await bench.media.workOnce() == Media.Progress(done: 0, failed: 0, left: 0))
        }
    }

    @Test("a passing failure is tried again, later each time; a lasting one is not", arguments: TestEngine.allCases)
    func retries(engine: TestEngine) async throws {
        try await withPicture(engine) { bench, server in
            let (busy, gone) = try await bench.database.write { tx in
                (
                    try Media.expect(tx, fileName: "a.jpg", kind: .picture, sourceURL: "http://\(server.host)/503"),
                    try Media.expect(tx, fileName: "b.jpg", kind: .picture, sourceURL: "http://\(server.host)/404")
                )
            }
            #expect(try await bench.media.workOnce() == Media.Progress(done: 0, failed: 2, left: 1))
            let (given, waiting) = try await (bench.item(gone), bench.item(busy))
            #expect(given.failure?.en == "The server answered with status 404." && given.state == .failed && waiting.state == .awaited)
            for wait in [60, 120, 240] as [Int64] {
                bench.clock.advance(seconds: wait - 1)
                #expect(try await bench.media.workOnce().failed == 0)
                bench.clock.advance(seconds: 1)
                #expect(try await bench.media.workOnce().failed == 1)
            }
            for _ in 0..<20 {
                bench.clock.advance(seconds: 86_400)
                _ = try await bench.media.workOnce()
            }
            let last = try await bench.item(busy)
            #expect(last.state == .failed && server.requests.count == Media.mostAttempts + 1)
        }
    }

    @Test("the wait doubles from a minute to a day")
    func delays() {
        #expect((1...4).map { Media.delay(afterAttempt: $0) } == [60, 120, 240, 480])
        #expect(Media.delay(afterAttempt: 40) == 86_400 && Media.delay(afterAttempt: 0) == 60)
    }

    @Test("a web page in a picture's place is a lasting failure, in words")
    func errorPage() async throws {
        try await withPicture(.sqlite) { bench, server in
            let id = try await expect(bench, "http://\(server.host)/page")
            _ = try await bench.media.workOnce()
            let item = try await bench.item(id)
            #expect(item.state == .failed && item.failure?.en.contains("web page") == true && bench.files == [])
        }
    }

    @Test("two workers never take the same item, and each item is fetched once", arguments: TestEngine.allCases)
    func workers(engine: TestEngine) async throws {
        try await withPicture(engine) { bench, server in
            for number in 1...6 { _ = try await expect(bench, "http://\(server.host)/\(number).jpg") }
            async let one = bench.media.workOnce(limit: 6)
            async let two = bench.media.workOnce(limit: 6)
            let done = try await one.done + two.done
            #expect(done == 6)
            #expect(server.requests.count == 6)
        }
    }

    @Test("a worker that died is followed by another after its lease")
    func lease() async throws {
        try await withPicture(.sqlite) { bench, server in
            _ = try await expect(bench, "http://\(server.host)/a.jpg")
            _ = try await bench.database.write { try Media.claim($0, developing: true) }
            #expect(try await bench.media.workOnce() == Media.Progress(done: 0, failed: 0, left: 1))
            bench.clock.advance(seconds: Media.leaseSeconds)
            #expect(try await bench.media.workOnce().done == 1)
        }
    }

    @Test("a file that brings its worker down again and again ends failed")
    func poison() async throws {
        try await withPicture(.sqlite) { bench, server in
            let id = try await expect(bench, "http://\(server.host)/a.jpg")
            for _ in 0..<Media.mostAttempts {
                #expect(try await bench.database.write { try Media.claim($0, developing: true) }?.id == id)
                bench.clock.advance(seconds: Media.leaseSeconds)
            }
            #expect(try await bench.database.write { try Media.claim($0, developing: true) } == nil)
            #expect(try await bench.item(id).state == .failed)
        }
    }

    @Test("progress is told after each item, and the limit is kept")
    func progress() async throws {
        try await withPicture(.sqlite) { bench, server in
            for number in 1...3 { _ = try await expect(bench, "http://\(server.host)/\(number).jpg") }
            let told = Mutex<[Media.Progress]>([])
            _ = try await bench.media.workOnce(limit: 2, lanes: 1) { progress in told.withLock { $0.append(progress) } }
            #expect(told.withLock { $0 } == [Media.Progress(done: 1, failed: 0, left: 2), Media.Progress(done: 2, failed: 0, left: 1)])
        }
    }

    private func expect(_ bench: MediaBench, _ url: String) async throws -> ID<MediaItem> {
        try await bench.database.write { try Media.expect($0, fileName: "a.jpg", kind: .picture, sourceURL: url) }
    }

    /// A bench, and a server with a picture at every address that names no other answer.
    private func withPicture(_ engine: TestEngine, _ body: @escaping (MediaBench, LocalServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = try SamplePictures(folder: folder).make("a.jpg", width: 400, height: 300)
            let picture = [UInt8](try Data(contentsOf: URL(filePath: path)))
            try await withServer { path, write in
                switch path {
                case "/503": _ = write(response(503))
                case "/404": _ = write(response(404))
                case "/page": _ = write(response(200, ["Content-Type: image/jpeg"], body: Array("<!doctype html><title>Parked</title>".utf8)))
                default: _ = write(response(body: picture))
                }
            } _: { server in
                try await withMedia(engine, policy: OutboundPolicy(allowedAddresses: [server.host])) { try await body($0, server) }
            }
        }
    }
}
