import Basics
import Markup
import Newsroom

/// An item of the library: what it is, what is said about it, how it is cropped, where it stands, and what can be done with it.
struct LibraryItemHTML: Sendable {
    let chrome: Chrome
    let item: MediaItem
    let uses: [Media.Use]
    let role: Reader.Role
    /// What was sent and not kept.
    let typed: FormBody?
    let refusal: Refusal?

    private var language: Language { chrome.language }

    /// What a form says of an item. Refuses with `invalid` a place outside the picture.
    static func description(_ form: FormBody, _ languages: [Language]) throws -> Media.Description {
        let texts = languages.map { language in
            let tag = language.rawValue
            return (language, MediaTexts(alt: form["alt-\(tag)"], caption: form["caption-\(tag)"], credit: form["credit-\(tag)"]))
        }
        let part = { (name: String) in form[name].isEmpty ? 0.5 : (Double(form[name]) ?? -1) / 100 }
        return Media.Description(
            texts: Dictionary(uniqueKeysWithValues: texts), licence: form["licence"],
            focalPoint: try FocalPoint(x: part("focus-x"), y: part("focus-y")))
    }

    var html: HTML {
        let description = role.may(.illustrate) ? form : said
        return """
            <p class="label"><a href="\(SitePath.desk(language, .media).text)">\(LibraryWords.library[language])</a></p>\
            <div class="item"><div class="print">\(print)\(facts)</div>\(description)</div>\(crops)\(credentials)\(standing)\(replacement)\(deletion)
            """
    }

    // MARK: What it is

    private var print: HTML? {
        guard item.kind == .picture else { return address }
        let alt = item.texts[language]?.alt ?? ""
        let picture = PictureHTML(item: item, alt: alt.isEmpty ? item.fileName : alt, sizes: "(min-width: 48em) 28rem, 100vw", isFirst: true).html
        return picture.map { "<div class=\"frame\" data-focus>\($0)</div>" }
    }

    /// Where a file that is no picture can be had: what a link in a story leads to.
    private var address: HTML? {
        item.publicAddress.map { "<p><a href=\"\($0.path)\">\(LibraryWords.openFile[language])</a> <code dir=\"ltr\">\($0.path)</code></p>" }
    }

    private var facts: HTML {
        let rows: [(Phrase, HTML?)] = [
            (LibraryWords.fileName, "<bdi>\(item.fileName)</bdi>"), (LibraryWords.number, "\(chrome.digits.write(Int(item.id.rawValue)))"),
            (LibraryWords.kind, item.type.map { "\($0.rawValue)" }),
            (
                LibraryWords.size,
                item.width.flatMap { width in item.height.map { "<bdi dir=\"ltr\">\(chrome.digits.write(width)) × \(chrome.digits.write($0))</bdi>" }
                }
            ),
            (LibraryWords.weight, item.bytes.map { "\(chrome.digits.write(max(1, $0 / 1_024))) \(LibraryWords.kilobytes[language])" }),
            (LibraryWords.since, chrome.date(item.createdAt)),
            (LibraryWords.state, item.state == .ready ? nil : "\(LibraryWords.state(item.state)[language])"),
            (LibraryWords.trouble, item.failure.map { "\($0[language])" }),
        ]
        let items = rows.compactMap { label, value in value.map { "<div><dt>\(label[language])</dt><dd>\($0)</dd></div>" as HTML } }
        return "<dl class=\"file-facts\">\(items)</dl>"
    }

    // MARK: What is said about it

    private var form: HTML {
        let fields = chrome.face.languages.map { written -> HTML in
            let (tag, texts) = (written.rawValue, item.texts[written] ?? MediaTexts())
            let marks: HTML = "lang=\"\(tag)\" dir=\"\(written.direction.rawValue)\""
            let alt: HTML? =
                item.kind == .picture ? text("alt-\(tag)", LibraryWords.alt, texts.alt, LibraryWords.altHint, Media.longestAlt, marks) : nil
            return """
                <fieldset class="texts"><legend><span \(marks)>\(written.ownName)</span></legend>\(alt)\
                \(text("caption-\(tag)", LibraryWords.caption, texts.caption, nil, Media.longestCaption, marks))\
                \(text("credit-\(tag)", LibraryWords.credit, texts.credit, nil, Media.longestCredit, marks))</fieldset>
                """
        }
        let focus: HTML? =
            item.kind == .picture
            ? """
            <fieldset class="focus"><legend>\(LibraryWords.focus[language])</legend><p class="hint">\(LibraryWords.focusHint[language])</p>\
            \(percent("focus-x", LibraryWords.fromLeft, item.focalPoint.x))\(percent("focus-y", LibraryWords.fromTop, item.focalPoint.y))</fieldset>
            """ : nil
        return FormHTML(
            action: .desk(language, .item(item.id)), language: language,
            more:
                "\(fields)\(text("licence", LibraryWords.licence, item.licence, LibraryWords.licenceHint, Media.longestCaption, "dir=\"auto\""))\(focus)",
            button: DeskWords.saveDetails, refusal: refusal?.field == "file" ? nil : refusal
        ).html
    }

    private func text(_ name: String, _ label: Phrase, _ kept: String, _ hint: Phrase?, _ longest: Int, _ marks: HTML) -> HTML {
        let isWrong = refusal?.field == name
        let note: HTML? = hint.map { "<p class=\"hint\" id=\"h-\(name)\">\($0[language])</p>" }
        return """
            <div class="field\(isWrong ? " wrong" : "")"><label for="f-\(name)">\(label[language])</label>\(note)\
            <textarea id="f-\(name)" name="\(name)" rows="2" maxlength="\(longest)" \(marks)\(hint == nil ? "" : " aria-describedby=\"h-\(name)\"" as HTML)\
            \(isWrong ? " aria-invalid=\"true\"" as HTML : "")>
            \(typed?[name] ?? kept)</textarea></div>
            """
    }

    private func percent(_ name: HTML, _ label: Phrase, _ part: Double) -> HTML {
        let value = typed.map { $0[name.text] } ?? "\(Int((part * 100).rounded()))"
        return """
            <label>\(label[language]) <input type="number" name="\(name)" min="0" max="100" step="1" value="\(value)" dir="ltr"></label>
            """
    }

    /// For those who may only look.
    private var said: HTML {
        let rows = chrome.face.languages.flatMap { written -> [HTML] in
            guard let texts = item.texts[written] else { return [] }
            return [(LibraryWords.alt, texts.alt), (LibraryWords.caption, texts.caption), (LibraryWords.credit, texts.credit)]
                .filter { !$0.1.isEmpty }.map { label, words in
                    "<div><dt>\(label[language]) (\(written.ownName))</dt><dd lang=\"\(written.rawValue)\" dir=\"\(written.direction.rawValue)\">\(words)</dd></div>"
                }
        }
        return "<dl class=\"file-facts\">\(rows)</dl>"
    }

    /// How lists and cards of each shape crop it.
    private var crops: HTML? {
        guard item.kind == .picture, item.fallback != nil else { return nil }
        let shapes = [("wide", LibraryWords.wide), ("landscape", LibraryWords.landscape), ("square", LibraryWords.square)]
        let items = shapes.map { name, label -> HTML in
            let picture = PictureHTML(item: item, alt: "", sizes: "16rem", isCropped: true).html
            return "<figure class=\"\(name)\">\(picture)<figcaption>\(label[language])</figcaption></figure>"
        }
        return ReaderPart(id: "crops", title: LibraryWords.crops, language: language, content: "<div class=\"crops\">\(items)</div>").html
    }

    private var credentials: HTML? {
        item.credentials.map { credentials in
            let rows: [(Phrase, HTML?)] = [
                (LibraryWords.generator, credentials.generator.isEmpty ? nil : "<bdi>\(credentials.generator)</bdi>"),
                (LibraryWords.claimedTitle, credentials.title.isEmpty ? nil : "<bdi>\(credentials.title)</bdi>"),
                (
                    LibraryWords.actions,
                    credentials.actions.isEmpty
                        ? nil : DeskFields.names(credentials.actions.map { LibraryWords.action($0, language) }, language)
                ),
                (
                    LibraryWords.sources,
                    credentials.sources.isEmpty
                        ? nil : DeskFields.names(credentials.sources.map { LibraryWords.source($0, language) }, language)
                ),
            ]
            let items = rows.compactMap { label, value in value.map { "<div><dt>\(label[language])</dt><dd>\($0)</dd></div>" as HTML } }
            return ReaderPart(
                id: "credentials", title: LibraryWords.credentials, language: language,
                content: "<p class=\"hint\">\(LibraryWords.credentialsHint[language])</p><dl class=\"file-facts\">\(items)</dl>"
            ).html
        }
    }

    // MARK: Where it stands

    private var standing: HTML {
        let items = uses.map { use -> HTML in
            let written = use.edition.language
            return """
                <li><a href="\(SitePath.desk(language, .story(use.edition.id)).text)" lang="\(written.rawValue)" dir="\(written.direction.rawValue)">\
                \(use.headline.isEmpty ? DeskWords.noHeadline[language] : use.headline)</a> \
                <span class="state \(use.edition.visibility.rawValue)">\(DeskWords.visibility(use.edition.visibility)[language])</span></li>
                """
        }
        let list: HTML = items.isEmpty ? "<p>\(LibraryWords.nowhere[language])</p>" : "<ul class=\"uses\">\(items)</ul>"
        return ReaderPart(id: "uses", title: LibraryWords.uses, language: language, content: list).html
    }

    private var replacement: HTML? {
        guard role.may(.edit), item.state == .ready else { return nil }
        return ReaderPart(
            id: "replacement", title: LibraryWords.replace, language: language,
            content: """
                <form class="form" method="post" enctype="multipart/form-data" action="\(SitePath.desk(language, .itemPart(item.id, .file)).text)">\
                <div class="field"><label for="f-file">\(LibraryWords.newFile[language])</label><p class="hint" id="h-file">\(LibraryWords.replaceHint[language])</p>\
                <input id="f-file" type="file" name="file" required aria-describedby="h-file" accept="\(LibraryHTML.accepted)"></div>\
                <p class="actions"><button class="grave">\(LibraryWords.replace[language])</button></p></form>
                """
        ).html
    }

    private var deletion: HTML? {
        guard role.may(.delete), uses.isEmpty else { return nil }
        return ReaderPart(
            id: "deletion", title: LibraryWords.delete, language: language,
            content: """
                <form class="form" method="post" action="\(SitePath.desk(language, .itemPart(item.id, .deletion)).text)"><p class="check"><label>\
                <input type="checkbox" name="sure" required> \(LibraryWords.sureToDelete[language])</label></p>\
                <p class="actions"><button class="grave">\(LibraryWords.delete[language])</button></p></form>
                """
        ).html
    }
}
