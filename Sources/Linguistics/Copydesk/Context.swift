package import Basics

extension Copydesk {
    /// What the desk knows about a text beyond its words.
    package struct Context: Sendable {
        /// The headline, when it does not stand in the text as a block of its own.
        package var headline: String?
        /// The other editions of the work.
        package var editions: [OtherEdition] = []
        package var pictures: [Picture] = []
        package var links: [Link] = []
        /// The day the text is dated: its publication, or today.
        package var date: CivilTime?
        /// How often the newsroom's archive spells a name this way.
        package var archive: [String: Int] = [:]

        package init(headline: String? = nil) { self.headline = headline }
    }

    /// Another edition of the same work.
    package struct OtherEdition: Sendable {
        package var prose: Prose
        package var statements: [Statement]
        /// Whether the text at hand was translated from this one.
        package var isOriginal: Bool

        package var language: Language { prose.language }

        package init(prose: Prose, statements: [Statement], isOriginal: Bool = false) {
            (self.prose, self.statements, self.isOriginal) = (prose, statements, isOriginal)
        }
    }

    /// A picture of the text: its place when it has one, and what it is called for the editor.
    package struct Picture: Sendable {
        package var range: Range<Int>?
        package var name: String
        package var alt: String

        package init(range: Range<Int>? = nil, name: String, alt: String) { (self.range, self.name, self.alt) = (range, name, alt) }
    }

    /// A link of the text: the place and the words that are its label.
    package struct Link: Sendable {
        package var range: Range<Int>?
        package var text: String

        package init(range: Range<Int>? = nil, text: String) { (self.range, self.text) = (range, text) }
    }
}
