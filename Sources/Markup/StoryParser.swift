/// Reads what others wrote into a `Story`. Safe for input of any origin and size: nothing is "cleaned", only known things are taken.
package enum StoryParser {
    /// Reads an HTML fragment.
    package static func html(_ text: String) -> ParsedStory {
        var notes = NoteLedger()
        let blocks = blocks(of: text, rules: StoryReader.Rules(), notes: &notes) { _ in nil }
        return ParsedStory(story: Story(blocks), notes: notes.notes)
    }

    /// Reads the content of a WordPress post: blocks, shortcodes and the classic editor's text.
    ///
    /// `attachment` names the picture behind an attachment's number, as in `[gallery ids="7"]` and `class="wp-image-7"`; nil leaves the address
    /// that stands in the text, and notes a picture that has none.
    package static func wordPress(_ text: String, attachment: @escaping (Int64) -> PictureSource? = { _ in nil }) -> ParsedStory {
        var notes = NoteLedger()
        var blocks: [Block] = []
        for part in WordPressPost.parts(of: text, notes: &notes) {
            var shortcodes = ShortcodeText(part.text)
            let html = shortcodes.html(notes: &notes)
            let rules = StoryReader.Rules(isWordPress: true, readsLineEnds: part.isClassic)
            blocks += self.blocks(of: html, rules: rules, notes: &notes, attachment: attachment)
        }
        return ParsedStory(story: Story(blocks), notes: notes.notes)
    }

    /// Reads Markdown: CommonMark with GitHub's tables and strikethrough and, unless told otherwise, links made of bare addresses.
    package static func markdown(_ text: String, linksBareAddresses: Bool = true) -> ParsedStory {
        html(MarkdownText(text, linksBareAddresses: linksBareAddresses).html)
    }

    static func blocks(
        of text: String, rules: StoryReader.Rules, notes: inout NoteLedger, attachment: @escaping (Int64) -> PictureSource?
    ) -> [Block] {
        var reader = StoryReader(tree: MarkupTree(text), rules: rules, notes: notes, attachment: attachment)
        reader.read()
        notes = reader.notes
        return reader.blocks
    }
}
