import Foundation

/// Which passwords may be chosen (NIST SP 800-63B-4, 3.1.1.2): long enough, not among the first that would be guessed; no rule on which kinds of characters.
package struct PasswordRules: Sendable {
    /// When the password alone opens the account, in code points.
    package static let shortestAlone = 15
    /// When a second factor is asked as well.
    package static let shortestWithFactor = 8
    /// A password must take at least 2 to the power of this many guesses of one who knows the lists, the newsroom and the account.
    private static let leastBits = 26.0

    private let own: Set<String>

    /// `own` are names that anyone would try: the newsroom's in both languages, its domain, the reader's name and address.
    package init(own: [String]) {
        var words: Set<String> = []
        for name in own {
            let folded = PasswordPieces.fold(String(name.prefix(Self.longestName)))
            words.insert(folded)
            let parts = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            words.formUnion(parts)
            words.insert(parts.joined())
        }
        self.own = words.filter { (3...Self.longestName).contains($0.unicodeScalars.count) }
    }

    private static let longestName = 64

    /// The password, prepared to be hashed, or a refusal with the reason. `hasFactor` says that a second factor is asked as well.
    package func admit(_ written: String, hasFactor: Bool) throws(Refusal) -> PreparedPassword {
        let password = try PreparedPassword(written)
        let shortest = hasFactor ? Self.shortestWithFactor : Self.shortestAlone
        guard password.length >= shortest else {
            throw Refusal(
                .invalid, ar: "كلمة السر قصيرة: \(shortest) حرفًا على الأقل. أسهلها حفظًا جملة من عدة كلمات.",
                en: "The password is too short: at least \(shortest) characters. A sentence of several words is easiest to keep in mind.",
                field: "password")
        }
        let pieces = PasswordPieces(of: password.text, own: own, enough: Self.leastBits)
        guard pieces.bits >= Self.leastBits else { throw Self.refusal(pieces.kinds) }
        return password
    }

    private static func refusal(_ kinds: Set<PasswordPieces.Kind>) -> Refusal {
        if kinds.contains(.own) {
            return Refusal(
                .invalid, ar: "كلمة السر تكاد تكون اسمك أو عنوانك أو اسم الموقع، وهذا أول ما يُخمَّن. اختر غيرها.",
                en: "The password is little more than your name, your address or the name of this site, which is guessed first. Choose another.",
                field: "password")
        }
        if kinds.contains(.common) {
            return Refusal(
                .invalid, ar: "كلمة السر من أكثر الكلمات شيوعًا، فتُخمَّن سريعًا. اختر غيرها.",
                en: "The password is among the most common ones, or nearly, and would soon be guessed. Choose another.", field: "password")
        }
        return Refusal(
            .invalid, ar: "كلمة السر حروف متتابعة أو مكررة أو سنوات، فتُخمَّن سريعًا. اختر غيرها.",
            en: "The password is a row of keys, a year or a repetition, and would soon be guessed. Choose another.", field: "password")
    }
}
