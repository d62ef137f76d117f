import Basics

/// The documents of a segment by their places in it: which edition each is, and how many words it has.
struct SegmentDocuments {
    private var writer = IndexWriter()
    private var last = 0
    private(set) var editions: [ID<Edition>] = []
    private(set) var length = 0

    var count: Int { editions.count }
    var bytes: [UInt8] { writer.bytes }

    mutating func add(_ edition: ID<Edition>, length: Int) {
        let number = Int(edition.rawValue)
        writer.add(signed: number - last)
        writer.add(length)
        last = number
        editions.append(edition)
        self.length += length
    }

    /// Gives each document's edition and length.
    static func read(_ bytes: [UInt8], _ body: (_ edition: Int64, _ length: Int) -> Void) {
        var reader = IndexReader(bytes)
        var last = 0
        while !reader.isAtEnd {
            last &+= reader.signedNumber()
            body(Int64(last), reader.number())
        }
    }
}
