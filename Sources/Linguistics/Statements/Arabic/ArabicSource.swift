/// The noun phrase that names a source.
struct ArabicSource: Sendable {
    var tokens: Range<Int>
    var sourceClass: Statement.SourceClass
    /// The role before or behind the name, and the name, without marks.
    var role: Range<Int>?
    var name: Range<Int>?
    /// The token of the noun that the phrase rests on.
    var head: Int
    var isDefinite = false
    /// "سموه", "معاليه": stands for a person named before.
    var isPronoun = false
    /// Whether a list or a name among the known ones says that this is a source.
    var isCertain = true
}
