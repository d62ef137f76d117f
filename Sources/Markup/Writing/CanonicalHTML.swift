extension Story {
    /// The one way to write this story: `StoryParser.html` reads the same story back, without a note.
    package var canonicalHTML: String { StoryWriter().html(self).text }
}

extension Picture {
    package var canonicalHTML: HTML { "<img src=\"\(source.address)\" alt=\"\(alt)\">" }
}

extension PictureSource {
    /// As it stands in `src`: `media:7`, or the address.
    package var address: String {
        switch self {
        case .media(let number): "media:\(number)"
        case .remote(let link): link.text
        }
    }
}

extension Embed {
    package var canonicalHTML: HTML {
        "<figure class=\"embed\"><a href=\"\(url: link)\"\(link.isExternal ? HTML.noOpener : HTML())>\(title ?? link.text)</a></figure>"
    }
}

extension HTML {
    static let noOpener: HTML = " rel=\"noopener\""
}
