/// Who said what in an English text.
enum EnglishAttribution {
    static func statements(in prose: Prose) -> [Statement] { [] }
}
