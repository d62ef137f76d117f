import Foundation

/// The program as it was built, run as an operator runs it.
enum Program {
    /// Its exit status, and what it wrote to both its outputs.
    static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let environment = ProcessInfo.processInfo.environment["MATBAA_TEST_BINARY"]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: environment ?? House.root.appendingPathComponent(".build/debug/matbaa").path)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
