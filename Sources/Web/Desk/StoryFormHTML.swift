import Basics
import Foundation
import Markup
import Newsroom
import Storage

/// The form of a story, complete without scripts, and what else can be done with it. The script takes what it needs from the data beside it.
struct StoryFormHTML: Sendable {
    let chrome: Chrome
    let edition: Edition
    let head: Revision
    let content: Content
    let mayWrite: Bool
    let role: Reader.Role
    let languages: [Language]
    let original: (taken: Revision, now: Revision)?
    let theirs: Revision?
    private let pictures: JSON
    /// Those of the original.
    private let prints: [ID<MediaItem>: MediaItem]

    /// Nil when there is no such edition. `typed` is what was sent and not kept; with `theirs`, somebody else has saved that meanwhile.
    init?(
        _ tx: Transaction, _ site: Site, _ language: Language, _ id: ID<Edition>, for reader: Reader, typed: Content?, theirs: Revision?
    ) throws {
        guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { return nil }
        chrome = try Chrome(tx, site, language)
        self.edition = edition
        self.head = head
        self.theirs = theirs
        content = typed ?? head.content
        mayWrite = try Desk.mayWrite(tx, edition, reader)
        role = reader.role
        languages = try Articles.editions(tx, of: edition.workID).map(\.language)
        original = try Desk.original(tx, of: edition)
        pictures = try StoryState.pictures(tx, content, edition.language)
        prints = try original.map { try Media.items(tx, $0.now.content.media) } ?? [:]
    }

    private var language: Language { chrome.language }
    private var written: Language { edition.language }
    private var marks: HTML { "lang=\"\(written.rawValue)\" dir=\"\(written.direction.rawValue)\"" }

    var title: String { content.headline.isEmpty ? DeskWords.noHeadline[language] : content.headline }

    private func path(_ part: DeskPath.StoryPart) -> SitePath { .desk(language, .part(edition.id, part)) }

    var html: HTML {
        let writing: HTML = original == nil ? form : "<div class=\"with-original\">\(form)\(beside)</div>"
        return "\(facts)\(ways)\(conflict)\(news)\(writing)\(state)"
    }

    private var facts: HTML {
        let states: [HTML] = [
            "<span \(marks)>\(written.ownName)</span>",
            "<span class=\"state \(edition.visibility.rawValue)\">\(DeskWords.visibility(edition.visibility)[language])</span>",
            "<span class=\"state \(edition.workflow.rawValue)\">\(DeskWords.workflow(edition.workflow)[language])</span>",
            "<span>\(DeskWords.saved[language]) \(chrome.dateAndClock(head.createdAt))</span>", "<bdi>\(head.author)</bdi>",
        ]
        return "<p class=\"facts\">\(states.joined(separator: " "))</p>"
    }

    /// To all that is done with a story besides writing it.
    private var ways: HTML {
        var items: [(SitePath, Phrase)] = [
            (path(.details), DeskWords.details), (path(.reading), ReadingWords.title), (path(.preview), DeskWords.preview),
            (path(.revisions), DeskWords.revisions),
        ]
        items.append((path(.publication), DeskWords.publication))
        if edition.visibility == .published { items.append((.article(written, edition.slug), DeskWords.onSite)) }
        let links = items.map { "<li><a href=\"\($0.text)\">\($1[language])</a></li>" as HTML }
        return "<nav class=\"ways\" aria-label=\"\(DeskWords.ways[language])\"><ul>\(links)\(moves)\(translations)</ul></nav>"
    }

    private var moves: [HTML] {
        guard mayWrite else { return [] }
        let steps: [(Edition.Workflow, Phrase, Bool)] = [
            (.inReview, DeskWords.handIn, edition.workflow == .draft),
            (.draft, DeskWords.sendBack, edition.workflow != .draft && (role.may(.edit) || edition.workflow == .inReview)),
            (.ready, DeskWords.callReady, edition.workflow == .inReview && role.may(.edit)),
        ]
        return steps.filter(\.2).map { workflow, words, _ in
            let field: HTML = "<input type=\"hidden\" name=\"to\" value=\"\(workflow.rawValue)\">"
            return "<li>\(ButtonForm(action: path(.workflow).text, words: words, language: language, field: field).html)</li>"
        }
    }

    private var translations: [HTML] {
        guard role.may(.translate) else { return [] }
        return chrome.face.languages.filter { !languages.contains($0) }.map { other in
            let field: HTML = "<input type=\"hidden\" name=\"language\" value=\"\(other.rawValue)\">"
            let words =
                other == .ar
                ? Phrase(ar: "ابدأ النسخة العربية", en: "Begin the Arabic edition")
                : Phrase(ar: "ابدأ النسخة الإنجليزية", en: "Begin the English edition")
            return "<li>\(ButtonForm(action: path(.translation).text, words: words, language: language, field: field).html)</li>"
        }
    }

    /// Both texts, where somebody else has saved one meanwhile.
    private var conflict: HTML? {
        guard let theirs else { return nil }
        let changes = TextChange.between(theirs.content, content)
        return """
            <section class="conflict" role="alert" aria-labelledby="conflict"><h2 id="conflict">\(DeskWords.stale[language])</h2>\
            <p>\(DeskWords.bothKept[language]) <bdi>\(theirs.author)</bdi>\(DeskWords.comma[language])\(chrome.dateAndClock(theirs.createdAt)).</p>\
            <div class="text changes" \(marks)>\(ChangesHTML(changes: changes, language: language).html)</div></section>
            """
    }

    private var form: HTML {
        let base = theirs?.id ?? head.id
        let lock: HTML = mayWrite ? "" : " readonly"
        let save: HTML? =
            mayWrite
            ? """
            <label>\(DeskWords.note[language]) <input name="note" dir="auto" maxlength="\(DeskLimits.note)"></label>\
            <button name="act" value="save">\(DeskWords.saveVersion[language])</button>
            """ : nil
        return """
            <form class="story-form" id="story" method="post" action="\(SitePath.desk(language, .story(edition.id)).text)">\
            <input type="hidden" name="base" value="\(base.rawValue)">\
            <label>\(DeskWords.headline[language]) <textarea name="headline" rows="2" maxlength="\(DeskLimits.headline)" \(marks)\(lock)>
            \(content.headline)</textarea></label>\
            <label>\(DeskWords.standfirst[language]) <textarea name="standfirst" rows="3" maxlength="\(DeskLimits.standfirst)" \(marks)\(lock)>
            \(content.standfirst)</textarea></label>\
            <label>\(DeskWords.dateline[language]) <input name="dateline" value="\(content.dateline)" maxlength="\(DeskLimits.line)" \(marks)\(lock)></label>\
            <label>\(DeskWords.body[language]) <span class="hint" id="h-body">\(DeskWords.markdown[language])</span> \
            <textarea name="body" rows="28" aria-describedby="h-body" \(marks)\(lock)>
            \(content.body.markdown)</textarea></label>\
            <details><summary>\(DeskWords.forSearch[language])</summary>\
            <label>\(DeskWords.searchTitle[language]) <input name="search_title" value="\(content.searchTitle)" maxlength="\(DeskLimits.headline)" \(marks)\(lock)></label>\
            <label>\(DeskWords.searchDescription[language]) <textarea name="search_description" rows="2" maxlength="\(DeskLimits.standfirst)" \(marks)\(lock)>
            \(content.searchDescription)</textarea></label></details>\(save)</form>
            """
    }

    /// What has changed in the original since it was taken in.
    private var news: HTML? {
        guard let original, original.now.id != original.taken.id else { return nil }
        let source = written.other
        let field: HTML = "<input type=\"hidden\" name=\"revision\" value=\"\(original.now.id.rawValue)\">"
        let taken: HTML? =
            mayWrite ? ButtonForm(action: path(.original).text, words: DeskWords.takeIn, language: language, field: field).html : nil
        return """
            <details class="original-changes" open><summary>\(DeskWords.originalChanged[language])</summary>\
            <div class="text changes" lang="\(source.rawValue)" dir="\(source.direction.rawValue)">\
            \(ChangesHTML(changes: TextChange.between(original.taken.content, original.now.content).filter { !$0.isKept }, language: language).html)</div>\
            \(taken)</details>
            """
    }

    /// The original of a translation as it stands now, block by block: the script marks the one that is being translated.
    private var beside: HTML? {
        guard let content = original?.now.content else { return nil }
        let source = written.other
        let writer = StoryWriter(pageDirection: source.direction) { picture, _ in print(picture, source) }
        let blocks = content.body.blocks.map { "<div class=\"block\">\(writer.html(Story([$0])))</div>" as HTML }
        return """
            <section class="original" aria-labelledby="original" tabindex="0" lang="\(source.rawValue)" dir="\(source.direction.rawValue)">\
            <h2 id="original" lang="\(language.rawValue)" dir="\(language.direction.rawValue)">\(DeskWords.original[language])</h2>\
            <h3>\(content.headline)</h3><p class="standfirst">\(content.standfirst)</p><div class="text">\(blocks)</div></section>
            """
    }

    /// A picture of the original, small; in its place what it shows, where the library has none of it.
    private func print(_ picture: Picture, _ source: Language) -> HTML {
        let item: MediaItem? = if case .media(let id) = picture.source { prints[ID(id)] } else { nil }
        let alt = picture.alt.isEmpty ? item?.texts[source]?.alt ?? "" : picture.alt
        return item.flatMap { PictureHTML(item: $0, alt: alt, sizes: "24rem").html } ?? "<p class=\"hint\">\(alt)</p>"
    }

    /// What the script begins with.
    private var state: HTML {
        let urls = JSON.object([
            ("save", .text(path(.save).text)), ("paste", .text(path(.paste).text)),
            ("presence", .text(path(.presence).text)), ("reading", .text(path(.reading).text)),
            ("logIn", .text(SitePath.reader(language, .logIn).text)),
            ("upload", .text(SitePath.desk(language, .upload).text)), ("pictures", .text(SitePath.desk(language, .pictures).text)),
        ])
        let state = JSON.object([
            ("edition", .number(Int(edition.id.rawValue))), ("interface", .text(language.rawValue)), ("language", .text(written.rawValue)),
            ("direction", .text(written.direction.rawValue)), ("zone", .text(chrome.face.timeZone.identifier)),
            ("digits", .text(chrome.digits.rawValue)), ("isReadOnly", .flag(!mayWrite)), ("revision", StoryState.json(theirs ?? head)),
            ("content", StoryState.json(content)), ("pictures", pictures), ("urls", urls), ("words", EditorWords.json(language)),
        ])
        return "<script type=\"application/json\" id=\"story-state\">\(HTML(json: state.text))</script>"
    }
}
