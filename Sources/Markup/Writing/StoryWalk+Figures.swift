import Basics

extension StoryWalk {
    mutating func write(_ figure: Figure, isInGallery: Bool, direction: Direction?) {
        html.append(markup: "<figure>")
        if let link = figure.link { writeOpening(link) }
        html += writer.picture(figure.picture, StoryWriter.PicturePlace(index: pictures, isInGallery: isInGallery))
        pictures += 1
        if figure.link != nil { html.append(markup: "</a>") }
        if let credit = figure.credit {
            html.append(markup: "<figcaption")
            let caption = figure.caption ?? Line([])
            writeAttributes(of: caption, direction: direction)
            html.append(markup: ">")
            write(caption.inlines)
            write(credit, as: "div", attributes: " class=\"credit\"", direction: direction)
            html.append(markup: "</figcaption>")
        } else if let caption = figure.caption {
            write(caption, as: "figcaption", direction: direction)
        }
        html.append(markup: "</figure>")
    }

    mutating func write(_ gallery: Gallery, direction: Direction?) {
        html.append(markup: "<figure class=\"gallery\">")
        for figure in gallery.figures { write(figure, isInGallery: true, direction: direction) }
        if let caption = gallery.caption { write(caption, as: "figcaption", direction: direction) }
        html.append(markup: "</figure>")
    }
}
