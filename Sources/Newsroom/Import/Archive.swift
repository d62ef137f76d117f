import Basics
import CArchive
import Foundation

/// An archive that the program made itself, unpacked.
package enum Archive {
    /// Writes the regular files of a tar archive below `folder`. Refuses with `invalid` what is no archive, or names a place outside.
    package static func unpack(_ bytes: [UInt8], into folder: String) throws {
        guard let archive = archive_read_new() else { return }
        defer { archive_read_free(archive) }
        archive_read_support_format_tar(archive)
        guard archive_read_open_memory(archive, bytes, bytes.count) == ARCHIVE_OK else { throw broken }
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK, let raw = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { throw broken }
            let name = String(cString: raw)
            guard archive_entry_filetype(entry) == 0o100000 else { continue }
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { throw broken }
            let path = folder + "/" + name
            try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            var data = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
            guard archive_read_data(archive, &data, data.count) == data.count, FileManager.default.createFile(atPath: path, contents: Data(data))
            else { throw broken }
        }
    }

    private static var broken: Refusal { Refusal(.invalid, ar: "أرشيف تالف", en: "The archive is broken or the disk is full.") }
}
