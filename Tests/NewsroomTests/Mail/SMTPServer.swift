import Foundation
import Testing
import TestSupport

@testable import Newsroom

/// A server of SMTP for one test: Tests/Mail/smtp_server.py, where it is told what each recipient's name makes it do.
struct SMTPServer {
    let port: Int
    private let folder: URL

    /// The letters it took, in order.
    func letters() throws -> [ReceivedLetter] {
        try (1...).lazy.map { folder.appending(path: "\($0).json") }.prefix { FileManager.default.fileExists(atPath: $0.path) }
            .map { try JSONDecoder().decode(ReceivedLetter.self, from: Data(contentsOf: $0)) }
    }

    /// Each recipient that it was asked to take a letter for, with the name its client gave and whether the line was encrypted.
    var asked: [String] {
        let text = (try? String(contentsOf: folder.appending(path: "asked"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// A client said farewell while the server was silent, and stayed for the answer.
    var wasWaitedFor: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "waited").path) }

    /// Lets it go on with the letters that it is silent about.
    func goOn() throws { try Data().write(to: folder.appending(path: "go")) }

    /// How to reach it, on a line that is not encrypted unless `security` says so.
    func address(_ security: MailServer.Security = .none, scheme: String = "smtp", login: String = "") throws -> MailServer {
        var server = try #require(MailServer("\(scheme)://\(login)127.0.0.1:\(port)"))
        server.security = security
        return server
    }

    fileprivate init(port: Int, folder: URL) {
        self.port = port
        self.folder = folder
    }
}

/// Gives `body` a running server.
func withSMTPServer<Value>(
    _ options: [String] = [], isolation: isolated (any Actor)? = #isolation, _ body: (SMTPServer) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        let process = try MailPython.process("smtp_server.py", [folder.path] + options)
        // It ends with its input, however this process ends.
        let (input, output) = (Pipe(), Pipe())
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        (process.standardInput, process.standardOutput) = (input, output)
        // It tells each client that went away.
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { try? input.fileHandleForWriting.close() }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "the server of SMTP did not start")
        return try await body(SMTPServer(port: port, folder: folder))
    }
}

/// A certificate for 127.0.0.1 that nobody has signed but itself.
struct TestCertificate {
    let certificate: String
    let key: String

    init(in folder: URL) throws {
        (certificate, key) = (folder.appending(path: "cert.pem").path, folder.appending(path: "key.pem").path)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key,
        ]
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    var options: [String] { ["--cert", certificate, "--key", key] }
}
