/// What the word lists say about a word, by the classes that their lines begin with.
struct ArabicTraits: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let role = Self(rawValue: 1 << 0)
    static let honorific = Self(rawValue: 1 << 1)
    static let rank = Self(rawValue: 1 << 2)
    static let organisation = Self(rawValue: 1 << 3)
    static let document = Self(rawValue: 1 << 4)
    static let vague = Self(rawValue: 1 << 5)
    static let unnamed = Self(rawValue: 1 << 6)
    static let context = Self(rawValue: 1 << 7)
    static let media = Self(rawValue: 1 << 8)
    static let object = Self(rawValue: 1 << 9)
    static let given = Self(rawValue: 1 << 10)
    static let bin = Self(rawValue: 1 << 11)
    static let opener = Self(rawValue: 1 << 12)
    static let question = Self(rawValue: 1 << 13)
    static let preposition = Self(rawValue: 1 << 14)
    static let time = Self(rawValue: 1 << 15)
    static let relative = Self(rawValue: 1 << 16)
    static let aside = Self(rawValue: 1 << 17)
    static let subordinate = Self(rawValue: 1 << 18)
    static let negation = Self(rawValue: 1 << 19)
    static let particle = Self(rawValue: 1 << 20)
    static let interruption = Self(rawValue: 1 << 21)
    static let carrier = Self(rawValue: 1 << 22)
    static let according = Self(rawValue: 1 << 23)
    static let feminine = Self(rawValue: 1 << 24)
    static let highness = Self(rawValue: 1 << 25)

    /// A proper name of a country, a capital, an agency: speaks as an organisation.
    static let proper = Self(rawValue: 1 << 26)
    /// What is condemned: an attack, a crime.
    static let target = Self(rawValue: 1 << 27)

    /// Classes of nouns, which may stand behind a conjunction, a preposition of one letter and the article.
    static let nouns: Self = [.role, .honorific, .rank, .organisation, .document, .vague, .unnamed, .context, .media, .object, .proper, .target]
    /// Classes that head a source.
    static let heads: Self = [.role, .honorific, .rank, .organisation, .document, .vague, .unnamed, .given]

    static let named: [String: Self] = [
        "role": .role, "honorific": .honorific, "rank": .rank, "organisation": .organisation, "document": .document, "vague": .vague,
        "unnamed": .unnamed, "context": .context, "media": .media, "object": .object, "bin": .bin, "opener": .opener, "question": .question,
        "preposition": .preposition, "time": .time, "relative": .relative, "aside": .aside, "subordinate": .subordinate,
        "negation": .negation, "particle": .particle, "interruption": .interruption, "carrier": .carrier, "according": .according,
        "proper": [.proper, .organisation], "target": .target, "feminine": .feminine, "highness": .highness,
    ]
}
