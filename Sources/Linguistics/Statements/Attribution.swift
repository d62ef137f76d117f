import Basics

/// Finds who said what in a text.
package enum Attribution {
    /// The statements of a text in the order of their first words.
    package static func statements(in prose: Prose) -> [Statement] {
        switch prose.language {
        case .ar: ArabicAttribution.statements(in: prose)
        case .en: EnglishAttribution.statements(in: prose)
        }
    }
}
