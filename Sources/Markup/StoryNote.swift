/// Something that a story could not take in as it was: what, how often, and a piece of the text that was lost.
package struct StoryNote: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An element left out with all that was in it.
        case droppedElement
        /// An element whose text was kept and whose meaning was not.
        case unwrappedElement
        case droppedAttribute
        /// A heading, list or picture that stands elsewhere or on another level than before.
        case changedElement
        /// An address that may not be linked to, or a picture's that may not be loaded.
        case refusedAddress
        /// A shortcode without a counterpart; the text it wraps was kept.
        case unknownShortcode
        /// A block of a plug-in or theme that has no text of its own.
        case emptyBlock
        /// A picture that the library does not have.
        case missingPicture
        /// Markup nested deeper than any reader could follow.
        case flattened
    }

    package let kind: Kind
    /// The element, attribute, shortcode, block or address.
    package let name: String
    package var count: Int
    /// The beginning of what was lost, the first time.
    package let excerpt: String?

    package init(_ kind: Kind, _ name: String, count: Int = 1, excerpt: String? = nil) {
        self.kind = kind
        self.name = name
        self.count = count
        self.excerpt = excerpt
    }
}

extension Sequence<StoryNote> {
    /// One note for each kind and name, with the counts added up; in order of first appearance.
    package func merged() -> [StoryNote] {
        var ledger = NoteLedger()
        for note in self { ledger.add(note) }
        return ledger.notes
    }
}
