/// All mentions of one name in a text, whatever their spelling: the full name and its parts standing alone.
package struct NameGroup: Hashable, Sendable {
    /// The fullest mention in the spelling most mentions have.
    package var canonical: String
    package var mentions: [NameMention]
    /// How often each spelling stands, without clitics and possessive endings.
    package var spellings: [String: Int]
}

/// A name standing in a text.
package struct NameMention: Hashable, Sendable {
    /// In scalars of the whole `Prose`, without clitics and possessive endings.
    package var range: Range<Int>
    package var text: String
    /// The words of the name, titles and particles left out.
    package var words: [NameWord]
}

/// A word of a name in a text.
package struct NameWord: Hashable, Sendable {
    /// In scalars of the whole `Prose`, without clitics and possessive endings.
    package var range: Range<Int>
    package var text: String
    /// The word in lower case without vowel marks.
    package var key: String
}
