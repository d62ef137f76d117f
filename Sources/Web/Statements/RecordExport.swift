package import Basics
package import Newsroom
import Storage

/// The whole record as data, piece by piece, however long it is: what speakers' pages give of each, with what was withdrawn or lost since.
package struct RecordExport: Sendable {
    private let newsroom: Newsroom
    private let place: RecordData.Place
    private let format: RecordFormat

    private static let step = 500

    /// `origin` is where the site is reached, and addresses are those of pages in `language`.
    package init(_ newsroom: Newsroom, origin: String, language: Language, _ format: RecordFormat) {
        (self.newsroom, self.format) = (newsroom, format)
        place = RecordData.Place(face: newsroom.face, origin: origin, language: language)
    }

    /// Gives it to `write` in order, and says how many statements of how many there are. Returns their number.
    package func run(write: (String) throws -> Void, tell: (_ done: Int, _ of: Int) -> Void) async throws -> Int {
        let all = try await newsroom.database.read { try Statements.count($0) }
        try write(format.opening(address: place.absolute(.speakers(place.language, page: 1))))
        var done = 0
        var last = ID<RecordedStatement>(0)
        while true {
            let found = try await newsroom.database.read { [last] in try Statements.spoken($0, after: last, limit: Self.step) }
            guard let end = found.last?.recorded.id else { break }
            try write(format.piece(found.map { RecordData(spoken: $0, place: place) }, isFirst: done == 0))
            (last, done) = (end, done + found.count)
            tell(done, max(all, done))
        }
        try write(format.closing + (format == .csv ? "" : "\n"))
        return done
    }
}
