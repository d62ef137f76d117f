package import Basics

/// A picture or another file of the newsroom, as its record stands.
package struct MediaItem: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case picture, document, audio, video
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Known by its address; the file is still to be fetched or given.
        case awaited
        /// The file is there, and its variants are not.
        case stored
        /// Pages can show it.
        case ready
        /// Nothing more is tried; `failure` says why.
        case failed
    }

    package let id: ID<MediaItem>
    package let kind: Kind
    package let state: State
    package let fileName: String
    package let sourceURL: String?
    package let type: MediaType?
    package let digest: Digest?
    package let bytes: Int?
    /// In pixels, as the picture is seen: its orientation is applied.
    package let width: Int?
    package let height: Int?
    package let focalPoint: FocalPoint
    package let licence: String
    package let failure: Phrase?
    package let createdAt: Instant
    /// How the picture was made, as it says itself; nil when it does not.
    package let credentials: ContentCredentials?
    package var texts: [Language: MediaTexts]
    /// Widest last within each format; empty until the picture is ready.
    package var variants: [MediaVariant]
}

/// The place of a picture that no crop may lose, as parts of its width and height from the top left.
package struct FocalPoint: Hashable, Sendable {
    package let x: Double
    package let y: Double

    /// Refuses with `invalid` a point outside the picture.
    package init(x: Double, y: Double) throws {
        guard (0...1).contains(x), (0...1).contains(y) else {
            throw Refusal(.invalid, ar: "النقطة خارج الصورة.", en: "The point lies outside the picture.", field: "focal")
        }
        self.init(trustedX: x, y: y)
    }

    init(trustedX x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    package static let centre = FocalPoint(trustedX: 0.5, y: 0.5)
}

/// What is said about a picture or file in one language.
package struct MediaTexts: Hashable, Sendable {
    /// What it shows, for those who do not see it.
    package var alt: String
    package var caption: String
    package var credit: String

    package init(alt: String = "", caption: String = "", credit: String = "") {
        self.alt = alt
        self.caption = caption
        self.credit = credit
    }
}
