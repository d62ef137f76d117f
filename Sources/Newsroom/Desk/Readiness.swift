package import Basics
import Markup
package import Storage

/// What is to be seen to before a story is published: what stands in the way, and what is only worth a look.
package struct Readiness: Sendable {
    package let words: Phrase
    /// Whether it cannot be published as it is.
    package let blocks: Bool

    /// What Google takes of a news story's title; longer ones are cut.
    package static let longestHeadline = 110

    package static func of(_ tx: Transaction, _ edition: Edition, _ content: Content) throws -> [Readiness] {
        guard let work = try Articles.work(tx, edition.workID) else { return [] }
        var found: [Readiness] = []
        func add(_ ar: String, _ en: String, blocks: Bool = false) { found.append(Readiness(words: Phrase(ar: ar, en: en), blocks: blocks)) }
        if content.headline.allSatisfy(\.isWhitespace) { add("لا عنوان للخبر.", "The story has no headline.", blocks: true) }
        if content.body.plainText.allSatisfy(\.isWhitespace), content.body.pictures.isEmpty {
            add("لا نص في الخبر.", "The story has no text.", blocks: true)
        }
        if work.kind == .article, work.sectionID == nil { add("لا قسم للخبر.", "The story is in no section.", blocks: true) }
        if content.headline.count > longestHeadline {
            add(
                "العنوان أطول من \(longestHeadline) حروف، وتقطعه محركات البحث.",
                "The headline is longer than \(longestHeadline) characters, and search engines cut it.")
        }
        if content.standfirst.isEmpty { add("لا مقدمة للخبر.", "The story has no standfirst.") }
        let pictures = try Media.items(tx, content.media.union([work.mediaID].compactMap(\.self)))
        let bare = content.body.pictures.filter { picture in
            guard picture.alt.isEmpty, case .media(let number) = picture.source else { return picture.alt.isEmpty }
            return pictures[ID(number)]?.texts[edition.language]?.alt.isEmpty ?? true
        }
        let lead = work.mediaID.flatMap { pictures[$0] }.map { $0.texts[edition.language]?.alt.isEmpty ?? true } ?? false
        if !bare.isEmpty || lead {
            add("صورة بلا وصف لمن لا يراها.", "A picture has no description for those who do not see it.")
        }
        if try People.bylines(tx, of: [edition.id])[edition.id]?.isEmpty ?? true, work.kind == .article {
            add("لا اسم كاتب على الخبر.", "Nobody signs the story.")
        }
        if let original = try Desk.original(tx, of: edition), original.now.id != original.taken.id {
            add("تغيّر الأصل منذ بدأت الترجمة.", "The original has changed since the translation was begun.")
        }
        return found
    }
}
