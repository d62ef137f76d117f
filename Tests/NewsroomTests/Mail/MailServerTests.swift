import Basics
import Foundation
import Testing
import TestSupport

@testable import Newsroom

@Suite("Speaking with a server of mail")
struct MailServerTests {
    @Test("a letter is sent at once, and the server's last words are told")
    func itWorks() async throws {
        try await withSMTPServer { server in
            let words = try await send(server.address())
            #expect(try words == "250 2.0.0 Taken" && server.letters().count == 1)
        }
    }

    @Test(
        "the line is encrypted by STARTTLS where that is offered, checked against the given certificates",
        arguments: [MailServer.Security.required, .optional])
    func startTLS(security: MailServer.Security) async throws {
        try await withCertificate { certificate in
            try await withSMTPServer(certificate.options) { server in
                var address = try server.address(security)
                address.authorities = certificate.certificate
                _ = try await send(address)
                #expect(server.asked == ["reader@example.org news.example.org TLS"])
            }
        }
    }

    @Test("on smtps the line is encrypted from the start")
    func tls() async throws {
        try await withCertificate { certificate in
            try await withSMTPServer(certificate.options + ["--tls"]) { server in
                var address = try server.address(.required, scheme: "smtps")
                address.authorities = certificate.certificate
                _ = try await send(address)
                #expect(server.asked == ["reader@example.org news.example.org TLS"])
            }
        }
    }

    @Test("a certificate that nobody trusts is not taken, and nothing is sent", arguments: [MailServer.Security.required, .optional])
    func untrusted(security: MailServer.Security) async throws {
        try await withCertificate { certificate in
            try await withSMTPServer(certificate.options) { server in
                let failure = await failure(try server.address(security))
                #expect(failure?.kind == .trouble && failure?.words.lowercased().contains("certificate") == true, "\(String(describing: failure))")
                #expect(server.asked.isEmpty)
            }
        }
    }

    @Test("without STARTTLS nothing is sent where it is required, and a letter is where it is not")
    func noTLS() async throws {
        try await withSMTPServer { server in
            #expect(await failure(try server.address(.required))?.kind == .trouble)
            #expect(server.asked.isEmpty)
            _ = try await send(server.address(.optional))
            #expect(server.asked == ["reader@example.org news.example.org clear"])
        }
    }

    @Test("a server that wants a log-in gets user and password, percent-encoded or given apart")
    func login() async throws {
        try await withSMTPServer(["--user", "post:se:cret/€"]) { server in
            _ = try await send(server.address(login: "post:se%3Acret%2F%E2%82%AC@"))
            var apart = try #require(MailServer("smtp://post@127.0.0.1:\(server.port)", password: "se:cret/€"))
            apart.security = .none
            _ = try await send(apart)
            #expect(try server.letters().map(\.login) == ["post:se:cret/€", "post:se:cret/€"])
        }
    }

    @Test("a wrong password, or none, is trouble of the newsroom's and not of a letter's; the password is in no words")
    func wrongLogin() async throws {
        try await withSMTPServer(["--user", "post:right"]) { server in
            let wrong = await failure(try server.address(login: "post:wrongsecret@"))
            #expect(wrong?.kind == .trouble && wrong?.words.hasPrefix("535 ") == true, "\(String(describing: wrong))")
            #expect(wrong?.words.contains("wrongsecret") == false)
            let none = await failure(try server.address())
            #expect(none?.kind == .trouble && none?.words.hasPrefix("530 ") == true, "\(String(describing: none))")
            #expect(try server.letters().isEmpty)
        }
    }

    @Test("a server that turns everyone away, or this sender, is trouble: no letter is lost for it")
    func turnedAway() async throws {
        for options in [["--greeting", "554 No service here"], ["--sender-refused"]] {
            try await withSMTPServer(options) { server in
                let failure = await failure(try server.address())
                #expect(failure?.kind == .trouble && failure?.words.hasPrefix("55") == true, "\(String(describing: failure))")
            }
        }
    }

    @Test("no server, or one that never speaks, is trouble, and is not waited for without end", .timeLimit(.minutes(30)))
    func silence() async throws {
        let nobody = await failure(try #require(MailServer("smtp://127.0.0.1:1")))
        #expect(nobody?.kind == .trouble && nobody?.words.contains("127.0.0.1") == true)
        try await withServer(answer: { _, _ in }) { silent in
            var server = try #require(MailServer("smtp://\(silent.host)"))
            server.connectSeconds = 1
            #expect(await failure(server)?.kind == .trouble)
        }
    }

    @Test("the proxy of the environment is not used, that of the settings is")
    func proxy() async throws {
        try await withServer(answer: { _, write in _ = write(response(403)) }) { proxy in
            try await withSMTPServer { server in
                setenv("ALL_PROXY", "http://\(proxy.host)", 1)
                defer { unsetenv("ALL_PROXY") }
                _ = try await send(server.address())
                #expect(proxy.requests.isEmpty)
                var address = try #require(MailServer("smtp://mail.example:587"))
                address.proxy = "http://\(proxy.host)"
                #expect(await failure(address)?.kind == .trouble)
                #expect(proxy.requests.map { $0.prefix(22) } == ["CONNECT mail.example:5"])
            }
        }
    }

    @Test(
        "what is no address of a server is refused",
        arguments: [
            "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail.example.org/path", "smtp://mail.example.org?x=1",
            "smtp://mail.example.org:0", "smtp://mail.example.org:70000", "smtp://user@mail.example.org", "smtp://:secret@mail.example.org",
            "smtp://us%0Aer:secret@mail.example.org", "smtp://mail example.org", "smtp://a:b@mail.example.org#x", "smtp:mail.example.org",
        ])
    func noServer(text: String) {
        #expect(MailServer(text) == nil)
    }

    @Test("a server is shown without its password")
    func shown() throws {
        let server = try #require(MailServer("smtps://post:secret@mail.example.org:465"))
        #expect("\(server)" == "smtps://mail.example.org:465 as post" && !String(reflecting: server).contains("secret"))
        #expect(MailServer("smtp://post:secret@mail.example.org", password: "other") == nil)
        #expect(try #require(MailServer("smtp://[::1]:25")).isLocal && !server.isLocal)
    }

    private func send(_ server: MailServer) async throws -> String {
        try await Postman.sample(.server(server)).send(.sample(), at: Instant(seconds: 1_590_949_200))
    }

    private func failure(_ server: MailServer) async -> MailFailure? {
        await #expect(throws: MailFailure.self) { try await send(server) }
    }

    private func withCertificate(_ body: (TestCertificate) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in try await body(TestCertificate(in: folder)) }
    }
}
