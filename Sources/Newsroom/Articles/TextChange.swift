import Markup

/// What became of a block of text between two revisions, in plain text.
package enum TextChange: Hashable, Sendable {
    case kept(String), added(String), removed(String)

    /// Headline, standfirst and text, block by block, in the order of reading: what was taken away stands before what came in its place.
    package static func between(_ old: Content, _ new: Content) -> [TextChange] {
        let (before, after) = (blocks(old), blocks(new))
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
