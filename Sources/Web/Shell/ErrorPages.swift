import Basics
import HTTPTypes
import Hummingbird
import Logging
import Markup
import Newsroom
import Storage

/// There is nothing at this address: a way to search for it.
struct NotFoundPage: SitePage {
    let chrome: Chrome
    /// The address asked for: for the language switch, which must not lead to another missing page.
    var tags: Set<CacheTag> { [] }
    var hasSearch: Bool { true }

    private var language: Language { chrome.language }

    var head: Head {
        var head = Head(title: Words.notFound[language], description: "", path: .front(language), alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <div class="notice"><p class="label">404</p><h1>\(Words.notFound[language])</h1>\
        <div class="text"><p>\(Words.notFoundAdvice[language])</p></div>\
        \(SearchForm(chrome: chrome, id: "again", query: "").html)</div>
        """
    }
}

/// A page that needs nothing but itself, for when the database does not answer.
struct BarePage: Sendable {
    let status: HTTPResponse.Status
    let title: String
    let advice: String
    let language: Language
    let assets: AssetStore

    var page: FinishedPage {
        let html: HTML = """
            <!doctype html>
            <html lang="\(language.rawValue)" dir="\(language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <link rel="stylesheet" href="\(assets.stylesheet.path)">
            </head>
            <body class="inner">
            <main><div class="notice"><p class="label">\(status.code)</p><h1>\(title)</h1><div class="text"><p>\(advice)</p>\
            <p><a href="">\(Words.tryAgain[language])</a></p></div></div></main>
            </body>
            </html>

            """
        return FinishedPage(html, status: status, language: language, caching: Caching.never)
    }
}

extension HTTPResponse.Status {
    /// Seconds after which it is worth trying again, for answers that are only for now.
    var retryAfter: String? {
        switch self {
        case .tooManyRequests: "60"
        case .serviceUnavailable: "5"
        default: nil
        }
    }
}

/// The one table from kinds of refusal to statuses.
extension Refusal.Kind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .badRequest
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .gone: .gone
        case .conflict: .conflict
        case .tooMany: .tooManyRequests
        case .tooLarge: .contentTooLarge
        case .unavailable: .serviceUnavailable
        }
    }
}
