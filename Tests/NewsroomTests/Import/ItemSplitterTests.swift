import Foundation
import Testing

@testable import Newsroom

@Suite("Cutting an export into items")
struct ItemSplitterTests {
    private func pieces(_ bytes: [UInt8], chunk: Int) -> [ExportPiece] {
        var splitter = ItemSplitter(itemBytes: 1 << 20)
        var place = 0
        var pieces: [ExportPiece] = []
        while let piece = splitter.next(refill: {
            guard place < bytes.count else { return nil }
            defer { place += chunk }
            return Array(bytes[place..<min(place + chunk, bytes.count)])
        }) { pieces.append(piece) }
        return pieces
    }

    @Test("the pieces are the file", arguments: ["newsroom-1.2.xml", "malformed/quoted-export.xml", "malformed/unclosed-cdata-at-end.xml"])
    func whole(name: String) throws {
        let bytes = Array(try Data(contentsOf: ExportSample.fixtures.appendingPathComponent(name)))
        let pieces = pieces(bytes, chunk: 4096)
        #expect(pieces.flatMap(\.bytes) == bytes)
        #expect(pieces.filter { $0.kind == .item }.allSatisfy { $0.bytes.starts(with: "<item>".utf8) })
    }

    @Test("they are the same however the bytes come in", arguments: [1, 2, 3, 7, 64, 1000])
    func chunks(size: Int) throws {
        for name in ["newsroom-1.2.xml", "malformed/quoted-export.xml", "malformed/unclosed-cdata-at-end.xml", "malformed/truncated.xml"] {
            let bytes = Array(try Data(contentsOf: ExportSample.fixtures.appendingPathComponent(name)))
            let (small, large) = (pieces(bytes, chunk: size), pieces(bytes, chunk: bytes.count))
            #expect(small.map(\.bytes) == large.map(\.bytes))
            #expect(small.map(\.line) == large.map(\.line))
            #expect(small.map(\.ending) == large.map(\.ending))
        }
    }

    @Test("a file cut anywhere gives no more and no other items than the whole one")
    func prefixes() throws {
        let bytes = Array(try Data(contentsOf: ExportSample.fixtures.appendingPathComponent("malformed/nested-cdata.xml")))
        let all = pieces(bytes, chunk: 4096).filter { $0.kind == .item }.map(\.bytes)
        for length in 0..<bytes.count {
            let items = pieces(Array(bytes[..<length]), chunk: 4096).filter { $0.kind == .item && $0.ending == .closed }.map(\.bytes)
            #expect(items == Array(all.prefix(items.count)))
        }
    }
}
