extension Copydesk {
    /// An editor's "leave it as it is": a check's id and the words it is about, with a bit of what stands around them, so that it holds while the text
    /// changes elsewhere.
    package struct Exception: Hashable, Sendable, Codable {
        package var check: String
        package var quoted: String
        /// The letters and digits before and behind, as many as `reach`.
        package var before: String
        package var after: String

        package init(check: String, quoted: String, before: String, after: String) {
            (self.check, self.quoted, self.before, self.after) = (check, quoted, before, after)
        }

        /// The exception that keeps a finding from coming back.
        package init(_ finding: Finding, in prose: Prose) {
            self.init(check: finding.check, range: finding.range, in: prose)
        }

        init(check: String, range: Range<Int>, in prose: Prose) {
            self.check = check
            let range = range.clamped(to: 0..<prose.scalars.count)
            quoted = prose.text(range)
            before = Self.letters(prose.scalars[..<range.lowerBound].reversed().lazy.prefix(Self.reach * 3), reversed: true)
            after = Self.letters(prose.scalars[range.upperBound...].lazy.prefix(Self.reach * 3), reversed: false)
        }

        private static let reach = 12

        private static func letters(_ scalars: some Sequence<Unicode.Scalar>, reversed: Bool) -> String {
            let kept = Array(scalars.lazy.filter { $0.isWordLetter || $0.isDigit }.prefix(reach))
            var view = String.UnicodeScalarView()
            view.append(contentsOf: reversed ? kept.reversed() : kept)
            return String(view)
        }

        /// Whether this was said of that place: the same words, and on one side at least the same surroundings.
        func covers(_ other: Exception) -> Bool {
            check == other.check && quoted == other.quoted && (before == other.before || after == other.after)
        }
    }
}
