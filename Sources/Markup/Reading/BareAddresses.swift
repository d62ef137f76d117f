extension Line {
    /// The card that the line is, when it is but one link or address.
    var soleEmbed: Embed? {
        guard inlines.count == 1 else { return nil }
        switch inlines[0] {
        case .link(let link, let words) where link.isFetchable: return Embed(link: link, text: words.plainText)
        default: return inlines[0].bareAddress.map { Embed(link: $0) }
        }
    }

    /// The line as paragraphs, and cards for the addresses that stand on a line of their own.
    var splitAtBareAddresses: [Block] {
        let parts = inlines.split(separator: .lineBreak, omittingEmptySubsequences: false)
        guard parts.contains(where: { $0.count == 1 && $0[$0.startIndex].bareAddress != nil }) else { return [.paragraph(self)] }
        var blocks: [Block] = []
        var waiting: [Inline] = []
        func end() {
            while waiting.last == .lineBreak { waiting.removeLast() }
            if !waiting.isBlank { blocks.append(.paragraph(Line(waiting, language: language, direction: direction).lifted)) }
            waiting = []
        }
        for part in parts {
            if part.count == 1, let link = part[part.startIndex].bareAddress {
                end()
                blocks.append(.embed(Embed(link: link)))
            } else if !part.isEmpty {
                if !waiting.isEmpty { waiting.append(.lineBreak) }
                waiting += part
            }
        }
        end()
        return blocks
    }
}

extension Inline {
    /// The web address that the text is.
    fileprivate var bareAddress: Link? {
        guard case .text(let text) = self, text.hasPrefix("http"), !text.contains(where: \.isWhitespace), let link = Link(text), link.isExternal
        else { return nil }
        return link
    }
}

extension Embed {
    /// A card whose title is `text`, unless that is only its address.
    init(link: Link, text: String?) {
        let title = text?.collapsed
        self.init(link: link, title: title == link.text || title == "" ? nil : title)
    }
}
