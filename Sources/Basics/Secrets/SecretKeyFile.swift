import CSodium
import Foundation
import Glibc

/// The file that holds the newsroom's secret: text, so that it can be printed and kept apart from the database's copies.
package struct SecretKeyFile: Sendable {
    package let path: String

    private static let mark = "matbaa-secret-1:"
    private static let longest = 4096
    private static let note = """
        # The secret of this newsroom. Without it no password can be checked and no one-time code made: keep a copy, apart from the database's.

        """

    package init(path: String) { self.path = path }

    /// The keys made from the file. Without a file one is made, readable by its owner alone, when `makes` says so: not when there are accounts already, whose
    /// passwords a new secret would make worthless.
    package func keys(makes: Bool) throws(Refusal) -> SecretKeys {
        if let text = try read() { return try keys(from: text) }
        guard makes else {
            throw refusal(
                "is missing, and the accounts in the database were made with it. Put it back from your copy, or name where it is", ar: "غير موجود")
        }
        try write(Self.note + Self.mark + Base64URL.encode(.random(SecretKeys.size)) + "\n")
        guard let text = try read() else { throw refusal("went away while it was made", ar: "اختفى أثناء إنشائه") }
        return try keys(from: text)
    }

    /// The file's text; nil when there is none.
    private func read() throws(Refusal) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw refusal("cannot be read: \(reason())", ar: "تعذرت قراءته")
        }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw refusal("is not a file", ar: "ليس ملفًا") }
        guard facts.st_mode & 0o077 == 0 else {
            throw refusal("can be read by others than its owner. Run: chmod 600 \(path)", ar: "يستطيع غير مالكه قراءته. نفّذ chmod 600")
        }
        guard facts.st_uid == geteuid() || facts.st_uid == 0 else {
            throw refusal("belongs to another user. Give it to the one that runs Matbaa: chown", ar: "يملكه مستخدم آخر")
        }
        var bytes = [UInt8](repeating: 0, count: Self.longest)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw refusal("cannot be read: \(reason())", ar: "تعذرت قراءته") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    private func keys(from text: String) throws(Refusal) -> SecretKeys {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        guard text.utf8.count < Self.longest, lines.count == 1, let line = lines.first, line.hasPrefix(Self.mark),
            let secret = Base64URL.decode(String(line.dropFirst(Self.mark.count))), let keys = SecretKeys(secret: secret),
            sodium_is_zero(secret, secret.count) == 0
        else {
            throw refusal(
                "is no secret of Matbaa, or is damaged. Put it back from your copy; one line of it begins with \(Self.mark)",
                ar: "ليس ملف مفتاح صالحًا")
        }
        return keys
    }

    /// Writes the file whole or not at all. When another process was first, its file stands.
    private func write(_ text: String) throws(Refusal) {
        let draft = "\(path).\(Token().text.prefix(12)).new"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refusal("cannot be made: \(reason())", ar: "تعذر إنشاؤه") }
        defer { unlink(draft) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        guard close(file) == 0, isWritten else { throw refusal("cannot be written: \(reason())", ar: "تعذرت كتابته") }
        guard link(draft, path) == 0 || errno == EEXIST else { throw refusal("cannot be made: \(reason())", ar: "تعذر إنشاؤه") }
        let folder = open((path as NSString).deletingLastPathComponent.orHere, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func reason() -> String { String(cString: strerror(errno)) }

    private func refusal(_ en: String, ar: String) -> Refusal {
        Refusal(.unavailable, ar: "ملف المفتاح \(path): \(ar)", en: "The secret key file \(path) \(en).", field: "secret-key")
    }
}

extension String {
    fileprivate var orHere: String { isEmpty ? "." : self }
}
