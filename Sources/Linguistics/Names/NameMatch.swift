/// Whether two spellings are one name, in any script.
package enum NameMatch {
    /// How sure it is, from 0 to 1, that both spell the name of the same person, place or family; from .5 on the product says yes. Symmetric.
    package static func score(_ a: String, _ b: String) -> Double { a == b ? 1 : 0 }

    /// Keys to find candidates by: two spellings of one name part mostly share one, whatever their script.
    package static func keys(of part: String) -> Set<String> { [part.lowercased()] }
}
