package import Basics
import CArchive
import Glibc

/// An export as it lies on the disk: plain, gzip or zip, told apart by what is in it and not by its name, and read in chunks.
package final class ExportFile {
    package let path: String
    /// The size of the file on the disk.
    package let totalBytes: Int64
    /// How much of the file on the disk was read so far, for a progress bar.
    package private(set) var bytesRead: Int64 = 0

    let limits: ExportLimits
    /// How much came out, over all documents.
    private var bytesGiven: Int64 = 0
    private let wrapping: Wrapping

    private enum Wrapping {
        case none, gzip, zip
    }

    /// Refuses (`notFound`) a path that cannot be opened, and (`invalid`) one that is not a file.
    package init(path: String, limits: ExportLimits = ExportLimits()) throws(Refusal) {
        self.path = path
        self.limits = limits
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw Refusal(
                .notFound, ar: "تعذّر فتح الملف \(path): راجع اسمه وحق قراءته.",
                en: "The file \(path) cannot be opened: check its name, and that you may read it.")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(.invalid, ar: "\(path) ليس ملفًا", en: "\(path) is not a file")
        }
        totalBytes = Int64(status.st_size)
        var head = [UInt8](repeating: 0, count: 4)
        let count = Glibc.read(descriptor, &head, 4)
        wrapping = ExportFile.wrapping(of: head.prefix(max(count, 0)))
    }

    private static func wrapping(of head: ArraySlice<UInt8>) -> Wrapping {
        if head.starts(with: [0x1F, 0x8B]) { return .gzip }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
        return .none
    }

    /// Gives each document in turn: the file itself, or every `.xml` of a zip. Folders, links and all else in a zip are passed over.
    func documents(_ body: (ExportDocument) throws -> Void) throws {
        (bytesRead, bytesGiven) = (0, 0)
        guard totalBytes > 0 else { return try body(ExportDocument(of: self, archive: nil, name: nil)) }
        guard let archive = archive_read_new() else { throw ExportDamage(detail: "no memory") }
        defer { archive_read_free(archive) }
        switch wrapping {
        case .none: archive_read_support_format_raw(archive)
        case .gzip:
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_raw(archive)
        case .zip: archive_read_support_format_zip(archive)
        }
        guard archive_read_open_filename(archive, path, 1 << 17) == ARCHIVE_OK else { throw ExportDamage(in: archive) }
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { break }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw ExportDamage(in: archive) }
            guard wrapping == .zip else {
                try body(ExportDocument(of: self, archive: archive, name: nil))
                continue
            }
            if let name = ExportFile.documentName(of: entry) { try body(ExportDocument(of: self, archive: archive, name: name)) }
        }
        bytesRead = totalBytes
    }

    /// The name of a member of a zip that may be an export: a regular file called `….xml` that is no side file of a Mac.
    private static func documentName(of entry: OpaquePointer?) -> String? {
        let regularFile: mode_t = 0o100000
        guard archive_entry_filetype(entry) == regularFile, archive_entry_symlink(entry) == nil, archive_entry_hardlink(entry) == nil,
            let raw = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        else { return nil }
        let name = String(cString: raw)
        let last = name.split(separator: "/").last ?? ""
        return last.lowercased().hasSuffix(".xml") && !last.hasPrefix("._") ? name : nil
    }

    /// Notes bytes that came out; tells whether they are within the limits.
    fileprivate func advance(by count: Int, to position: Int64) -> Bool {
        bytesRead = min(max(bytesRead, position), totalBytes)
        bytesGiven += Int64(count)
        return limits.allow(bytesGiven, outOf: wrapping == .none ? bytesGiven : bytesRead)
    }
}

/// One document of an export file, read once from its beginning.
final class ExportDocument {
    /// The name in the zip; nil when the file is the document.
    let name: String?

    private let file: ExportFile
    private let archive: OpaquePointer?

    init(of file: ExportFile, archive: OpaquePointer?, name: String?) {
        self.file = file
        self.archive = archive
        self.name = name
    }

    /// The next bytes, or nil at the end. Throws `ExportDamage` when the file is broken or grows beyond its limits.
    func chunk() throws(ExportDamage) -> [UInt8]? {
        guard let archive else { return nil }
        let size = 1 << 17
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            count = archive_read_data(archive, buffer.baseAddress, size)
            filled = max(count, 0)
        }
        guard count >= 0 else { throw ExportDamage(in: archive) }
        guard count > 0 else { return nil }
        guard file.advance(by: count, to: archive_filter_bytes(archive, -1)) else { throw ExportDamage(detail: nil) }
        return bytes
    }
}

/// Why a file gives no more bytes: what the archive library says, or nil when it grew beyond its limits.
struct ExportDamage: Error {
    let detail: String?

    init(detail: String?) { self.detail = detail }

    init(in archive: OpaquePointer) {
        detail = archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
    }
}
