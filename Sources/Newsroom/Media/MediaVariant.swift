package import Basics

/// One size and format of a picture, made by the darkroom and served to readers.
package struct MediaVariant: Hashable, Sendable {
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case avif, webp, jpeg, png

        package var type: MediaType {
            switch self {
            case .avif: .avif
            case .webp: .webp
            case .jpeg: .jpeg
            case .png: .png
            }
        }
    }

    package let format: Format
    package let width: Int
    package let height: Int
    package let bytes: Int
    package let digest: Digest

    package var address: MediaAddress { MediaAddress(digest: digest, type: format.type) }
}

extension MediaItem {
    /// The variants of one format, narrowest first: a `srcset`.
    package func variants(in format: MediaVariant.Format) -> [MediaVariant] {
        variants.filter { $0.format == format }.sorted { $0.width < $1.width }
    }

    /// What every browser can show, and what feeds and cards of other sites are given: a JPEG, or a PNG for a picture with transparency.
    package var fallback: MediaVariant? {
        variants.last { $0.format == .jpeg || $0.format == .png }
    }

    /// Where the file itself is reached: a picture's fallback, another file as it is. Nil until it is ready.
    package var publicAddress: MediaAddress? { fallback?.address ?? fileAddress }

    /// Where a document, sound or film is served once it is ready; nil for a picture, whose original is never served.
    package var fileAddress: MediaAddress? {
        guard state == .ready, kind != .picture, let digest, let type else { return nil }
        return MediaAddress(digest: digest, type: type)
    }
}
