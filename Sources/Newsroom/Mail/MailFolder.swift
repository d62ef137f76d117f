import Basics
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

    /// The moment it was posted, and as much of its Message-ID as tells it from others of that moment.
    private static func name(_ message: MailMessage) -> String {
        let moment = message.date.civil().rfc3339.filter { $0 != ":" && $0 != "-" }.dropLast()
        let thousandths = String(message.date.milliseconds % 1000 + 1000).suffix(3)
        return "\(moment).\(thousandths)Z-\(Digest(of: message.messageID).hex.prefix(12)).eml"
    }

    private static func fault(_ path: String) -> MailFailure { MailFailure(.trouble, "\(path): \(String(cString: strerror(errno)))") }
}
