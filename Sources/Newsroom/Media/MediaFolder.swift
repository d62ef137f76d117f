import Basics
import Foundation

/// The files behind the records: `originals`, which nobody is served, `variants`, which everybody may be, and `work`, which is swept.
///
/// Each file bears its digest as its name. No step below the folder follows a symbolic link.
package struct MediaFolder: Hashable, Sendable {
    enum Shelf: String, CaseIterable {
        case originals, variants, work
    }

    /// From the root: the programs that develop pictures work in folders of their own.
    package let path: String

    /// Makes what is missing of the folder. Refuses with `unavailable`, in words for the operator.
    package init(_ path: String) throws {
        let path = URL(fileURLWithPath: path).standardizedFileURL.path
        self.path = path
        do {
            if mkdir(path, 0o750) != 0, errno != EEXIST { throw FolderFault("mkdir", path) }
            let root = try openRoot()
            for shelf in Shelf.allCases { _ = try root.folder(shelf.rawValue, make: true) }
        } catch let fault as FolderFault {
            throw Refusal(
                .unavailable, ar: "لا يمكن استعمال مجلد الوسائط \(path): \(fault.reason).",
                en: "The media folder \(path) cannot be used: \(fault.reason).")
        }
    }

    /// The file of a variant, or of a document, sound or film that is ready; nil when there is none.
    package func file(at address: MediaAddress) -> ServedFile? {
        guard let folder = try? openRoot().folder(Shelf.variants.rawValue).folder(address.shelfName),
            let bytes = folder.size(of: address.fileName)
        else { return nil }
        return ServedFile(path: path(of: address, on: .variants), type: address.type, bytes: bytes)
    }

    /// The same by the path of a request, which must be exactly what `MediaAddress.path` writes.
    package func file(forAddress path: String) -> ServedFile? { MediaAddress(path).flatMap(file(at:)) }

    func original(_ digest: Digest, _ type: MediaType) -> String { path(of: MediaAddress(digest: digest, type: type), on: .originals) }

    func path(of address: MediaAddress, on shelf: Shelf) -> String {
        "\(path)/\(shelf.rawValue)/\(address.shelfName)/\(address.fileName)"
    }

    func openRoot() throws -> OpenFolder { try OpenFolder(path) }
}

/// A file that may be sent to whoever asks.
package struct ServedFile: Hashable, Sendable {
    package let path: String
    package let type: MediaType
    package let bytes: Int

    /// Whether it must be sent with `Content-Disposition: attachment`: all that the darkroom has not made anew.
    package var isAttachment: Bool { type.kind != .picture }
}

extension MediaAddress {
    /// Files are spread over 256 folders.
    var shelfName: String { String(digest.hex.prefix(2)) }
}
