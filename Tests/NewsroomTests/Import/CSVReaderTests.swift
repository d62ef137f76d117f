import Foundation
import TestSupport
import Testing

@testable import Newsroom

@Suite("Comma-separated values")
struct CSVReaderTests {
    @Test("fields may be quoted, with commas, quotes and line ends in them")
    func itWorks() async throws {
        #expect(try await read("a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n\"\",\n") == ["1: a|b", "2: 1|x, \"y\"\r\nz", "4: |"])
    }

    @Test("a byte order mark, empty lines and a missing last line end are no matter")
    func tolerated() async throws {
        #expect(try await read("\u{FEFF}a,b\n\n\r\n1,2") == ["1: a|b", "4: 1|2"])
        #expect(try await read("") == [])
        #expect(try await read("\"a\",\"b\"") == ["1: a|b"])
    }

    @Test("a record that is none costs its line, and no other")
    func broken() async throws {
        let text = "1,a\n2,a\"b\n3,\"a\"b\n4,\"never closed\n5,e\n6,f"
        #expect(try await read(text) == ["1: 1|a", "2: strayQuote", "3: strayQuote", "4: unclosedQuote", "5: 5|e", "6: 6|f"])
        #expect(try await read(Data("1,a\n2,\u{0}".utf8) + Data([0xFF]) + Data("\n3,c".utf8)) == ["1: 1|a", "2: invalidBytes", "3: 3|c"])
    }

    @Test("a record longer than any is not held")
    func long() async throws {
        let text = "1,a\n2,\"" + String(repeating: "x\n", count: 200_000) + "\n3,c"
        let read = try await read(text)
        #expect(read[1] == "2: tooLong" && read.last == "200003: 3|c")
    }

    @Test("records across the ends of chunks are whole", arguments: [65_533, 65_534, 65_535, 65_536, 65_537])
    func chunks(size: Int) async throws {
        let first = String(repeating: "x", count: size / 2 - 1) + "," + String(repeating: "y", count: size - size / 2 - 2)
        let read = try await read(first + "\r\n\"a\"\"b\",\"c\"\r\nd,e\r\n")
        #expect(read.count == 3 && read[1] == "2: a\"b|c" && read[2] == "3: d|e")
    }

    private func read(_ text: String) async throws -> [String] { try await read(Data(text.utf8)) }

    private func read(_ data: Data) async throws -> [String] {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "table.csv")
            try data.write(to: file)
            let reader = try CSVReader(path: file.path)
            var records: [String] = []
            while let record = try reader.next() {
                switch record.fields {
                case .success(let fields): records.append("\(record.line): \(fields.joined(separator: "|"))")
                case .failure(let fault): records.append("\(record.line): \(fault)")
                }
            }
            return records
        }
    }
}
