import Basics
import Foundation

extension MediaFolder {
    /// A file as it was taken in.
    struct Kept: Hashable {
        let digest: Digest
        let bytes: Int
        let type: MediaType
    }

    /// Copies a file onto a shelf under its own digest, whole and on disk when this returns. `type` looks at its first bytes and may refuse.
    ///
    /// The bytes looked at, digested and copied are read once, so that nobody can change the file in between.
    func keep(_ source: String, on shelf: Shelf, type: ([UInt8]) throws -> MediaType) throws -> Kept {
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard input >= 0 else { throw FolderFault("open", source) }
        defer { close(input) }
        guard FileFacts(open: input)?.isRegular == true else { throw FolderFault("open", source, code: EINVAL) }
        let folder = try openRoot().folder(shelf.rawValue)
        let draft = ".\(UUID().uuidString)"
        let output = try folder.newFile(draft)
        defer { close(output) }
        do {
            let kept = try copy(from: input, to: output, type: type)
            guard fsync(output) == 0 else { throw FolderFault("fsync", draft) }
            let address = MediaAddress(digest: kept.digest, type: kept.type)
            let inner = try folder.folder(address.shelfName, make: true)
            try folder.move(draft, to: inner, as: address.fileName)
            try inner.sync()
            return kept
        } catch {
            folder.remove(draft)
            throw error
        }
    }

    private func copy(from input: CInt, to output: CInt, type: ([UInt8]) throws -> MediaType) throws -> Kept {
        var digest = StreamedDigest()
        var total = 0
        var found: MediaType?
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(input, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FolderFault("read", "") }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            if found == nil { found = try type(Array(piece.prefix(MediaType.sniffed))) }
            if count == 0 { break }
            digest.add(piece)
            total += count
            try put(piece, into: output)
        }
        guard let found else { throw FolderFault("read", "", code: EIO) }
        return Kept(digest: digest.finished(), bytes: total, type: found)
    }

    private func put(_ piece: UnsafeRawBufferPointer, into output: CInt) throws {
        var rest = piece[...]
        while !rest.isEmpty {
            let count = write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FolderFault("write", "") }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts an original where it is served from: by a second name for the same bytes, or by a copy where the file system has no such names.
    func publish(_ digest: Digest, _ type: MediaType) throws {
        let address = MediaAddress(digest: digest, type: type)
        let root = try openRoot()
        let from = try root.folder(Shelf.originals.rawValue).folder(address.shelfName)
        let into = try root.folder(Shelf.variants.rawValue).folder(address.shelfName, make: true)
        if linkat(from.descriptor, address.fileName, into.descriptor, address.fileName, 0) == 0 || errno == EEXIST {
            try into.sync()
        } else {
            _ = try keep(original(digest, type), on: .variants) { _ in type }
        }
    }

    /// Where a file stands.
    struct Place: Hashable, Sendable {
        let address: MediaAddress
        let shelf: Shelf
    }

    /// Removes files that no record has any more; what is not there is no fault.
    func remove(_ places: [Place]) {
        for place in places {
            try? openRoot().folder(place.shelf.rawValue).folder(place.address.shelfName).remove(place.address.fileName)
        }
    }
}
