import Basics

extension StoryWalk {
    mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): html.append(escaping: text)
        case .lineBreak: html.append(markup: "<br>")
        case .emphasis(let inlines): write(inlines, in: "em")
        case .strong(let inlines): write(inlines, in: "strong")
        case .superscript(let inlines): write(inlines, in: "sup")
        case .subscript(let inlines): write(inlines, in: "sub")
        case .code(let text):
            html.append(markup: "<code>")
            html.append(escaping: text)
            html.append(markup: "</code>")
        case .link(let link, let inlines):
            writeOpening(link)
            write(inlines)
            html.append(markup: "</a>")
        case .span(let language, let direction, let inlines):
            html.append(markup: "<span")
            writeLanguage(language)
            writeDirection(direction, within: nil)
            html.append(markup: ">")
            write(inlines)
            html.append(markup: "</span>")
        }
    }

    mutating func writeOpening(_ link: Link) {
        html += "<a href=\"\(url: link)\"\(link.isExternal ? HTML.noOpener : HTML())>"
    }

    private mutating func write(_ inlines: [Inline], in element: StaticString) {
        html.append(markup: "<")
        html.append(markup: element)
        html.append(markup: ">")
        write(inlines)
        html.append(markup: "</")
        html.append(markup: element)
        html.append(markup: ">")
    }
}
