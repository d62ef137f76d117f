import Basics
import Markup

/// Ways to pass a story on: plain links that load nothing and tell nobody before they are followed.
struct ShareLinks: Sendable {
    let title: String
    let url: String
    let language: Language

    var html: HTML {
        let (title, url) = (URLComponent.encode(title), URLComponent.encode(url))
        let places = [
            ("WhatsApp", "https://wa.me/?text=\(title)%20\(url)"),
            ("Telegram", "https://t.me/share/url?url=\(url)&text=\(title)"),
            ("Facebook", "https://www.facebook.com/sharer/sharer.php?u=\(url)"),
            ("X", "https://x.com/intent/tweet?url=\(url)&text=\(title)"),
        ]
        let links = places.map { name, address -> HTML in
            "<li><a href=\"\(address)\" rel=\"noopener nofollow\" lang=\"en\">\(name)</a></li>"
        }
        return """
            <section class="share" aria-labelledby="share"><h2 id="share">\(Words.share[language])</h2><ul>\
            <li hidden><button type="button" hidden data-copy="\(self.url)" data-done="\(Words.linkCopied[language])">\
            \(Words.copyLink[language])</button></li>\
            <li><a href="mailto:?subject=\(title)&amp;body=\(url)">\(Words.email[language])</a></li>\(links)</ul><p class="aside-text" role="status"></p></section>
            """
    }
}
