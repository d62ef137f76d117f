import Basics
import Glibc

/// A folder held open, so that what is done in it is done in that very folder.
final class OpenFolder {
    let descriptor: CInt
    private let path: String

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FolderFault("open", path) }
    }

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// A folder inside this one; a symbolic link in its place is refused.
    func folder(_ name: String, make: Bool = false) throws -> OpenFolder {
        if make {
            if mkdirat(descriptor, name, 0o750) == 0 {
                try sync()
            } else if errno != EEXIST {
                throw FolderFault("mkdir", "\(path)/\(name)")
            }
        }
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { throw FolderFault("open", "\(path)/\(name)") }
        return OpenFolder(descriptor: inner, path: "\(path)/\(name)")
    }

    /// How long a plain file is; nil when there is none of this name.
    func size(of name: String) -> Int? {
        guard let facts = FileFacts(name: name, in: descriptor), facts.isRegular else { return nil }
        return facts.bytes
    }

    /// A new, empty file that only its owner may write and its group may read.
    func newFile(_ name: String) throws -> CInt {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw FolderFault("create", "\(path)/\(name)") }
        // The mode asked for is cut by the umask; this one is not.
        guard fchmod(file, 0o640) == 0 else {
            close(file)
            throw FolderFault("chmod", "\(path)/\(name)")
        }
        return file
    }

    func move(_ name: String, to folder: OpenFolder, as newName: String) throws {
        guard renameat(descriptor, name, folder.descriptor, newName) == 0 else { throw FolderFault("rename", "\(folder.path)/\(newName)") }
    }

    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// The names in it are on disk when this returns.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw FolderFault("fsync", path) }
    }
}

/// A step on the disk that failed, with the system's reason.
struct FolderFault: Error, CustomStringConvertible {
    let step: String
    let place: String
    let code: CInt

    init(_ step: String, _ place: String, code: CInt = errno) {
        self.step = step
        self.place = place
        self.code = code
    }

    var reason: String { String(cString: strerror(code)) }
    var description: String { "\(step) \(place): \(reason)" }
}
