/// An element as the story reader sees it: known by name, or one of those that all mean the same to it.
enum Tag: UInt8 {
    case text, root, unknown
    // Blocks
    case p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, figure, figcaption, pre, hr, details, summary, footer
    /// `section`, `article` and all other elements that only group blocks.
    case group
    case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
    // Inlines
    case a, b, strong, i, em, code, span, sub, sup, small, cite, q, abbr, br, img, u, s, font
    /// `time`, `label` and all others that mean nothing to a story and take nothing away.
    case plain
    /// `mark`, `ins` and all others whose meaning a story cannot keep.
    case styled
    // Things that are not text
    case iframe, video, audio, source, object, embed
    /// Scripts, styles, form controls, drawings: left out with all they hold.
    case dropped
    /// `link`, `param`, `wbr` and others that show nothing.
    case silent

    init(name: String) { self = Tag.byName[name] ?? .unknown }

    /// The word for a note, when all elements of the tag have one name.
    var name: String { String(describing: self) }

    /// Whether a note has to say which of several elements it was.
    var standsForSeveral: Bool {
        switch self {
        case .unknown, .plain, .styled, .group, .dropped, .silent, .object: true
        default: false
        }
    }

    static let byName: [String: Tag] = {
        var tags: [String: Tag] = [
            "p": .p, "div": .div, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h5, "h6": .h6, "ul": .ul, "ol": .ol, "li": .li, "dl": .dl,
            "dt": .dt, "dd": .dd, "blockquote": .blockquote, "figure": .figure, "figcaption": .figcaption, "pre": .pre, "hr": .hr,
            "details": .details, "summary": .summary, "footer": .footer, "table": .table, "caption": .caption, "thead": .thead, "tbody": .tbody,
            "tfoot": .tfoot, "tr": .tr, "td": .td, "th": .th, "colgroup": .colgroup, "col": .col, "a": .a, "b": .b, "strong": .strong, "i": .i,
            "em": .em, "code": .code, "span": .span, "sub": .sub, "sup": .sup, "small": .small, "cite": .cite, "q": .q, "abbr": .abbr, "br": .br,
            "img": .img, "u": .u, "s": .s, "font": .font, "iframe": .iframe, "video": .video, "audio": .audio, "source": .source,
            "object": .object, "embed": .embed, "dfn": .em, "var": .em, "kbd": .code, "samp": .code, "tt": .code, "menu": .ul, "dir": .ul,
            "xmp": .pre, "listing": .pre, "plaintext": .pre, "applet": .object, "acronym": .abbr,
        ]
        let groups: [(Tag, String)] = [
            (.group, "section article main header aside nav address center hgroup search form fieldset legend dialog body html"),
            (.plain, "time data bdi bdo label output picture noscript map area ruby rb rt rp rtc slot noembed noframes canvas nobr"),
            (.styled, "mark ins del strike big blink marquee progress meter"),
            (.dropped, "script style template svg math input button select textarea option optgroup datalist title keygen isindex frame frameset"),
            (.silent, "link meta base basefont param wbr track bgsound head command"),
        ]
        for (tag, names) in groups {
            for name in names.split(separator: " ") { tags[String(name)] = tag }
        }
        return tags
    }()
}
