/// Who said what in an Arabic text.
enum ArabicAttribution {
    static func statements(in prose: Prose) -> [Statement] { [] }
}
