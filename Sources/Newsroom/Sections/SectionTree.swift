package import Basics

/// All sections, in the newsroom's order. Small enough to be read whole: tens, seldom hundreds.
package struct SectionTree: Sendable {
    /// Every section, parents in order, each before its children.
    package let sections: [Section]
    private let byID: [ID<Section>: Section]

    init(_ sections: [Section]) {
        self.sections = sections
        byID = Dictionary(uniqueKeysWithValues: sections.map { ($0.id, $0) })
    }

    package subscript(id id: ID<Section>?) -> Section? { id.flatMap { byID[$0] } }

    /// The sections at the top that have a name in this language.
    package func top(in language: Language) -> [Section] { sections.filter { $0.parentID == nil && $0.names[language] != nil } }

    package func children(of id: ID<Section>, in language: Language) -> [Section] {
        sections.filter { $0.parentID == id && $0.names[language] != nil }
    }

    /// The section and those above it, the topmost first.
    package func path(to id: ID<Section>) -> [Section] {
        var path: [Section] = []
        var next = byID[id]
        while let section = next, !path.contains(section) {
            path.insert(section, at: 0)
            next = section.parentID.flatMap { byID[$0] }
        }
        return path
    }
}
