/// A kind of file that the newsroom takes, known by its first bytes. Its raw value is the type it is served as.
package enum MediaType: String, Hashable, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case avif = "image/avif"
    case gif = "image/gif"
    case heic = "image/heic"
    case pdf = "application/pdf"
    case mp3 = "audio/mpeg"
    case m4a = "audio/mp4"
    case ogg = "audio/ogg"
    case mp4 = "video/mp4"
    case webm = "video/webm"

    package var kind: MediaItem.Kind {
        switch self {
        case .jpeg, .png, .webp, .avif, .gif, .heic: .picture
        case .pdf: .document
        case .mp3, .m4a, .ogg: .audio
        case .mp4, .webm: .video
        }
    }

    /// What ends the name of such a file, without the dot.
    package var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .webp: "webp"
        case .avif: "avif"
        case .gif: "gif"
        case .heic: "heic"
        case .pdf: "pdf"
        case .mp3: "mp3"
        case .m4a: "m4a"
        case .ogg: "ogg"
        case .mp4: "mp4"
        case .webm: "webm"
        }
    }

    /// The operation of libvips that must open it; another one means that the file is not what its first bytes say.
    var loader: String? {
        switch self {
        case .jpeg: "jpegload"
        case .png: "pngload"
        case .webp: "webpload"
        case .avif, .heic: "heifload"
        case .gif: "gifload"
        default: nil
        }
    }
}
