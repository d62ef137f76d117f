/// What comes out of an export, in the order of the file.
package enum WordPressEvent: Sendable {
    /// Comes first; and once more when the file says more about the site further down.
    case site(WordPressSite)
    case author(WordPressAuthor)
    case term(WordPressTerm)
    case item(WordPressItem)
    /// Comes before the item it is about, when that could be kept.
    case fault(WordPressFault)
}
