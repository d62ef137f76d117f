package import Basics

/// A name with its address and what it is about, in one language: a section's or a topic's.
package struct LocalName: Hashable, Sendable {
    package var name: String
    package var slug: Slug
    package var description: String

    package init(name: String, slug: Slug, description: String = "") {
        self.name = name
        self.slug = slug
        self.description = description
    }
}

/// A part of the newspaper. Sections form a tree; each has a name in the languages it appears in.
package struct Section: Hashable, Sendable {
    package let id: ID<Section>
    package let parentID: ID<Section>?
    package let names: [Language: LocalName]

    package init(id: ID<Section>, parentID: ID<Section>?, names: [Language: LocalName]) {
        self.id = id
        self.parentID = parentID
        self.names = names
    }
}

/// What a story is about, across sections.
package struct Topic: Hashable, Sendable {
    package let id: ID<Topic>
    package let names: [Language: LocalName]

    package init(id: ID<Topic>, names: [Language: LocalName]) {
        self.id = id
        self.names = names
    }
}
