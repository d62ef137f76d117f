import Basics

extension Copydesk.House {
    /// Adds the words of a list: one a line, # begins a remark.
    package mutating func add(words text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let word = line.trimmed
            guard !word.isEmpty else { continue }
            words.insert(word)
            words.insert(Prose.key(word))
        }
    }

    /// Adds names: a line each, its fields parted by tabs: the English form, the Arabic form, other spellings, spellings that are somebody else's; the
    /// last two are lists parted by |. A field may be empty, but not both forms.
    package mutating func add(names text: String) throws {
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
            var form: [Language: String] = [:]
            for (language, field) in zip([Language.en, .ar], fields) where !field.isEmpty { form[language] = field }
            guard !form.isEmpty, fields.count <= 4 else {
                throw Refusal(
                    .invalid,
                    ar: "السطر \(number + 1): المنتظر رسم إنجليزي ورسم عربي ورسوم أخرى وما هو لغيره، بينها علامات جدولة.",
                    en: "line \(number + 1): expected an English form, an Arabic form, other spellings and what is somebody else’s, parted by tabs")
            }
            func list(_ index: Int) -> [String] {
                index < fields.count ? fields[index].split(separator: "|").map(\.trimmed).filter { !$0.isEmpty } : []
            }
            names.append(.init(form: form, variants: list(2), others: list(3)))
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
