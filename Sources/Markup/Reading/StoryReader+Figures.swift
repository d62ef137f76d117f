extension StoryReader {
    /// A figure, or what WordPress wraps as one.
    mutating func readFigure(_ node: Int32, depth: Int) {
        let outer = (captions, credits, isInFigure)
        (captions, credits, isInFigure) = ([], [], true)
        let inner = collectBlocks { reader in
            reader.within(node) { reader in
                reader.readChildren(of: node, depth: depth)
                reader.endLine()
            }
        }
        var figure = FigureContent(blocks: inner, caption: captions.joinedLines, credit: credits.joinedLines)
        (captions, credits, isInFigure) = outer
        let classes = tree.attribute(.elementClass, of: node) ?? ""
        if classes.contains("wp-caption") { figure.takeCaptionFromParagraphs() }
        if classes.contains("gallery") {
            blocks += figure.asGallery
        } else if classes.contains("embed") {
            blocks += figure.asEmbed
        } else {
            blocks += figure.asBlocks(isPulled: classes.contains("pullquote"))
        }
    }

    mutating func readCaption(_ node: Int32, depth: Int) {
        guard isInFigure else {
            endLine()
            within(node) { $0.readChildren(of: node, depth: depth) }
            return endLine()
        }
        endLine()
        let outer = captionSetting
        captionSetting = setting
        let (caption, others) = collectLine(of: node, depth: depth)
        captionSetting = outer
        if let caption { captions.append(caption) }
        blocks += others
    }

    /// Whether the division was one that says by its class what it is.
    mutating func readMarkedDivision(_ node: Int32, depth: Int) -> Bool {
        guard let classes = tree.attribute(.elementClass, of: node) else { return false }
        if let surroundings = captionSetting, classes == "credit" {
            let outer = setting
            setting = surroundings
            let (credit, others) = collectLine(of: node, depth: depth)
            setting = outer
            if let credit { credits.append(credit) }
            blocks += others
            return true
        }
        guard !setting.isLine, classes.contains("wp-caption") || classes.contains("wp-block-gallery"), !classes.contains("wp-caption-text") else {
            return false
        }
        readFigure(node, depth: depth)
        return true
    }
}
