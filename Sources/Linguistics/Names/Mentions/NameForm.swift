import Basics

/// A word used as a name, or perhaps as one, with what stands beside it.
struct NameUse {
    var range: Range<Int>
    var text: String
    var key: String
    /// The words of the same name before and after it.
    var before: String?
    var after: String?
    /// The words that stand beside it in its sentence, whatever they are; known in Arabic.
    var wordBefore: String?
    var wordAfter: String?
    /// How surely it is a name here, from 0 to 1 and somewhat more.
    var evidence: Float
}

/// A spelling with all its uses in a text.
struct NameForm {
    let key: String
    let uses: [NameUse]
    let part: NamePart?
    /// Keys to find other spellings by.
    let keys: [String]
    /// How surely the uses are a name's, together.
    let evidence: Float

    init(key: String, uses: [NameUse]) {
        (self.key, self.uses) = (key, uses)
        part = NameParts(key).whole
        keys = part.map { Array(Set(NameKeys.keys(of: $0).prefix(4).map(Self.coarse))) } ?? []
        evidence = uses.reduce(0) { $0 + min($1.evidence, 1) }
    }

    var meanEvidence: Float { evidence / Float(max(uses.count, 1)) }

    var isAcronym: Bool { uses[0].text.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." } }

    /// Whether it is a given name that many bear: another spelling that is one too is another name.
    var isCommonGivenName: Bool {
        let folded = ArabicNameParts.folded(key)
        return ArabicNameWords.given.contains(folded) || (ArabicNameParts.counts[folded]?.given ?? 0) >= 20
    }

    /// Whether it is a part of several known names.
    var isNamePart: Bool { ArabicNameParts.isKnown(ArabicNameParts.folded(key)) }

    /// The spelling most uses have.
    var spelling: String {
        var counts: [String: Int] = [:]
        for use in uses { counts[use.text, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
    }

    /// Whether the words beside a use stand beside this form too.
    func shares(_ use: NameUse) -> Bool {
        uses.contains { (use.before != nil && use.before == $0.before) || (use.after != nil && use.after == $0.after) }
    }

    /// Whether this form has the same word before a use as it has somewhere, and the same behind it.
    func standsLike(_ use: NameUse) -> Bool {
        guard let before = use.wordBefore, let after = use.wordAfter else { return false }
        return uses.contains { $0.wordBefore == before } && uses.contains { $0.wordAfter == after }
    }

    /// Whether another given name before a use, or a family name behind it, says that it is somebody else's.
    func contradicts(_ use: NameUse) -> Bool {
        if use.after != nil { return uses.contains { $0.before != nil || $0.after != nil } }
        return use.before != nil && uses.contains { $0.before != nil }
    }

    /// A key in which sounds near to each other are one.
    private static func coarse(_ key: String) -> String {
        String(
            decoding: key.utf8.map { letter in
                switch letter {
                case ascii("j"), ascii("g"), ascii("x"): ascii("k")
                case ascii("z"), ascii("S"): ascii("s")
                case ascii("d"): ascii("t")
                default: letter
                }
            }, as: UTF8.self)
    }
}
