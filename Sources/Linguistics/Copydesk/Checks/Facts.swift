import Basics

/// A picture without a description for those who do not see it.
struct MissingAlt: Check {
    let id = "alt-missing"

    func hits(in reading: Reading) -> [Hit] {
        reading.context.pictures.filter { $0.alt.allSatisfy(\.isWhitespace) }.map {
            Hit(range: $0.range ?? 0..<0, words: ["name": $0.name.phrase], fold: $0.name)
        }
    }
}

/// A link whose words do not say where it leads.
struct LinkText: Check {
    let id = "link-text"

    func hits(in reading: Reading) -> [Hit] {
        let labels = WordLists.list("link-labels")
        return reading.context.links.compactMap { link in
            let words = link.text.split { !$0.isLetter && !$0.isNumber }.map { Prose.key(String($0)) }.joined(separator: " ")
            let isAddress = link.text.contains("://")
            guard labels.contains(words) || isAddress || words.isEmpty else { return nil }
            return Hit(range: link.range ?? 0..<0, message: isAddress ? "address" : "message", words: ["label": String(link.text.prefix(60)).phrase])
        }
    }
}
