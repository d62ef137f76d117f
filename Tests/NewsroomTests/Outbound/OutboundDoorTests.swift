import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Newsroom

@Suite("The outbound door")
struct OutboundDoorTests {
    @Test("a file is fetched from an address that the operator allows")
    func itWorks() async throws {
        try await withServer { _, write in
            _ = write(response(200, ["Content-Type: image/jpeg", "ETag: \"one\""], body: Array("picture".utf8)))
        } _: { server in
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "fetched").path
                let answer = try await door(server).fetch("http://\(server.host)/صورة 1.jpg", to: path)
                #expect(answer.status == 200 && answer.type == "image/jpeg" && answer.bytes == 7 && answer.etag == "\"one\"")
                #expect(try String(contentsOfFile: path, encoding: .utf8) == "picture")
                let head = try #require(server.requests.first)
                #expect(head.hasPrefix("GET /%d8%b5%d9%88%d8%b1%d8%a9%201.jpg HTTP/1.1\r\n"))
                #expect(head.contains("User-Agent: Matbaa\r\n"))
                #expect(!head.lowercased().contains("cookie") && !head.lowercased().contains("authorization"))
            }
        }
    }

    @Test("a redirect is followed, and only the last answer's body is kept")
    func redirect() async throws {
        try await withServer { path, write in
            _ = write(path == "/old" ? response(301, ["Location: /new"], body: Array("moved".utf8)) : response(body: Array("here".utf8)))
        } _: { server in
            let (answer, body) = try await door(server).fetch("http://\(server.host)/old")
            #expect(answer.finalURL == "http://\(server.host)/new" && body == Array("here".utf8))
        }
    }

    @Test("a redirect to a place that is refused is refused, and nothing arrives there")
    func redirectInwards() async throws {
        try await withServer { _, write in
            _ = write(response(body: Array("secret".utf8)))
        } _: { canary in
            let inward = ["http://\(canary.host)/", "http://localhost:\(canary.port)/", "file:///etc/passwd", "gopher://127.0.0.1/", "http://[::1]/"]
            for target in inward {
                try await withServer { _, write in
                    _ = write(response(302, ["Location: \(target)"]))
                } _: { server in
                    let failure = await #expect(throws: OutboundFailure.self) { try await door(server).fetch("http://\(server.host)/") }
                    #expect(failure?.permanent == true)
                }
            }
            #expect(canary.requests.isEmpty)
        }
    }

    @Test("a chain of redirects ends after five")
    func redirectLoop() async throws {
        try await withServer { _, write in
            _ = write(response(302, ["Location: /again"]))
        } _: { server in
            let failure = await #expect(throws: OutboundFailure.self) { try await door(server).fetch("http://\(server.host)/") }
            #expect(failure?.permanent == true && server.requests.count == 6)
        }
    }

    @Test(
        "a name that leads to a private address is refused when connecting",
        arguments: ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1"])
    func rebinding(address: String) async throws {
        let door = OutboundDoor(OutboundPolicy(names: ["harmless.example": address]))
        await #expect(throws: OutboundFailure.privateAddress) { try await door.fetch("http://harmless.example/") }
    }

    @Test("a body over the limit is cut off, announced or not, and leaves no file", arguments: [true, false])
    func tooLarge(announced: Bool) async throws {
        try await withServer { _, write in
            let head = announced ? "Content-Length: 100000000\r\n" : ""
            guard write(Array("HTTP/1.1 200 X\r\n\(head)\r\n".utf8)) else { return }
            for _ in 0..<1000 where !write([UInt8](repeating: 1, count: 100_000)) { return }
        } _: { server in
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "fetched").path
                await #expect(throws: OutboundFailure.tooLarge(1_000_000)) {
                    try await door(server).fetch("http://\(server.host)/", limit: 1_000_000, to: path)
                }
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("a server that trickles is given up")
    func slow() async throws {
        try await withServer { _, write in
            guard write(Array("HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n".utf8)) else { return }
            while write([1]) { usleep(50_000) }
        } _: { server in
            let failure = await #expect(throws: OutboundFailure.self) { try await door(server, overall: 0.5).fetch("http://\(server.host)/") }
            #expect(failure?.permanent == false)
        }
    }

    @Test("a cancelled fetch ends")
    func cancelled() async throws {
        let isOver = DispatchSemaphore(value: 0)
        let serverLetGo = Mutex(false)
        try await withServer { _, _ in
            if isOver.wait(timeout: .now() + 120) == .timedOut { serverLetGo.withLock { $0 = true } }
        } _: { server in
            defer { isOver.signal() }
            let door = door(server)
            let task = Task { try await door.fetch("http://\(server.host)/") }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            await #expect(throws: OutboundFailure.cancelled) { try await task.value }
            #expect(!serverLetGo.withLock { $0 })
        }
    }

    @Test(
        "what the server says decides whether asking again makes sense",
        arguments: [(404, true), (410, true), (403, true), (429, false), (503, false)])
    func status(_ status: Int, permanent: Bool) async throws {
        try await withServer { _, write in
            _ = write(response(status))
        } _: { server in
            let (answer, _) = try await door(server).fetch("http://\(server.host)/")
            let failure = #expect(throws: OutboundFailure.self) { try answer.accepted() }
            #expect(failure?.permanent == permanent)
        }
    }

    @Test("the proxy of the environment is not used")
    func noProxyFromEnvironment() async throws {
        try await withServer { _, write in
            _ = write(response(body: Array("proxy".utf8)))
        } _: { proxy in
            try await withServer { _, write in
                _ = write(response(body: Array("direct".utf8)))
            } _: { server in
                setenv("http_proxy", "http://\(proxy.host)", 1)
                defer { unsetenv("http_proxy") }
                let (_, body) = try await door(server).fetch("http://\(server.host)/")
                #expect(body == Array("direct".utf8) && proxy.requests.isEmpty)
            }
        }
    }

    @Test("the proxy of the policy is used, and still no private address is asked for through it")
    func namedProxy() async throws {
        try await withServer { _, write in
            _ = write(response(body: Array("proxy".utf8)))
        } _: { proxy in
            let door = OutboundDoor(OutboundPolicy(proxy: "http://\(proxy.host)"))
            let (_, body) = try await door.fetch("http://news.example/")
            #expect(body == Array("proxy".utf8))
            await #expect(throws: OutboundFailure.privateAddress) { try await door.fetch("http://127.0.0.1/") }
            #expect(proxy.requests.count == 1)
        }
    }

    private func door(_ server: LocalServer, overall: Double = 20) -> OutboundDoor {
        OutboundDoor(OutboundPolicy(allowedAddresses: [server.host], overallSeconds: overall))
    }
}
