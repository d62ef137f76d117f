import Basics
import Markup
import Newsroom

/// Controls that several forms of the desk have.
enum DeskFields {
    /// The sections as they stand below each other; empty for none.
    static func sections(_ chrome: Chrome, chosen: ID<Section>?, name: HTML = "section", any: Phrase = DeskWords.noSection) -> HTML {
        let options = chrome.tree.sections.map { section -> HTML in
            let depth = chrome.tree.path(to: section.id).count - 1
            let words = section.names[chrome.language]?.name ?? section.names[chrome.language.other]?.name ?? "\(section.id)"
            return option("\(section.id)", String(repeating: "\u{2003}", count: depth) + words, section.id == chosen)
        }
        return select(name, DeskWords.section[chrome.language], [option("", any[chrome.language], chosen == nil)] + options)
    }

    static func people(_ chrome: Chrome, _ staff: [Reader], chosen: ID<Reader>?) -> HTML {
        let options = staff.map { option("\($0.id)", $0.called, $0.id == chosen) }
        return select("person", DeskWords.person[chrome.language], [option("", DeskWords.everybody[chrome.language], chosen == nil)] + options)
    }

    static func languages(_ chrome: Chrome, chosen: Language?) -> HTML {
        let options = chrome.face.languages.map { option($0.rawValue, $0.ownName, $0 == chosen) }
        return select(
            "language", DeskWords.language[chrome.language], [option("", DeskWords.everyLanguage[chrome.language], chosen == nil)] + options)
    }

    /// Names in a row, each in its own direction.
    static func names(_ names: [String], _ language: Language) -> HTML {
        names.map { "<bdi>\($0)</bdi>" as HTML }.joined(separator: "\(DeskWords.comma[language])")
    }

    static func select(_ name: HTML, _ label: String, _ options: [HTML]) -> HTML {
        "<div class=\"field\"><label for=\"f-\(name)\">\(label)</label><select id=\"f-\(name)\" name=\"\(name)\">\(options)</select></div>"
    }

    static func option(_ value: String, _ words: String, _ isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(isChosen ? " selected" as HTML : "")>\(words)</option>"
    }
}

extension Reader {
    /// How colleagues see who it is.
    var called: String { name.isEmpty ? email.text : name }
}
