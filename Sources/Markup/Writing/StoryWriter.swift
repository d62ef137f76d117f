package import Basics

/// Writes a story as HTML, with the parts that differ from page to page to be replaced.
package struct StoryWriter {
    /// Where a picture stands in its story.
    package struct PicturePlace: Hashable, Sendable {
        /// Counted from 0, over the whole story.
        package let index: Int
        package let isInGallery: Bool
    }

    /// The picture itself; figure, link and caption are written around it.
    package var picture: (Picture, PicturePlace) -> HTML
    /// The whole card of a page elsewhere.
    package var embed: (Embed) -> HTML
    /// What stands around a table's own HTML.
    package var table: (Table, HTML) -> HTML
    /// The direction of the page around the story. A block that runs the other way says so; without it only directions set in the story are written.
    package var pageDirection: Direction?
    /// What stands before the anchors of `Story.outline` in the `id` of each sub-heading, so that none is another `id` of the page; nil writes none.
    package var anchorPrefix: String?
    /// The `id`s of empty places that stand before blocks of the story, by the block's place from 0.
    package var places: [Int: [String]] = [:]

    package init(
        pageDirection: Direction? = nil,
        anchorPrefix: String? = nil,
        picture: @escaping (Picture, PicturePlace) -> HTML = { picture, _ in picture.canonicalHTML },
        embed: @escaping (Embed) -> HTML = { $0.canonicalHTML },
        table: @escaping (Table, HTML) -> HTML = { $1 }
    ) {
        self.pageDirection = pageDirection
        self.anchorPrefix = anchorPrefix
        self.picture = picture
        self.embed = embed
        self.table = table
    }

    package func html(_ story: Story) -> HTML {
        let anchors = anchorPrefix.map { prefix in story.outline.map { prefix + $0.anchor } } ?? []
        var walk = StoryWalk(writer: self, anchors: anchors)
        for (index, block) in story.blocks.enumerated() {
            for place in places[index] ?? [] { walk.html += "<span class=\"place\" id=\"\(place)\"></span>" }
            walk.write(block, direction: pageDirection)
        }
        return walk.html
    }
}
