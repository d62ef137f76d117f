extension StoryReader {
    mutating func readPicture(_ node: Int32) {
        let alt = (tree.attribute(.alt, of: node) ?? "").collapsed
        let classes = tree.attribute(.elementClass, of: node) ?? ""
        if classes.contains("emoji") || classes.contains("wp-smiley") { return line.add(text: alt) }
        guard !isTrackingPixel(node) else { return notes.add(.droppedElement, "img", excerpt: tree.attribute(.src, of: node) ?? "") }
        guard let source = source(of: node, classes: classes, alt: alt) else { return }
        let link = line.link
        if !setting.isLine { endLine() }
        blocks.append(.figure(Figure(picture: Picture(source: source, alt: alt), link: link)))
    }

    private func isTrackingPixel(_ node: Int32) -> Bool {
        guard let width = tree.attribute(.width, of: node).flatMap({ Int($0) }), let height = tree.attribute(.height, of: node).flatMap({ Int($0) })
        else { return false }
        return width <= 1 && height <= 1
    }

    private mutating func source(of node: Int32, classes: String, alt: String) -> PictureSource? {
        let number = attachmentNumber(in: classes)
        if let number, let source = attachment(number) { return source }
        guard let address = tree.attribute(.src, of: node) else {
            notes.add(.missingPicture, number.map { String($0) } ?? "img", excerpt: alt)
            return nil
        }
        if let media = PictureSource(media: address) { return media }
        if let link = Link(address: address), link.isFetchable { return .remote(link) }
        notes.add(.refusedAddress, address.collapsed, excerpt: alt)
        return nil
    }

    private func attachmentNumber(in classes: String) -> Int64? {
        for name in classes.split(whereSeparator: \.isWhitespace) where name.hasPrefix("wp-image-") { return Int64(name.dropFirst(9)) }
        return nil
    }
}

extension PictureSource {
    /// `media:` and a number that starts from 1.
    fileprivate init?(media address: String) {
        guard address.hasPrefix("media:"), let number = Int64(address.dropFirst(6)), number > 0, address == "media:\(number)" else { return nil }
        self = .media(number)
    }
}
