package import Basics
import Foundation

/// A folder that letters are laid in when there is no server: one file each, by name in the order they were posted.
package struct MailFolder: Hashable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Writes the letter and returns its file's path. The same letter again is the same file. Throws a `MailFailure`.
    func keep(_ message: MailMessage) throws -> String {
        let file = "\(path)/\(Self.name(message))"
        let draft = file + ".draft"
        var message = message
        message.isEightBit = true
        do {
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.fault(path) }
            // Left by a worker that died: nobody else has this letter.
            unlink(draft)
            let new = try NewFile(draft, mode: 0o600)
            try message.bytes.withUnsafeBytes { try new.write($0) }
            try new.finish()
            guard rename(draft, file) == 0 else { throw Self.fault(file) }
            return file
        } catch let failure as OutboundFailure {
            throw MailFailure(.trouble, "\(file): \(failure.words.en)")
        }
    }

    /// Removes the letters that were posted before `moment`. Other files stay.
    package func forget(before moment: Instant) throws {
        let first = Self.stamp(moment)
        for name in try letters() where name < first { unlink("\(path)/\(name)") }
    }

    /// Removes all letters to these addresses.
    package func forget(to addresses: Set<EmailAddress>) throws {
        for name in try letters() {
            let head = FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0.prefix(4_096), as: UTF8.self) } ?? ""
            let line = head.split(separator: "\r\n").first { $0.hasPrefix("To: ") }
            if let to = line.flatMap({ EmailAddress(String($0.dropFirst(4))) }), addresses.contains(to) { unlink("\(path)/\(name)") }
        }
    }

    /// The names of the letters here, none when there is no folder yet.
    private func letters() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
            name.hasSuffix(".eml") && name.prefix(8).allSatisfy(\.isNumber) && name.dropFirst(8).hasPrefix("T")
        }
    }

    /// The moment it was posted, and as much of its Message-ID as tells it from others of that moment.
    private static func name(_ message: MailMessage) -> String {
        "\(stamp(message.date))-\(Digest(of: message.messageID).hex.prefix(12)).eml"
    }

    private static func stamp(_ moment: Instant) -> String {
        let seconds = moment.civil().rfc3339.filter { $0 != ":" && $0 != "-" }.dropLast()
        return "\(seconds).\(String(moment.milliseconds % 1000 + 1000).suffix(3))Z"
    }

    private static func fault(_ path: String) -> MailFailure { MailFailure(.trouble, "\(path): \(String(cString: strerror(errno)))") }
}
