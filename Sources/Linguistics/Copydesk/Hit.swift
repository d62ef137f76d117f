import Basics

/// One check of the copydesk. Its level, words and examples stand in the catalogue under its id.
protocol Check: Sendable {
    var id: String { get }
    func hits(in reading: Reading) -> [Hit]
}

/// A place that a check marks, before it has a level and words.
struct Hit: Sendable {
    var range: Range<Int>
    var suggestion: String?
    /// Which of the check's messages says it.
    var message = "message"
    /// What stands in the message for `{name}`; `{said}` and `{fix}` are known without.
    var words: [String: Phrase] = [:]
    var also: [Range<Int>] = []
    /// Hits with the same one are a single finding in several places.
    var fold: String?
}

extension String {
    /// A quoted word, which is the same in both languages.
    var phrase: Phrase { Phrase(ar: self, en: self) }
}
