import Basics
import Markup
import Newsroom

/// The Save control of an article: a form and a link, the same for everyone. The script shows whose it is and does the same in place.
struct SaveHTML: Sendable {
    let language: Language
    let slug: Slug

    var html: HTML {
        let path = SitePath.save(language, slug).text
        return """
            <section class="save" aria-label="\(CollectionWords.control[language])"><form method="post" action="\(path)" data-save \
            data-login="\(SitePath.reader(language, .logIn).text)" data-failed="\(CollectionWords.failed[language])" \
            data-wait="\(CollectionWords.wait[language])"><button name="put" value="later"><span class="flag"></span>\
            <span>\(CollectionWords.saveLater[language])</span></button> <a href="\(path)" rel="nofollow">\(CollectionWords.more[language])</a></form>\
            <p role="status"></p></section>
            """
    }
}

/// A list's button at a story: Read Later, and out of it again. All of a page's are of one form, which `Layout` writes.
struct SaveButton: Sendable {
    let language: Language
    /// The story's own.
    let story: Language
    let slug: Slug
    let headline: String

    var html: HTML {
        """
        <button class="keep" form="keep" formaction="\(SitePath.save(story, slug).text)" name="put" value="later" \
        aria-label="\(CollectionWords.saveLater[language]): \(headline)"><span class="flag"></span></button>
        """
    }

    /// The form that the buttons of a page are of.
    static func form(_ language: Language) -> HTML {
        """
        <form id="keep" method="post" action="\(SitePath.reader(language, .collections).text)" data-mine="\(SitePath.mineOfList(language).text)" \
        data-login="\(SitePath.reader(language, .logIn).text)" data-failed="\(CollectionWords.failed[language])"></form>

        """
    }
}

/// Where a story is saved, and every way to change it.
struct SavePage: SitePage {
    let chrome: Chrome
    let slug: Slug
    let headline: String
    let state: SaveState
    /// What has just been done.
    let done: SaveWish.Done?
    let refusal: Refusal?
    /// The name that was refused.
    let name: String

    var tags: Set<CacheTag> { [] }

    private var language: Language { chrome.language }
    private var path: SitePath { .save(language, slug) }

    var head: Head {
        var head = Head(title: CollectionWords.save[language], description: "", path: path, alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <div class="notice reader"><p class="label"><a href="\(SitePath.article(language, slug).text)">\(headline)</a></p>\
        <h1>\(CollectionWords.save[language])</h1>\(news)<form class="picks" method="post" action="\(path.text)"><ul>\(state.choices.map(choice))</ul></form>\
        <section aria-labelledby="new"><h2 id="new">\(CollectionWords.newCollection[language])</h2>\(newForm)</section>\
        <p><a href="\(SitePath.article(language, slug).text)">\(VoteWords.toStory[language])</a> · \
        <a href="\(SitePath.reader(language, .collections).text)">\(CollectionWords.all[language])</a></p></div>
        """
    }

    private var news: HTML? {
        if let refusal, refusal.field == nil { return "<p class=\"refusal\" role=\"alert\">\(refusal.words[language])</p>" }
        guard let done else { return refusal == nil ? "<p>\(state.words(language, chrome.digits))</p>" : nil }
        let undo: HTML? = done.taken.map { UndoForm(action: path, collection: done.collection.address, item: $0, language: language).html }
        return "<div class=\"news undo\"><p role=\"status\">\(done.words(language))</p>\(undo)</div>"
    }

    private func choice(_ choice: SaveState.Choice) -> HTML {
        let act: HTML = choice.holds ? "take" : "put"
        return """
            <li><button name="\(act)" value="\(choice.name)" aria-pressed="\(choice.holds ? "true" as HTML : "false")"><span class="box"></span>\
            <bdi>\(choice.collection.title(language))</bdi></button></li>
            """
    }

    private var newForm: HTML {
        FormHTML(
            action: path, language: language,
            fields: [.init(name: "name", label: CollectionWords.newName, value: name, longest: CollectionLimits.name)],
            button: CollectionWords.createAndSave, refusal: refusal.flatMap { $0.field == nil ? nil : $0 }
        ).html
    }
}

/// Puts back what was just taken out.
struct UndoForm: Sendable {
    let action: SitePath
    /// As forms name it.
    let collection: String
    let item: SavedItem
    let language: Language
    /// The story, as in `en/the-slug`, where the address does not say it.
    var story: String?

    var html: HTML {
        let fields = (item.fields + (story.map { [("story", $0)] } ?? [])).map { name, value -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        return """
            <form method="post" action="\(action.text)">\(fields)<button name="back" value="\(collection)">\(CollectionWords.undo[language])</button></form>
            """
    }
}
