import Basics
import Markup
import Newsroom

/// The tags of a page's head.
struct HeadTags: Sendable {
    let head: Head
    let chrome: Chrome

    var html: HTML {
        let title = head.title.isEmpty ? chrome.name : "\(head.title) — \(chrome.name)"
        return """
            <title>\(title)</title>
            <link rel="stylesheet" href="\(chrome.assets.stylesheet.path)">
            \(deskStylesheet)\(head.isAlive ? scripts : [])\
            <link rel="icon" href="\(chrome.assets.icon.path)" type="\(chrome.assets.icon.type)">
            <link rel="canonical" href="\(chrome.absolute(head.path))">
            \(indexing)\(description)\(alternates)\(feed)\(openGraph)\(structured)
            """
    }

    private var deskStylesheet: HTML? {
        guard case .desk = head.path else { return nil }
        return chrome.assets.deskStylesheet.map { "<link rel=\"stylesheet\" href=\"\($0.path)\">\n" }
    }

    /// What every page has, and what this one has besides.
    private var scripts: [HTML] {
        let files = [chrome.assets.script] + head.scripts.compactMap { chrome.assets.scripts[$0] }
        return files.map { "<script src=\"\($0.path)\" type=\"module\"></script>\n" }
    }

    private var indexing: HTML? { head.isIndexed ? nil : "<meta name=\"robots\" content=\"noindex\">\n" }

    private var description: HTML? {
        head.description.isEmpty ? nil : "<meta name=\"description\" content=\"\(head.description)\">\n"
    }

    private var alternates: [HTML] {
        // The later pages of a list hold other stories in each language: they are nobody's translation.
        guard head.alternates.count > 1, head.alternates.contains(where: { $0.1 == head.path }) else { return [] }
        let links = head.alternates.map { language, path -> HTML in
            "<link rel=\"alternate\" hreflang=\"\(language.rawValue)\" href=\"\(chrome.absolute(path))\">\n"
        }
        let main = head.alternates.first { $0.0 == chrome.face.languages.first }
        return links + [main.map { "<link rel=\"alternate\" hreflang=\"x-default\" href=\"\(chrome.absolute($0.1))\">\n" } ?? ""]
    }

    private var feed: HTML {
        let feed = head.feed ?? (chrome.name, .feed(chrome.language))
        return "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"\(feed.title)\" href=\"\(chrome.absolute(feed.path))\">\n"
    }

    private var openGraph: [HTML] {
        var properties = [
            ("og:title", head.title.isEmpty ? chrome.name : head.title), ("og:type", head.kind), ("og:url", chrome.absolute(head.path)),
            ("og:site_name", chrome.name), ("og:locale", chrome.language == .ar ? "ar_AR" : "en_GB"),
        ]
        if !head.description.isEmpty { properties.append(("og:description", head.description)) }
        for (language, _) in head.alternates where language != chrome.language {
            properties.append(("og:locale:alternate", language == .ar ? "ar_AR" : "en_GB"))
        }
        if let image = head.image {
            properties += [("og:image", image.url), ("og:image:width", String(image.width)), ("og:image:height", String(image.height))]
            if !image.alt.isEmpty { properties.append(("og:image:alt", image.alt)) }
        }
        return (properties + head.properties).map { "<meta property=\"\($0.0)\" content=\"\($0.1)\">\n" }
    }

    private var structured: [HTML] {
        head.structured.map { "<script type=\"application/ld+json\">\($0)</script>\n" }
    }
}
