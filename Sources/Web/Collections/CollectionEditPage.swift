import Basics
import Markup
import Newsroom

/// Where a reader looks after a collection of hers: what it is called, who sees it, its cover, its end.
struct CollectionEditPage: SitePage {
    let chrome: Chrome
    let view: CollectionView
    let link: Token?
    let news: Phrase?
    let details: Refusal?
    /// What was refused, as it was typed.
    let typed: (name: String, description: String)?
    let deletion: Refusal?

    private var language: Language { chrome.language }
    private var collection: ReaderCollection { view.collection }

    private func path(_ part: CollectionPart) -> SitePath { .collectionPart(language, collection.address, part) }

    var tags: Set<CacheTag> { [] }

    var head: Head {
        var head = Head(
            title: collection.name, description: "", path: path(.edit),
            alternates: chrome.face.languages.map { ($0, .collectionPart($0, collection.address, .edit)) })
        head.isIndexed = false
        return head
    }

    var main: HTML {
        let status: HTML? = news.map { "<p class=\"news\" role=\"status\">\($0[language])</p>" }
        return """
            <div class="notice reader"><p class="label"><a href="\(SitePath.collection(language, collection.address).text)">\(CollectionEditWords.back[language])</a></p>\
            <h1><bdi>\(collection.name)</bdi></h1>\(status)\(detailsForm)\
            \(part("sharing", CollectionEditWords.sharing, sharing))\(linkPart)\(coverPart)\
            \(part("deletion", CollectionEditWords.delete, deletionForm))</div>
            """
    }

    private func part(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        ReaderPart(id: id, title: title, language: language, content: content).html
    }

    private var detailsForm: HTML {
        FormHTML(
            action: path(.edit), language: language,
            fields: [
                .init(name: "name", label: CollectionEditWords.name, value: typed?.name ?? collection.name, longest: CollectionLimits.name),
                .init(
                    name: "description", label: CollectionEditWords.description, value: typed?.description ?? collection.description,
                    hint: CollectionEditWords.descriptionHint, isRequired: false, longest: CollectionLimits.description, rows: 5),
            ], button: CollectionEditWords.save, refusal: details
        ).html
    }

    private var sharing: HTML {
        let choices = ReaderCollection.Visibility.allCases.map { visibility -> HTML in
            let checked: HTML = visibility == collection.visibility ? " checked" : ""
            return """
                <label><input type="radio" name="visibility" value="\(visibility.rawValue)"\(checked)> \
                <span>\(CollectionEditWords.explained(visibility)[language])</span></label>
                """
        }
        let more: HTML =
            "<fieldset class=\"rows\"><legend class=\"aside-text\">\(CollectionEditWords.sharing[language])</legend>\(choices)</fieldset>"
        return FormHTML(action: path(.sharing), language: language, more: more, button: CollectionEditWords.share).html
    }

    private var linkPart: HTML? {
        guard let link else { return nil }
        let url = chrome.absolute(.shared(language, link, page: 1))
        return part(
            "link", CollectionEditWords.link,
            """
            <p class="hint">\(CollectionEditWords.linkHint[language])</p>\
            <p class="link" dir="ltr"><a href="\(url)">\(url)</a></p><p class="acts"><button hidden data-copy="\(url)" \
            data-done="\(Words.linkCopied[language])">\(Words.copyLink[language])</button></p>\
            <form method="post" action="\(path(.sharing).text)"><button name="renew" value="1">\(CollectionEditWords.renew[language])</button></form>\
            <p class="aside-text" role="status"></p>
            """)
    }

    private var coverPart: HTML? {
        guard view.coverWork != nil else { return nil }
        return part(
            "cover", CollectionEditWords.cover,
            """
            <p class="hint">\(CollectionEditWords.coverHint[language])</p><form method="post" action="\(path(.cover).text)">\
            <button name="item" value="">\(CollectionEditWords.automatic[language])</button></form>
            """)
    }

    private var deletionForm: HTML {
        let more: HTML = """
            <p class="hint">\(CollectionEditWords.deleteHint[language])</p>\
            <p class="check"><label><input type="checkbox" name="sure"> \(CollectionEditWords.sure[language])</label></p>
            """
        return FormHTML(action: path(.deletion), language: language, more: more, button: CollectionEditWords.delete, refusal: deletion, isGrave: true)
            .html
    }
}
