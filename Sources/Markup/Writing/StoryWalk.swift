import Basics

/// One writing of one story. `direction` is that of the surroundings: nil while only set directions are to be written.
struct StoryWalk {
    let writer: StoryWriter
    let anchors: [String]
    var html = HTML()
    var pictures = 0
    var headings = 0

    init(writer: StoryWriter, anchors: [String]) {
        self.writer = writer
        self.anchors = anchors
    }

    mutating func write(_ blocks: [Block], direction: Direction?) {
        for block in blocks { write(block, direction: direction) }
    }

    mutating func write(_ block: Block, direction: Direction?) {
        switch block {
        case .paragraph(let line): write(line, as: "p", direction: direction)
        case .heading(let level, let line): writeHeading(level, line, direction: direction)
        case .list(let list): write(list, direction: direction)
        case .quotation(let quotation): write(quotation, isPulled: false, direction: direction)
        case .pullQuote(let quotation): write(quotation, isPulled: true, direction: direction)
        case .figure(let figure): write(figure, isInGallery: false, direction: direction)
        case .gallery(let gallery): write(gallery, direction: direction)
        case .table(let table):
            // The table is written apart; what stands before it is moved, not copied.
            var before = HTML()
            swap(&before, &html)
            write(table, direction: direction)
            before += writer.table(table, html)
            html = before
        case .embed(let embed): html += writer.embed(embed)
        case .preformatted(let text):
            html.append(markup: "<pre>")
            html.append(escaping: text)
            html.append(markup: "</pre>")
        case .rule: html.append(markup: "<hr>")
        }
    }

    mutating func write(_ line: Line, as element: StaticString, attributes: HTML = HTML(), direction: Direction?) {
        html.append(markup: "<")
        html.append(markup: element)
        html += attributes
        writeAttributes(of: line, direction: direction)
        html.append(markup: ">")
        write(line.inlines)
        html.append(markup: "</")
        html.append(markup: element)
        html.append(markup: ">")
    }

    mutating func writeAttributes(of line: Line, direction surroundings: Direction?) {
        writeLanguage(line.language)
        writeDirection(line.direction ?? surroundings.flatMap { _ in line.firstDirection }, within: surroundings)
    }

    mutating func writeLanguage(_ language: String?) {
        if let language { html += " lang=\"\(language)\"" }
    }

    mutating func writeDirection(_ direction: Direction?, within surroundings: Direction?) {
        if let direction, direction != surroundings { html += " dir=\"\(direction.rawValue)\"" }
    }

    private mutating func writeHeading(_ level: Int, _ line: Line, direction: Direction?) {
        var attributes = HTML()
        if headings < anchors.count { attributes = " id=\"\(anchors[headings])\"" }
        headings += 1
        switch level {
        case 2: write(line, as: "h2", attributes: attributes, direction: direction)
        case 3: write(line, as: "h3", attributes: attributes, direction: direction)
        default: write(line, as: "h4", attributes: attributes, direction: direction)
        }
    }
}
