package import Basics

/// What a check of the copydesk found at a place.
package struct Finding: Hashable, Sendable {
    /// How much it matters; an editor may require none of a level before a story is published.
    package enum Level: String, Sendable, CaseIterable, Comparable, Codable {
        case suggestion, warning, error
        package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
        private var rank: Int { Level.allCases.firstIndex(of: self) ?? 0 }
    }

    package var check: String
    package var level: Level
    /// In scalars of the whole `Prose`.
    package var range: Range<Int>
    package var message: Phrase
    /// What to write instead of the range.
    package var suggestion: String?
    /// The other places where the same stands: they take the same suggestion.
    package var also: [Range<Int>]

    package init(check: String, level: Level, range: Range<Int>, message: Phrase, suggestion: String? = nil, also: [Range<Int>] = []) {
        (self.check, self.level, self.range, self.message, self.suggestion) = (check, level, range, message, suggestion)
        self.also = also
    }
}
