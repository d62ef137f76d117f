/// A size and format that a picture is printed in.
struct PrintSize: Hashable, Sendable {
    let format: MediaVariant.Format
    let width: Int
    let height: Int

    static let widths = [320, 640, 960, 1280, 1920]
    static let widest = 1920
    /// AVIF costs the most time: above this width WebP has to do.
    static let widestAVIF = 1280
    static let widestFallback = 1280

    /// What libvips is told when it writes this one. Everything but the pixels is stripped: no place, no camera, no owner, no thumbnail.
    var options: String {
        switch format {
        case .avif: "[Q=50,effort=0,strip]"
        case .webp: "[Q=78,effort=2,strip]"
        case .jpeg: "[Q=80,optimize_coding,interlace,strip]"
        case .png: "[compression=9,strip]"
        }
    }

    /// Every print of an upright picture: the standard widths up to its own, and its own where none of them comes near it.
    static func all(for picture: PictureHeader) -> [PrintSize] {
        var widths = widths.filter { $0 <= picture.width }
        if picture.width * 10 > (widths.last ?? 0) * 11 { widths.append(picture.width) }
        let size = { (format: MediaVariant.Format, width: Int) in
            PrintSize(format: format, width: width, height: max(1, (picture.height * width + picture.width / 2) / picture.width))
        }
        let modern = widths.filter { $0 <= widestAVIF }.map { size(.avif, $0) } + widths.map { size(.webp, $0) }
        return modern + [size(picture.hasAlpha ? .png : .jpeg, min(picture.width, widestFallback))]
    }
}
