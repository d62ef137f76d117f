/// Who said what in an Arabic text, by rules over word lists: a verb that reports words, the source beside it, the words behind it, and the
/// person whom a surname, a title or a pronoun means.
enum ArabicAttribution {
    static func statements(in prose: Prose) -> [Statement] {
        guard !prose.tokens.isEmpty else { return [] }
        var reader = ArabicStatementReader(ArabicReading(prose))
        return reader.statements()
    }
}
