import Basics
import Markup
import Testing

@Suite struct NoteTests {
    @Test("what is left out is named, with what was lost")
    func dropped() {
        let html = """
            <p onclick="x()">a</p><script>var b</script><form><input value="c"><textarea>d</textarea><select><option>e</option></select></form><svg>\
            <text>f</text></svg>\
            <iframe src="about:blank"></iframe><a href="javascript:x">g</a><img src="data:image/png;base64,x" alt="h">\
            <img src="/p.gif" width="1" height="1"><abbr title="i">j</abbr>
            """
        let parsed = StoryParser.html(html)
        #expect(parsed.story.canonicalHTML == "<p>a</p><p>gj</p>")
        #expect(
            parsed.notes == [
                StoryNote(.droppedAttribute, "onclick"), StoryNote(.droppedElement, "script"), StoryNote(.droppedElement, "input", excerpt: "c"),
                StoryNote(.droppedElement, "textarea", excerpt: "d"), StoryNote(.droppedElement, "select", excerpt: "e"),
                StoryNote(.droppedElement, "svg", excerpt: "f"),
                StoryNote(.droppedElement, "iframe", excerpt: "about:blank"), StoryNote(.refusedAddress, "javascript:x", excerpt: "g"),
                StoryNote(.refusedAddress, "data:image/png;base64,x", excerpt: "h"), StoryNote(.droppedElement, "img", excerpt: "/p.gif"),
                StoryNote(.droppedAttribute, "title", excerpt: "i"),
            ])
    }

    @Test("notes of one kind and name are one, with their counts added up")
    func merged() {
        let notes = [StoryNote(.droppedElement, "script"), StoryNote(.droppedElement, "style"), StoryNote(.droppedElement, "script", count: 2)]
        #expect(notes.merged() == [StoryNote(.droppedElement, "script", count: 3), StoryNote(.droppedElement, "style")])
    }

    @Test("each kind has words in both languages")
    func words() {
        var all: Set<Phrase> = []
        for kind in StoryNote.Kind.allCases {
            let words = StoryNote(kind, "script").words
            #expect(!words.ar.isEmpty && !words.en.isEmpty && words.ar != words.en)
            all.insert(words)
        }
        #expect(all.count == StoryNote.Kind.allCases.count)
    }

    @Test("any number of names makes a bounded number of notes")
    func bounded() {
        let html = (0..<5000).map { "<x-\($0)>a</x-\($0)>" }.joined()
        let notes = StoryParser.html(html).notes
        #expect(notes.count <= 220)
        #expect(notes.reduce(0) { $0 + $1.count } == 5000)
    }
}
