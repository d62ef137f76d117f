/// A stretch of an export that is read by itself: an item, a record of the channel, or what stands between them.
struct ExportPiece {
    enum Kind: Equatable {
        case item
        /// An author, category, tag or term, by its name as written, such as `wp:author`.
        case record(String)
        case gap
    }

    enum Ending: Equatable {
        case closed
        /// The next item began before this one was closed.
        case interrupted
        /// A section that is never closed ran into the next item and was cut there.
        case cut
        case endOfFile
        /// Longer than allowed: only the head was kept.
        case tooLarge(bytes: Int)
    }

    let kind: Kind
    let bytes: [UInt8]
    /// The line of the document on which it begins, counted from 1.
    let line: Int
    let ending: Ending
}
