import Basics
import Foundation

/// Reads comma-separated values (RFC 4180) record by record, whatever the file's size: quoted fields with commas, quotes and line ends in them, CRLF
/// or LF, a byte order mark, empty lines between records.
///
/// A record that is none costs itself: reading goes on with the next line.
final class CSVReader {
    struct Record {
        /// On which it begins, counted from 1.
        let line: Int
        let fields: Result<[String], Fault>
    }

    enum Fault: Error, Hashable {
        case strayQuote, unclosedQuote, tooLong, invalidBytes
    }

    /// Longer than any record that an export of these tables can hold.
    static let longestRecord = 1 << 16

    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    private var line = 1
    /// Where the next record begins in the buffer.
    private var start = 0

    /// Refuses with `notFound` a file that cannot be opened.
    init(path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Refusal(
                .notFound, ar: "تعذّر فتح الملف \(path): راجع اسمه وحق قراءته.",
                en: "The file \(path) cannot be opened: check its name, and that you may read it.")
        }
        self.handle = handle
        try refill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    }

    deinit { try? handle.close() }

    /// The next record; nil at the end of the file.
    func next() throws -> Record? {
        while true {
            let scan = scan()
            if case .short = scan, !isAtEnd, buffer.count - start <= Self.longestRecord {
                try refill()
                continue
            }
            guard start < buffer.count else { return nil }
            let first = line
            let fields: Result<[String], Fault>
            switch scan {
            case .record(let found, let end):
                pass(to: end)
                if found == [[]] { continue }
                let texts = found.compactMap { String(validating: $0, as: UTF8.self) }
                fields = texts.count == found.count ? .success(texts) : .failure(.invalidBytes)
            case .fault(let fault):
                passLine()
                fields = .failure(fault)
            case .short:
                let fault: Fault = isAtEnd ? .unclosedQuote : .tooLong
                passLine()
                fields = .failure(fault)
            }
            return Record(line: first, fields: fields)
        }
    }

    // MARK: One record

    private enum Scan {
        /// Its fields, and where the next one begins.
        case record([[UInt8]], end: Int)
        case fault(Fault)
        /// The buffer ends before the record does.
        case short
    }

    private static let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ","), lineFeed = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")

    private func scan() -> Scan {
        var fields: [[UInt8]] = []
        var place = start
        while true {
            var field: [UInt8] = []
            let isQuoted = place < buffer.count && buffer[place] == Self.quote
            if isQuoted {
                place += 1
                while true {
                    guard place < buffer.count else { return .short }
                    if buffer[place] != Self.quote {
                        field.append(buffer[place])
                        place += 1
                    } else {
                        guard place + 1 < buffer.count || isAtEnd else { return .short }
                        guard place + 1 < buffer.count, buffer[place + 1] == Self.quote else { break }
                        field.append(Self.quote)
                        place += 2
                    }
                }
                place += 1
            } else {
                let rest = buffer[place...].prefix { $0 != Self.comma && $0 != Self.lineFeed }
                place = rest.endIndex
                guard place < buffer.count || isAtEnd else { return .short }
                field = Array(rest)
                if field.last == Self.carriageReturn, place == buffer.count || buffer[place] == Self.lineFeed { field.removeLast() }
                if field.contains(Self.quote) { return .fault(.strayQuote) }
            }
            if isQuoted, place < buffer.count, buffer[place] == Self.carriageReturn {
                guard place + 1 < buffer.count || isAtEnd else { return .short }
                place += 1
            }
            fields.append(field)
            guard place < buffer.count else { return isAtEnd ? .record(fields, end: place) : .short }
            switch buffer[place] {
            case Self.comma: place += 1
            case Self.lineFeed: return .record(fields, end: place + 1)
            default: return .fault(.strayQuote)
            }
        }
    }

    // MARK: The buffer

    private func refill() throws {
        buffer.removeFirst(start)
        start = 0
        let chunk = try handle.read(upToCount: 1 << 16) ?? Data()
        isAtEnd = chunk.isEmpty
        buffer.append(contentsOf: chunk)
    }

    private func pass(to end: Int) {
        line += buffer[start..<end].count { $0 == Self.lineFeed }
        start = end
    }

    private func passLine() {
        let end = buffer[start...].firstIndex(of: Self.lineFeed)
        pass(to: end.map { $0 + 1 } ?? buffer.count)
    }
}

extension CSVReader.Fault {
    var words: Phrase {
        switch self {
        case .strayQuote: Phrase(ar: "علامة اقتباس في غير موضعها", en: "a quotation mark stands where none may")
        case .unclosedQuote: Phrase(ar: "علامة اقتباس لا تُغلق", en: "a quotation mark is never closed")
        case .tooLong: Phrase(ar: "السطر أطول من أن يكون سجلًا", en: "longer than any record")
        case .invalidBytes: Phrase(ar: "ليس مكتوبًا بترميز UTF-8", en: "not written in UTF-8")
        }
    }
}
