import Foundation
import Testing

/// Python with aiosmtpd, and the scripts of Tests/Mail.
enum MailPython {
    static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Mail")

    /// A process that runs a script of Tests/Mail. Fails the test when there is no Python for it.
    static func process(_ script: String, _ arguments: [String] = []) throws -> Process {
        let python = try #require(
            ProcessInfo.processInfo.environment["MATBAA_TEST_PYTHON"],
            "MATBAA_TEST_PYTHON must name a Python with Tests/Mail/requirements.txt, as Scripts/test makes it")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-B", scripts.appending(path: script).path] + arguments
        return process
    }

    /// What Python's email package reads out of a letter.
    static func read(_ bytes: [UInt8]) throws -> ReceivedLetter {
        let process = try process("letters.py")
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        let json = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(ReceivedLetter.self, from: json)
    }
}

/// A letter as its reader's program understands it.
struct ReceivedLetter: Decodable {
    let raw: Data
    let headers: [[String]]
    let fromName: String
    let fromAddress: String
    let types: [String]
    let plain: String
    let html: String
    /// What Python's parser finds wrong with it.
    let defects: [String]

    // What only a server knows.
    let sender: String?
    let recipients: [String]?
    let login: String?

    subscript(header: String) -> String? { headers.first { $0[0].lowercased() == header.lowercased() }?[1] }

    var names: [String] { headers.map { $0[0] } }

    /// The lines of the head as they came over the wire, folded ones apart.
    var headLines: [String] {
        let head = String(decoding: raw, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        return head.components(separatedBy: "\r\n")
    }
}
