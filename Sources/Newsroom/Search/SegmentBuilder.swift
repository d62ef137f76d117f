import Basics
import Linguistics

/// Turns documents round, from the words of each to where each word stands.
struct SegmentBuilder {
    private struct Occurrence {
        let word: Int32
        let document: Int32
        let position: Int32
        let field: Int32
    }

    private(set) var documents = SegmentDocuments()
    private var words = WordTable()
    private var occurrences: [Occurrence] = []

    /// Between two fields, so that no phrase runs on from one into the next.
    private static let gap: Int32 = 2

    mutating func add(_ edition: ID<Edition>, _ document: SearchDocument) {
        var position: Int32 = 0
        let number = Int32(documents.count)
        let start = occurrences.count
        for (field, text) in [(1, document.headline), (2, document.standfirst), (0, document.body)] {
            let bytes = Array(text.utf8)
            var place = 0
            while place < bytes.count {
                let end = bytes[place...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
                if end > place {
                    let word = Int32(words.number(of: bytes[place..<end]))
                    occurrences.append(Occurrence(word: word, document: number, position: position, field: Int32(field)))
                    position += 1
                }
                place = end + 1
            }
            position += Self.gap
        }
        documents.add(edition, length: occurrences.count - start)
    }

    /// Writes the words in the order of their stems.
    func write(to writer: BlockWriter) throws {
        var writer = writer
        let stems = SearchStems()
        var order: [(stem: [UInt8], word: [UInt8], number: Int)] = (0..<words.count).map { number in
            let word = Array(words.word(number))
            return (stems.stem(word), word, number)
        }
        order.sort { a, b in a.stem == b.stem ? a.word.lexicographicallyPrecedes(b.word) : a.stem.lexicographicallyPrecedes(b.stem) }
        let (starts, sorted) = occurrencesByWord()
        var places = PostingWriter()
        for (stem, word, number) in order {
            places.clear()
            Self.write(sorted[starts[number]..<starts[number + 1]], &places)
            try writer.add(stem: stem, word: word, documents: places.documents, places)
        }
        try writer.finish()
    }

    /// All occurrences, each word's together and in the order of the text.
    private func occurrencesByWord() -> (starts: [Int], sorted: [Occurrence]) {
        var starts = [Int](repeating: 0, count: words.count + 1)
        for occurrence in occurrences { starts[Int(occurrence.word) + 1] += 1 }
        for number in 0..<words.count { starts[number + 1] += starts[number] }
        var next = starts
        var sorted = occurrences
        for occurrence in occurrences {
            sorted[next[Int(occurrence.word)]] = occurrence
            next[Int(occurrence.word)] += 1
        }
        return (starts, sorted)
    }

    private static func write(_ list: ArraySlice<Occurrence>, _ places: inout PostingWriter) {
        var index = list.startIndex
        while index < list.endIndex {
            let document = list[index].document
            var (count, fields, last) = (0, Int32(0), Int32(0))
            while index < list.endIndex, list[index].document == document {
                places.add(step: Int(list[index].position - last))
                (count, fields, last) = (count + 1, fields | list[index].field, list[index].position)
                index += 1
            }
            places.add(Int(document), count: count, fields: Int(fields))
        }
    }
}
