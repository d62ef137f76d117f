package import Basics

/// What a page was made from. An event names the tags it makes stale, and every page that carries one is made again.
package enum CacheTag: Hashable, Sendable {
    case work(ID<Work>)
    case section(ID<Section>)
    case topic(ID<Topic>)
    case person(ID<Person>)
    case speaker(ID<Speaker>)
    case media(ID<MediaItem>)
    /// The order and choice of stories in a language: what front pages, lists and feeds show.
    case latest(Language)
    /// The newsroom's face and its tree of sections: on every page.
    case face

    /// As it stands in the outbox.
    var text: String {
        switch self {
        case .work(let id): "work:\(id)"
        case .section(let id): "section:\(id)"
        case .topic(let id): "topic:\(id)"
        case .person(let id): "person:\(id)"
        case .speaker(let id): "speaker:\(id)"
        case .media(let id): "media:\(id)"
        case .latest(let language): "latest:\(language.rawValue)"
        case .face: "face"
        }
    }

    init?(text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1)
        let number = parts.count == 2 ? Int64(parts[1]) : nil
        switch (parts.first, number) {
        case ("work", let id?): self = .work(ID(id))
        case ("section", let id?): self = .section(ID(id))
        case ("topic", let id?): self = .topic(ID(id))
        case ("person", let id?): self = .person(ID(id))
        case ("speaker", let id?): self = .speaker(ID(id))
        case ("media", let id?): self = .media(ID(id))
        case ("face", nil) where parts.count == 1: self = .face
        case ("latest", nil):
            guard parts.count == 2, let language = Language(rawValue: String(parts[1])) else { return nil }
            self = .latest(language)
        default: return nil
        }
    }
}
