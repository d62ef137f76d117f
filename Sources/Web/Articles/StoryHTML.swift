import Basics
import Markup
import Newsroom

/// The text of an article as its page shows it: pictures from the library, embeds as cards, each block in its own direction.
struct StoryHTML: Sendable {
    let story: Story
    let pictures: [ID<MediaItem>: MediaItem]
    let chrome: Chrome
    /// Where links of the page lead into the text: `id`s by the block they stand before.
    var places: [Int: [String]] = [:]

    var html: HTML {
        var writer = StoryWriter(
            pageDirection: chrome.language.direction, anchorPrefix: "part-", picture: picture, embed: embed, table: scrolling)
        writer.places = places
        return writer.html(story)
    }

    private func picture(_ picture: Picture, _ place: StoryWriter.PicturePlace) -> HTML {
        let language = chrome.language
        switch picture.source {
        case .media(let id):
            guard let item = pictures[ID(id)] else { return missing(nil) }
            let alt = picture.alt.isEmpty ? item.texts[language]?.alt ?? "" : picture.alt
            let sizes = place.isInGallery ? "(min-width: 40em) 20rem, 50vw" : "(min-width: 48em) 42rem, 100vw"
            return PictureHTML(item: item, alt: alt, sizes: sizes).html ?? missing(item.sourceURL.flatMap { Link($0) })
        case .remote(let link): return missing(link)
        }
    }

    /// Nothing is loaded from elsewhere: a picture that is not in the library is a link to where it stands.
    private func missing(_ link: Link?) -> HTML {
        let language = chrome.language
        guard let link, link.isFetchable else { return "<p class=\"missing\">\(Words.pictureMissing[language])</p>" }
        return """
            <p class="missing">\(Words.pictureMissing[language]) \
            <a href="\(url: link)" rel="noopener nofollow">\(Words.openPicture[language])</a></p>
            """
    }

    /// A wide table scrolls in a box of its own, which the keyboard can reach.
    private func scrolling(_ table: Table, _ html: HTML) -> HTML {
        let name = table.caption?.plainText ?? Words.table[chrome.language]
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\">\(html)</div>"
    }

    private func embed(_ embed: Embed) -> HTML {
        let host = embed.link.host ?? ""
        return """
            <p class="embed"><a href="\(url: embed.link)" rel="noopener">\(embed.title ?? embed.link.text)</a>\
            <span class="host" dir="ltr">\(host)</span></p>
            """
    }
}
