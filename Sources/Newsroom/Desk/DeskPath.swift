package import Basics

/// The addresses of the desk, below the language that it speaks; what is written in a story is in a language of its own.
package enum DeskPath: Hashable, Sendable {
    case home(Board.Tray)
    case newStory
    case story(ID<Edition>)
    case part(ID<Edition>, StoryPart)
    /// Two revisions beside each other.
    case comparison(ID<Edition>, ID<Revision>, ID<Revision>)
    /// Who works here, and what each role may do.
    case staff
    case freeze
    case audit
    /// What stands first on the front page of a language.
    case front(Language)
    /// The keys that programs work with, and whom the newsroom tells of what it publishes.
    case keys
    case webhooks
    /// The people, organisations and documents of the record, and one of them.
    case speakers
    case speaker(ID<Speaker>)
    case speakerPart(ID<Speaker>, SpeakerPart)
    /// What the newsroom has settled for its copydesk.
    case copydesk
    /// A story as its readers would see it, for a frame of the page that shows it so.
    case previewed(ID<Edition>)
    /// The library.
    case media
    /// Its pictures, and where new ones are given, for the editor's script.
    case pictures
    case upload
    case item(ID<MediaItem>)
    case itemPart(ID<MediaItem>, ItemPart)

    /// What is done with a story, each below its address.
    package enum StoryPart: String, CaseIterable, Sendable {
        /// A text as the editor's script sends it.
        case save
        /// What pasted HTML comes to.
        case paste
        /// Who is in it.
        case presence
        /// Section, topics, byline, address.
        case details
        /// Who says what in it, and what a copy editor would mark.
        case reading
        /// As readers would see it, on a phone and on a desk.
        case preview
        /// What has changed in the original is taken in.
        case original
        /// The lead picture.
        case picture
        case revisions
        /// An earlier text becomes the newest.
        case restoration
        /// Draft, in review, ready.
        case workflow
        case assignment
        case publication
        case approval
        /// Moments at which something happens by itself.
        case times
        case withdrawal
        case translation
        case deletion
    }

    /// What is done with somebody's record, each below its address.
    package enum SpeakerPart: String, CaseIterable, Sendable {
        /// It is another one's.
        case merging
        /// It is two persons'.
        case parting
    }

    /// What is done with an item of the library, each below its address.
    package enum ItemPart: String, CaseIterable, Sendable {
        /// Another file in its place.
        case file
        case deletion
    }

    package var text: String {
        switch self {
        case .home(.mine): "desk"
        case .home(let tray): "desk?tray=\(tray.rawValue)"
        case .newStory: "desk/stories"
        case .story(let id): "desk/stories/\(id.rawValue)"
        case .part(let id, let part): "desk/stories/\(id.rawValue)/\(part.rawValue)"
        case .comparison(let id, let old, let new): "desk/stories/\(id.rawValue)/revisions/\(old.rawValue)/\(new.rawValue)"
        case .staff: "desk/staff"
        case .freeze: "desk/freeze"
        case .audit: "desk/audit"
        case .front(let language): "desk/front/\(language.rawValue)"
        case .keys: "desk/keys"
        case .webhooks: "desk/webhooks"
        case .speakers: "desk/speakers"
        case .speaker(let id): "desk/speakers/\(id.rawValue)"
        case .speakerPart(let id, let part): "desk/speakers/\(id.rawValue)/\(part.rawValue)"
        case .copydesk: "desk/copydesk"
        case .previewed(let id): "desk/stories/\(id.rawValue)/preview/page"
        case .media: "desk/media"
        case .pictures: "desk/media/pictures"
        case .upload: "desk/media/upload"
        case .item(let id): "desk/media/\(id.rawValue)"
        case .itemPart(let id, let part): "desk/media/\(id.rawValue)/\(part.rawValue)"
        }
    }
}
