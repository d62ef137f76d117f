import Basics
import Markup
import Newsroom

/// A picture of the media library in a page: every size and format it has, its place kept before it is there.
struct PictureHTML: Sendable {
    let item: MediaItem
    let alt: String
    /// CSS `sizes`: how wide the picture stands at each width of the window.
    let sizes: String
    /// The picture a reader sees first is fetched at once, others when they come near.
    var isFirst = false
    /// Whether it fills a frame of a set shape, cropped around its focal point.
    var isCropped = false

    /// Nil while the picture has no variants.
    var html: HTML? {
        guard let fallback = item.fallback else { return nil }
        let focus: HTML = isCropped ? " class=\"focus-\(step(item.focalPoint.x))-\(step(item.focalPoint.y))\"" : ""
        let loading: HTML = isFirst ? " fetchpriority=\"high\"" : " loading=\"lazy\""
        return """
            <picture>\(source(.avif))\(source(.webp))<img\(focus) src="\(fallback.address.path)" alt="\(alt)" \
            width="\(fallback.width)" height="\(fallback.height)"\(loading) decoding="async"></picture>
            """
    }

    private func source(_ format: MediaVariant.Format) -> HTML? {
        let variants = item.variants(in: format)
        guard !variants.isEmpty else { return nil }
        let srcset = variants.map { "\($0.address.path) \($0.width)w" }.joined(separator: ", ")
        return "<source type=\"\(format.type.rawValue)\" srcset=\"\(srcset)\" sizes=\"\(sizes)\">"
    }

    private func step(_ part: Double) -> Int { Int((part * 4).rounded()) }
}
