import Testing

@testable import Markup

/// What holds for every story a parser can give.
@Suite struct ClosureTests {
    @Test("canonical HTML reads back as the same story, and without a note")
    func readsBack() {
        var count = 0
        for input in Inputs.all {
            for parsed in [StoryParser.html(input), StoryParser.wordPress(input), StoryParser.markdown(input)] {
                count += 1
                let again = StoryParser.html(parsed.story.canonicalHTML)
                #expect(
                    again.story == parsed.story,
                    "\(input.prefix(300)) gave \(parsed.story.canonicalHTML.prefix(600)) and then \(again.story.canonicalHTML.prefix(600))")
                #expect(again.notes.isEmpty, "\(input.prefix(300)) noted \(again.notes)")
            }
        }
        print("closure: \(count) stories")
        #expect(count > 400)
    }

    @Test("a story torn together at random reads back as well")
    func soupReadsBack() {
        var soup = Soup(seed: 7)
        for _ in 0..<Soup.runs {
            let input = soup.next()
            for parsed in [StoryParser.html(input), StoryParser.wordPress(input)] {
                let canonical = parsed.story.canonicalHTML
                let again = StoryParser.html(canonical)
                #expect(again.story == parsed.story, "\(input) gave \(canonical) and then \(again.story.canonicalHTML)")
                #expect(again.notes.isEmpty, "\(input) gave \(canonical) and noted \(again.notes)")
            }
        }
    }

    @Test("the quick reader and libgumbo give the same tree")
    func readersAgree() {
        var quick = 0
        var soup = Soup(seed: 8)
        let inputs = Inputs.all.flatMap { [$0, StoryParser.wordPress($0).story.canonicalHTML] } + (0..<Soup.runs).map { _ in soup.next() }
        for input in inputs {
            var html = input.cleanLines
            html.withUTF8 { bytes in
                var reader = WellFormedReader(bytes)
                guard let tree = reader.read()?.outline else { return }
                quick += 1
                let standard = StandardReader.read(bytes).outline
                #expect(tree == standard, "\(input.prefix(500))")
            }
        }
        print("quick reader: \(quick) of \(inputs.count)")
        #expect(quick > inputs.count / 8)
    }
}

extension MarkupTree {
    /// Tags, attributes and text, to be compared.
    fileprivate var outline: String {
        var text = ""
        var waiting: [(Int32, Int)] = [(0, 0)]
        while let (node, depth) = waiting.popLast() {
            let element = nodes[Int(node)]
            if element.nextSibling >= 0 { waiting.append((element.nextSibling, depth)) }
            if element.firstChild >= 0 { waiting.append((element.firstChild, depth + 1)) }
            text += "\(depth) \(name(of: node)) "
            if element.tag == .text {
                text += string(element.start, element.end)
            } else {
                text += attributes[Int(element.start)..<Int(element.end)].map { "\($0.key)=\(string($0.start, $0.end))" }.joined(separator: " ")
            }
            text += "\n"
        }
        return text
    }
}
