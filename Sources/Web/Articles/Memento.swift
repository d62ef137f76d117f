import Basics
import HTTPTypes
import Newsroom

/// The ways between an article and what stood in its place before, as archives follow them (Memento, RFC 7089).
struct Memento: Sendable {
    let origin: String
    let language: Language
    let slug: Slug

    init(chrome: Chrome, slug: Slug) {
        (origin, language, self.slug) = (chrome.origin, chrome.language, slug)
    }

    private func link(_ path: SitePath, _ relation: String, _ more: String = "") -> String { "<\(origin)\(path.text)>; rel=\"\(relation)\"\(more)" }

    private var original: String { link(.article(language, slug), "original") }
    private var timeGate: String { link(.timeGate(language, slug), "timegate") }
    private var timeMap: String { link(.timeMap(language, slug), "timemap", "; type=\"application/link-format\"") }

    /// The article itself says where its past is to be found.
    var fieldsOfOriginal: HTTPFields { [.links: "\(timeGate), \(timeMap)"] }

    /// An earlier text says of what it is one, and of when.
    func fields(of publication: Publication) -> HTTPFields {
        [.mementoDatetime: publication.publishedAt.httpDate, .links: "\(original), \(timeGate), \(timeMap)"]
    }

    /// The way that the gate leads, which depends on the moment that was asked for.
    var fieldsOfGate: HTTPFields { [.links: "\(original), \(timeMap)", .vary: "Accept-Datetime"] }

    /// All texts, the oldest first (5).
    func map(_ publications: [Publication]) -> String {
        let oldest = Array(publications.reversed())
        let times = oldest.map(\.publishedAt.httpDate)
        let range = (times.first.map { "; from=\"\($0)\"" } ?? "") + (times.last.map { "; until=\"\($0)\"" } ?? "")
        let mementos = oldest.enumerated().map { index, one in
            let places = [index == 0 ? "first" : nil, index == oldest.count - 1 ? "last" : nil, "memento"].compactMap(\.self)
            return link(.memento(language, slug, one.number), places.joined(separator: " "), "; datetime=\"\(times[index])\"")
        }
        let own = link(.timeMap(language, slug), "self", "; type=\"application/link-format\"\(range)")
        return ([original, own, timeGate] + mementos).joined(separator: ",\n") + "\n"
    }
}

extension HTTPField.Name {
    static let links = HTTPField.Name("Link") ?? .location
    static let mementoDatetime = HTTPField.Name("Memento-Datetime") ?? .date
    static let acceptDatetime = HTTPField.Name("Accept-Datetime") ?? .date
}
