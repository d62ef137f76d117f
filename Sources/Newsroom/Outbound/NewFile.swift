import Glibc

/// A file that did not exist before, written from its beginning.
final class NewFile {
    private let path: String
    private let descriptor: CInt

    /// Throws an `OutboundFailure` when there is a file already, or none can be made.
    init(_ path: String, mode: mode_t = 0o640) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw NewFile.unwritable(errno) }
    }

    deinit { close(descriptor) }

    func write(_ data: UnsafeRawBufferPointer) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw NewFile.unwritable(errno)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Throws away what was written, for another answer to take its place.
    func restart() throws {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw NewFile.unwritable(errno) }
    }

    /// On disk when it returns.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw NewFile.unwritable(errno) }
    }

    func remove() { unlink(path) }

    private static func unwritable(_ code: CInt) -> OutboundFailure {
        let reason = String(cString: strerror(code))
        return .passing(ar: "تعذّرت كتابة الملف: \(reason).", en: "The file cannot be written: \(reason).")
    }
}
