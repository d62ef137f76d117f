/// What came out of the darkroom: the size of the picture as it is seen, and its prints as files.
struct Development: Hashable, Sendable {
    struct Print: Hashable, Sendable {
        let format: MediaVariant.Format
        let width: Int
        let height: Int
        let path: String
    }

    let width: Int
    let height: Int
    let prints: [Print]
}

/// What `vipsheader -a` says of a picture.
struct PictureHeader: Hashable, Sendable {
    let width: Int
    let height: Int
    let bands: Int
    let loader: String

    /// The first line of each name counts: they stand before any text that the picture itself brings along.
    init?(_ text: String) {
        var values: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, values[parts[0]] == nil else { continue }
            values[parts[0]] = parts[1].drop { $0 == " " }
        }
        guard let width = values["width"].flatMap({ Int($0) }), let height = values["height"].flatMap({ Int($0) }),
            let bands = values["bands"].flatMap({ Int($0) }), let loader = values["vips-loader"], width > 0, height > 0
        else { return nil }
        (self.width, self.height, self.bands, self.loader) = (width, height, bands, String(loader))
    }

    var hasAlpha: Bool { bands == 2 || bands == 4 }

    /// Whether `upright` is this picture lying on its side, told by which way round its proportions fit better.
    func isTurned(against upright: PictureHeader) -> Bool {
        let straight = abs(upright.width * height - upright.height * width)
        let turned = abs(upright.width * width - upright.height * height)
        return turned < straight
    }
}
