package import Basics
import Storage

/// Somebody who signs articles.
package struct Person: Hashable, Sendable {
    package struct Name: Hashable, Sendable {
        package var name: String
        package var biography: String

        package init(name: String, biography: String = "") {
            self.name = name
            self.biography = biography
        }
    }

    package let id: ID<Person>
    package let slug: Slug
    package let names: [Language: Name]

    /// The name in this language, or in the other when this one is not known.
    package func name(in language: Language) -> String { names[language]?.name ?? names[language.other]?.name ?? slug.text }

    package func biography(in language: Language) -> String { names[language]?.biography ?? "" }
}
