import Basics
import Linguistics
import Markup
import Newsroom
import Storage

/// The record of somebody, as forms: her names and spellings, her roles, whether readers find her; that she is somebody else, or two.
struct SpeakerFormHTML: Sendable {
    private let speaker: Speaker
    private let roles: [Speaker.Role]
    private let spellings: [Speaker.Spelling]
    private let likes: [Speaker]
    private let statements: [RecordedStatement]
    private let chrome: Chrome
    private let mayEdit: Bool

    init(_ tx: Transaction, _ speaker: Speaker, _ chrome: Chrome, mayEdit: Bool) throws {
        self.speaker = speaker
        self.chrome = chrome
        self.mayEdit = mayEdit
        roles = try Speakers.roles(tx, of: speaker.id)
        spellings = try Speakers.spellings(tx, of: [speaker.id])[speaker.id] ?? []
        likes = try speaker.names.values.sorted().flatMap { try Speakers.candidates(tx, $0, limit: 10) }.map(\.speaker)
            .filter { $0.id != speaker.id }.reduce(into: []) { all, other in if !all.contains(other) { all.append(other) } }
        statements = try Statements.all(tx, by: speaker.id)
    }

    private var language: Language { chrome.language }

    var html: HTML {
        let page: HTML? =
            speaker.visibility == .hidden
            ? nil
            : "<p class=\"facts\"><a href=\"\(SitePath.speaker(language, speaker.slug, page: 1).text)\">\(SpeakerWords.page[language])</a></p>"
        guard mayEdit else { return "\(page)\(said)" }
        return "\(page)\(form)\(merging)\(parting)"
    }

    private var form: HTML {
        let names = Language.allCases.map { own in
            FormHTML.Field(
                name: "name-\(own.rawValue)", label: SpeakerWords.name(own), value: speaker.names[own] ?? "", isRequired: false,
                longest: DeskLimits.line)
        }
        let roleFields = Language.allCases.map { own in
            FormHTML.Field(
                name: "roles-\(own.rawValue)", label: SpeakerWords.roles(own),
                value: roles.filter { $0.language == own }.map(Self.line).joined(separator: "\n"),
                hint: SpeakerWords.rolesHint, isRequired: false, longest: 10_000, rows: 3)
        }
        let written = { (isSame: Bool) in spellings.filter { $0.isSame == isSame }.map(\.text).joined(separator: "\n") }
        let more: [FormHTML.Field] = [
            .init(
                name: "spellings", label: SpeakerWords.spellings, value: written(true), hint: SpeakerWords.spellingsHint, isRequired: false,
                longest: 20_000, rows: 5),
            .init(
                name: "others", label: SpeakerWords.others, value: written(false), hint: SpeakerWords.othersHint, isRequired: false, longest: 20_000,
                rows: 3),
            .init(name: "wikidata", label: SpeakerWords.wikidata, value: speaker.wikidata ?? "", isRequired: false, isLatin: true, longest: 20),
        ]
        let kinds = Speaker.Kind.allCases.map { kind in DeskFields.option(kind.rawValue, SpeakerWords.kind(kind)[language], kind == speaker.kind) }
        let standings = Speaker.Visibility.allCases.map { one in
            DeskFields.option(one.rawValue, SpeakerWords.visibility(one)[language], one == speaker.visibility)
        }
        let choices =
            DeskFields.select("kind", SpeakerWords.kindLabel[language], kinds)
            + DeskFields.select("visibility", SpeakerWords.visibilityLabel[language], standings)
        return FormHTML(
            action: .desk(language, .speaker(speaker.id)), language: language, fields: names + roleFields + more, more: choices,
            button: ReadingWords.save
        ).html
    }

    private static func line(_ role: Speaker.Role) -> String {
        let time = role.since == nil && role.until == nil ? "" : " | \(role.since ?? "")–\(role.until ?? "")"
        return role.role + time
    }

    /// Whom it may be, too, to be made one.
    private var merging: HTML? {
        guard !likes.isEmpty else { return nil }
        let options = likes.map { DeskFields.option("\($0.id.rawValue)", $0.name(in: language), false) }
        let content: HTML = """
            <form class="form" method="post" action="\(SitePath.desk(language, .speakerPart(speaker.id, .merging)).text)">\
            <p>\(SpeakerWords.mergeHint[language])</p><div class="field"><label for="f-into">\(SpeakerWords.into[language])</label>\
            <select id="f-into" name="into">\(options)</select></div><p class="actions"><button class="grave">\(SpeakerWords.merge[language])</button></p></form>
            """
        return ReaderPart(id: "merging", title: SpeakerWords.merge, language: language, content: content).html
    }

    /// What she said; some of it may be another one's of the name.
    private var parting: HTML {
        guard !statements.isEmpty else { return said }
        let items = statements.map { statement -> HTML in
            "<label><input type=\"checkbox\" name=\"statement-\(statement.id.rawValue)\"> <bdi>\(statement.words)</bdi></label>"
        }
        let content: HTML = """
            <form class="form" method="post" action="\(SitePath.desk(language, .speakerPart(speaker.id, .parting)).text)">\
            <fieldset class="rows"><legend class="aside-text">\(SpeakerWords.partHint[language])</legend>\(items)</fieldset>\
            <div class="field"><label for="f-name">\(SpeakerWords.otherName[language])</label><input id="f-name" name="name" dir="auto" required maxlength="200" autocomplete="off"></div>\
            <p class="actions"><button class="grave">\(SpeakerWords.part[language])</button></p></form>
            """
        return ReaderPart(id: "parting", title: SpeakerWords.said, language: language, content: content).html
    }

    private var said: HTML {
        let items = statements.map { "<li><bdi>\($0.words)</bdi></li>" as HTML }
        let list: HTML = items.isEmpty ? "<p class=\"empty\">\(StatementWords.noStatements[language])</p>" : "<ul>\(items)</ul>"
        return ReaderPart(id: "parting", title: SpeakerWords.said, language: language, content: list).html
    }
}

/// The whole record in a list, or whoever may be meant by a name.
struct SpeakerListHTML: Sendable {
    let page: ResultPage<Speakers.Listed>
    let query: String
    let chrome: Chrome

    private var language: Language { chrome.language }

    var html: HTML {
        let items = page.items.map { listed -> HTML in
            let count = StatementWords.statements.text(listed.statements, in: language, digits: chrome.face.digits(in: language))
            let other = listed.speaker.names[language.other].map { "<bdi>\($0)</bdi>" as HTML }
            return """
                <li><a href="\(SitePath.desk(language, .speaker(listed.speaker.id)).text)">\(listed.speaker.name(in: language))</a> \
                <span class="facts"><span>\(SpeakerWords.kind(listed.speaker.kind)[language])</span> <span>\(count)</span> \(other)</span></li>
                """
        }
        let list: HTML =
            items.isEmpty
            ? "<p class=\"empty\">\((query.isEmpty ? SpeakerWords.empty : SpeakerWords.nobody)[language])</p>"
            : "<ul class=\"speakers\">\(items)</ul>"
        let links = PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { [language] in
            SitePath.desk(language, .speakers).text + "?page=\($0)"
        }
        return """
            <form class="filters" method="get" action="\(SitePath.desk(language, .speakers).text)" role="search">\
            <label>\(SpeakerWords.find[language]) <input type="search" name="q" value="\(query)" dir="auto" maxlength="200"></label>\
            <button>\(Words.search[language])</button></form>\(list)\(links.html)
            """
    }
}
