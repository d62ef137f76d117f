import Basics
import Linguistics
import Testing

@testable import Newsroom

@Suite("Anchors of statements")
struct AnchorTests {
    private let prose = Prose(plain: "Ada said the quay opens on Sunday. Ben said it does not.", language: .en)

    private func anchor(_ words: String) throws -> Anchor { Anchor(try #require(prose.range(of: words, near: 0)), in: prose) }

    private func text(_ finding: Anchor.Finding, in prose: Prose) -> String? { finding.range.map { prose.text($0) } }

    @Test("words are found again when the text around them has changed, before and behind")
    func moved() throws {
        let anchor = try anchor("the quay opens on Sunday")
        let changed = Prose(plain: "Yesterday evening, Ada, who knows, said the quay opens on Sunday — at last.", language: .en)
        #expect(anchor.find(in: changed) == .kept(40..<64))
        #expect(changed.text(40..<64) == anchor.exact)
    }

    @Test("of the same words in two places, those with the same surroundings are meant, wherever they stood")
    func twice() throws {
        let prose = Prose(plain: "“No,” Ada said. Later, “No,” Ben said.", language: .en)
        let second = Anchor(try #require(prose.range(of: "“No,”", near: 30)), in: prose)
        let swapped = Prose(plain: "Later, “No,” Ben said. “No,” Ada said first of all.", language: .en)
        #expect(second.find(in: swapped) == .kept(7..<12))
        let exchanged = Prose(plain: "“No,” Ada said. She slept. Later, “No,” Ben said.", language: .en)
        #expect(second.find(in: exchanged).range?.lowerBound == 34)
    }

    @Test("words of which most still stand are altered; of which few do, lost")
    func altered() throws {
        let anchor = try anchor("the quay opens on Sunday")
        let mended = Prose(plain: "Ada said the old quay opens on Monday. Ben said it does not.", language: .en)
        guard case .altered(let range) = anchor.find(in: mended) else {
            Issue.record("\(anchor.find(in: mended))")
            return
        }
        #expect(mended.text(range).contains("quay opens on"))
        #expect(anchor.find(in: Prose(plain: "Nobody spoke of anything on that day.", language: .en)) == .lost)
        #expect(anchor.find(in: Prose([], language: .en)) == .lost)
    }

    @Test("a place that was never there, a text of one letter, and marks of direction end in an answer")
    func strange() throws {
        let long = Prose(plain: String(repeating: "a", count: 200_000), language: .en)
        let anchor = Anchor(0..<100, in: long)
        #expect(anchor.find(in: long).range?.count == 100)
        #expect(anchor.find(in: Prose(plain: "b", language: .en)) == .lost)
        let marked = Prose(plain: "قال أحمد: \u{202B}«لا نتراجع»\u{202C}.", language: .ar)
        let quoted = Anchor(try #require(marked.range(of: "«لا نتراجع»", near: 0)), in: marked)
        #expect(text(quoted.find(in: marked), in: marked) == "«لا نتراجع»")
    }
}
