import Markup

/// A content with what is kept beside it. An import works it out on another thread than the one that holds the database.
struct Manuscript: Sendable {
    private(set) var content: Content
    /// The text as it is kept.
    private(set) var html: String
    let words: Int
    let excerpt: String

    init(_ content: Content) {
        self.content = content
        html = content.body.canonicalHTML
        words = content.body.wordCount
        excerpt = content.body.excerpt(characters: 220)
    }

    /// The same with pictures from elsewhere: neither its words nor its beginning change by that.
    func replacingPictures(_ place: (PictureSource) -> PictureSource) -> Manuscript {
        var copy = self
        copy.content.body = content.body.replacingPictures(place)
        copy.html = copy.content.body.canonicalHTML
        return copy
    }
}
