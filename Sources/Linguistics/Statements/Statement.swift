/// Somebody's words or what they are reported to have said, with the places of its parts in a `Prose`.
package struct Statement: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case direct, indirect, mixed }

    /// What a statement rests on.
    package enum SourceClass: String, Sendable, CaseIterable {
        case person, organisation, document
        /// "Reports", "observers": nobody in particular.
        case vague
        /// Somebody in particular whose name is held back: "a security official who asked not to be named".
        case unnamed
    }

    /// Where the source, the cue and the content stand; a split quotation has several spans of content; no source is known where there are none.
    package var source: [Range<Int>]
    package var cue: [Range<Int>]
    package var content: [Range<Int>]
    package var kind: Kind
    package var sourceClass: SourceClass
    /// The full name of the person, organisation or document; nil when vague or unnamed.
    package var speaker: String?
    /// The speaker's role as the text gives it, here or where it introduces her.
    package var role: String?
    /// To whom, where, when it was said, as written.
    package var context: String?

    package init(
        source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>], kind: Kind, sourceClass: SourceClass, speaker: String? = nil,
        role: String? = nil, context: String? = nil
    ) {
        (self.source, self.cue, self.content) = (source, cue, content)
        (self.kind, self.sourceClass) = (kind, sourceClass)
        (self.speaker, self.role, self.context) = (speaker, role, context)
    }
}
