/// What someone typed or pasted into a field, made fit to be kept and shown among other people's words.
///
/// Control characters and the marks that turn the direction of text round (embeddings, overrides, isolates) are **removed, not refused**: they come along
/// unseen with what is pasted, and nobody could find what to mend. Left alone they would let a name turn round the words that stand behind it (CVE-2021-42574).
/// Joiners stay, which Persian and emoji need, and the two plain direction marks, which turn nothing but themselves.
package enum TypedText {
    /// One line: every run of white space is one space, and there is none at the ends.
    package static func line(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace || $0.isLineBreak }.map { cleaned($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Lines and paragraphs as they were typed, line ends as U+000A, without white space at the ends of the text.
    package static func paragraphs(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").unicodeScalars.split(omittingEmptySubsequences: false) { $0.isLineBreak }.map { cleaned($0) }
        let whole = lines.joined(separator: "\n")
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        return String(whole.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    /// Whether anything of a text can be seen.
    package static func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .format
        }
    }

    private static func cleaned(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in scalars where !scalar.isRemoved { kept.append(scalar == "\t" ? " " : scalar) }
        return String(kept)
    }
}

extension Unicode.Scalar {
    fileprivate var isLineBreak: Bool { [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(value) }

    fileprivate var isRemoved: Bool {
        switch value {
        case 0x09: false
        // Embeddings, overrides and isolates; deprecated format characters; byte order mark; annotations; tags, but for those of flags.
        case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: true
        default: properties.generalCategory == .control || properties.isNoncharacterCodePoint
        }
    }
}
