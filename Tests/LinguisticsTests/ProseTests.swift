import Basics
import Testing

@testable import Linguistics

@Suite("Prose")
struct ProseTests {
    @Test("a text is cut into blocks, sentences and tokens whose places count scalars")
    func cut() {
        let prose = Prose(plain: "A heading\n\nMr. Smith said: “It’s 3.5 m.” He left.\r\nنعم.")
        #expect(prose.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
        #expect(
            prose.sentences.map { prose.tokens[$0.tokens].map(\.text).joined(separator: "|") } == [
                "A|heading", "Mr|.|Smith|said|:|“|It’s|3.5|m|.|”", "He|left|.", "نعم|.",
            ])
        #expect(prose.tokens.allSatisfy { prose.text($0.range) == $0.text })
    }

    @Test("marks of direction and vowels do not part a word, nor stand in its key")
    func marks() {
        let prose = Prose(plain: "قالَ مُحَمَّدٌ")
        #expect(prose.tokens.map(\.key) == ["قال", "محمد"])
    }
}
