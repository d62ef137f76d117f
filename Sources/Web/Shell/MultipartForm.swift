import Basics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom

/// A form with one file in it, as a browser posts it (`multipart/form-data`, RFC 7578).
struct MultipartForm: Sendable {
    /// The name of the file as it was on the other side, without its folder.
    let fileName: String

    /// Writes the first file of the form to the new file at `path`, as it comes; other fields are passed over.
    ///
    /// Refuses with `invalid` what is no such form or has no file, and with `tooLong` a file of more than `mostBytes`.
    init(_ request: Request, writingTo path: String, mostBytes: Int) async throws {
        guard let boundary = Self.boundary(request.headers[.contentType]) else { throw Self.broken }
        var reader = Reader(boundary: boundary)
        let file = try NewFile(path, mostBytes: mostBytes)
        var name: String?
        for try await part in request.body {
            reader.take(part)
            while let piece = try reader.next() {
                switch piece {
                case .head(let head): if name == nil, let found = Self.fileName(head) { (name, reader.isWanted) = (found, true) }
                case .content(let bytes): try file.write(bytes)
                }
            }
        }
        guard reader.isOver, let name, !name.isEmpty else { throw Self.broken }
        fileName = name
    }

    private static func boundary(_ type: String?) -> [UInt8]? {
        guard let type, type.lowercased().hasPrefix("multipart/form-data"), let place = type.range(of: "boundary=") else { return nil }
        let value = type[place.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces.union(["\""]))
        return (1...70).contains(value.utf8.count) ? Array(value.utf8) : nil
    }

    /// The name in a part's head; nil for a part that is no file. Browsers write it in UTF-8, with `"` and line ends percent-encoded.
    private static func fileName(_ head: String) -> String? {
        let lines = head.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }), let place = line.range(of: "filename=\"") else {
            return nil
        }
        let written = line[place.upperBound...].prefix { $0 != "\"" }
        return written.split { $0 == "/" || $0 == "\\" }.last.map { String(TypedText.line(String($0)).prefix(200)) } ?? ""
    }

    private static let broken = Refusal(
        .invalid, ar: "اختر ملفًا ثم أرسله.", en: "Choose a file, and send it.", field: "file")

    /// Takes the parts of a body apart, however it was cut on its way.
    private struct Reader {
        enum Piece {
            case head(String)
            case content([UInt8])
        }

        private enum State { case before, head, content, over }

        /// Before each part stand two hyphens and the boundary, on a line of their own.
        private let delimiter: [UInt8]
        private var state = State.before
        private var rest: [UInt8]
        /// Whether the content of the part that is read now is given.
        var isWanted = false

        private static let longestHead = 8_192

        init(boundary: [UInt8]) {
            delimiter = Array("\r\n--".utf8) + boundary
            // The first delimiter has no line before it.
            rest = Array("\r\n".utf8)
        }

        var isOver: Bool { state == .over }

        mutating func take(_ part: ByteBuffer) { if state != .over { rest += part.readableBytesView } }

        /// The next piece that is whole; nil when more is to come first.
        mutating func next() throws -> Piece? {
            while true {
                switch state {
                case .over: return nil
                case .before:
                    guard let place = rest.range(of: delimiter) else {
                        rest.removeFirst(max(0, rest.count - delimiter.count))
                        return nil
                    }
                    guard rest.count >= place.upperBound + 2 else { return nil }
                    let isLast = rest[place.upperBound] == UInt8(ascii: "-")
                    rest.removeFirst(place.upperBound)
                    state = isLast ? .over : .head
                case .head:
                    guard let end = rest.range(of: Array("\r\n\r\n".utf8)) else {
                        guard rest.count <= Self.longestHead else { throw MultipartForm.broken }
                        return nil
                    }
                    let head = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
                    rest.removeFirst(end.upperBound)
                    state = .content
                    return .head(head)
                case .content:
                    if let place = rest.range(of: delimiter) {
                        let content = Array(rest[..<place.lowerBound])
                        rest.removeFirst(place.lowerBound)
                        state = .before
                        defer { isWanted = false }
                        if isWanted, !content.isEmpty { return .content(content) }
                    } else {
                        let safe = rest.count - delimiter.count
                        guard safe > 0 else { return nil }
                        let content = Array(rest[..<safe])
                        rest.removeFirst(safe)
                        guard isWanted else { return nil }
                        return .content(content)
                    }
                }
            }
        }
    }
}

/// A file that is written as it comes, and grows no longer than it may.
final class NewFile {
    struct TooLong: Error {}
    struct Fault: Error {}

    private let handle: FileHandle
    private let mostBytes: Int
    private var bytes = 0

    init(_ path: String, mostBytes: Int) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Fault() }
        self.handle = handle
        self.mostBytes = mostBytes
    }

    deinit { try? handle.close() }

    func write(_ part: some Collection<UInt8>) throws {
        bytes += part.count
        guard bytes <= mostBytes else { throw TooLong() }
        try handle.write(contentsOf: Data(part))
    }
}

extension [UInt8] {
    /// Where `pattern` first stands.
    fileprivate func range(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var place = startIndex
        while let start = self[place...].firstIndex(of: first), start + pattern.count <= count {
            if self[start..<start + pattern.count].elementsEqual(pattern) { return start..<start + pattern.count }
            place = start + 1
        }
        return nil
    }
}
