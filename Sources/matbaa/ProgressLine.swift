import Foundation

/// One line on the terminal that says how long work comes along; silent when the terminal is none.
final class ProgressLine: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = Date()
    private let noun: String

    init(_ noun: String) { self.noun = noun }

    /// `part` of the whole is done, from 0 to 1; nil when the whole is not known.
    func show(_ count: Int, part: Double?) {
        guard isShown else { return }
        let seconds = max(Date().timeIntervalSince(start), 0.001)
        var line = "\r\(count) \(noun), \(Int(Double(count) / seconds))/s"
        if let part, part > 0 {
            let left = Int(seconds / part * (1 - part))
            line += ", \(Int(part * 100)) %, \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
        }
        FileHandle.standardError.write(Data((line + "\u{1B}[K").utf8))
    }

    func finish() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
