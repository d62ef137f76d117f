import Markup

/// What became of a block of text between two revisions, in plain text.
package enum TextChange: Hashable, Sendable {
    case kept(String), added(String), removed(String)

    package var isKept: Bool { if case .kept = self { true } else { false } }

    /// Headline, standfirst and text, block by block, in the order of reading: what was taken away stands before what came in its place.
    package static func between(_ old: Content, _ new: Content) -> [TextChange] { changes(blocks(old), blocks(new)) }

    /// The same between two blocks, in runs of whole words with the spaces between them.
    package static func words(_ old: String, _ new: String) -> [TextChange] { joined(changes(tokens(old), tokens(new))) }

    private static func changes(_ before: [String], _ after: [String]) -> [TextChange] {
        let difference = after.difference(from: before)
        let gone = Set(difference.removals.map(\.offset))
        let come = Set(difference.insertions.map(\.offset))
        var changes: [TextChange] = []
        var (from, to) = (0, 0)
        while from < before.count || to < after.count {
            if gone.contains(from) {
                changes.append(.removed(before[from]))
                from += 1
            } else if come.contains(to) {
                changes.append(.added(after[to]))
                to += 1
            } else {
                changes.append(.kept(after[to]))
                (from, to) = (from + 1, to + 1)
            }
        }
        return changes
    }

    /// Words, and what stands between them.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var isWord = false
        for character in text {
            let belongs = character.isLetter || character.isNumber
            if belongs, isWord, let last = tokens.indices.last { tokens[last].append(character) } else { tokens.append(String(character)) }
            isWord = belongs
        }
        return tokens
    }

    private static func joined(_ runs: [TextChange]) -> [TextChange] {
        var joined: [TextChange] = []
        for run in runs {
            switch (joined.last, run) {
            case (.kept(let a), .kept(let b)): joined[joined.count - 1] = .kept(a + b)
            case (.added(let a), .added(let b)): joined[joined.count - 1] = .added(a + b)
            case (.removed(let a), .removed(let b)): joined[joined.count - 1] = .removed(a + b)
            default: joined.append(run)
            }
        }
        return joined
    }

    private static func blocks(_ content: Content) -> [String] {
        let lines = content.body.plainText.split(whereSeparator: \.isNewline).map { String($0).replacing("\t", with: " · ") }
        return ([content.headline, content.standfirst] + lines).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
