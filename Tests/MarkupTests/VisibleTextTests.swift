import Testing

@testable import Markup

@Suite struct VisibleTextTests {
    @Test("no text that shows vanishes without a note")
    func nothingVanishes() {
        var soup = Soup(seed: 9)
        var compared = 0
        for input in Inputs.all + (0..<Soup.runs).map({ _ in soup.next() }) {
            let parsed = StoryParser.html(input)
            guard parsed.notes.allSatisfy({ $0.kind == .unwrappedElement || $0.kind == .changedElement || $0.kind == .flattened }) else { continue }
            compared += 1
            let after = MarkupTree(parsed.story.canonicalHTML).letters
            let lost = MarkupTree(input).letters.filter { $0.value > after[$0.key, default: 0] }
            #expect(lost.isEmpty, "\(lost) of \(input.prefix(500)) is not in \(parsed.story.canonicalHTML.prefix(500))")
        }
        print("visible text: \(compared) compared")
        #expect(compared > 1000)
    }
}

extension MarkupTree {
    /// How often each letter and digit shows, wherever: a figure that stands behind its paragraph has moved, not vanished.
    fileprivate var letters: [Character: Int] {
        var text = ""
        walk(0) { element in
            if element.tag == .text { text += string(element.start, element.end) }
            return ![.dropped, .iframe, .video, .audio, .object, .embed].contains(element.tag)
        }
        return text.withoutControls.reduce(into: [:]) { if $1.isLetter || $1.isNumber { $0[$1, default: 0] += 1 } }
    }
}
