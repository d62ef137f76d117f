import Glibc

/// What the file system says of a file. Links are not followed.
package struct FileFacts: Sendable {
    package let isRegular: Bool
    package let bytes: Int
    /// When its bytes last changed.
    package let changedAt: Instant

    /// Nil when there is no such file.
    package init?(path: String) {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }

    /// Of a file by its name in an open folder.
    package init?(name: String, in folder: Int32) {
        var facts = stat()
        guard fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        self.init(facts)
    }

    /// Of an open file.
    package init?(open descriptor: Int32) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        self.init(facts)
    }

    private init(_ facts: stat) {
        isRegular = facts.st_mode & S_IFMT == S_IFREG
        bytes = Int(facts.st_size)
        changedAt = Instant(seconds: Int64(facts.st_mtim.tv_sec))
    }
}
