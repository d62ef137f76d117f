import Basics
import Linguistics
import Markup
import Newsroom

/// What the copydesk found in a text, each with what can be done about it.
struct FindingsHTML: Sendable {
    let reading: Copyreading
    let edition: Edition
    let revision: ID<Revision>
    let chrome: Chrome
    let mayWrite: Bool
    /// Whether words may be added to those of the newsroom.
    let maySettle: Bool

    private var language: Language { chrome.language }
    private var marks: HTML { "lang=\"\(edition.language.rawValue)\" dir=\"\(edition.language.direction.rawValue)\"" }

    var html: HTML {
        let count: HTML? = reading.findings.isEmpty ? nil : " <span class=\"count\">\(chrome.digits.write(reading.findings.count))</span>"
        let list: HTML =
            reading.findings.isEmpty
            ? "<p class=\"empty\">\(CopydeskWords.clean[language])</p>"
            : "<ol class=\"said-list\">\(reading.findings.enumerated().map { item($1, $0 + 1) })</ol>"
        let off: HTML? =
            Copydesk.unavailable.contains { $0.language == edition.language }
            ? "<p class=\"hint\">\(Copydesk.unavailable.first { $0.language == edition.language }?.reason[language] ?? "")</p>" : nil
        return "<section aria-labelledby=\"findings\"><h2 id=\"findings\">\(CopydeskWords.findings[language])\(count)</h2>\(off)\(list)</section>"
    }

    private func item(_ finding: Finding, _ number: Int) -> HTML {
        let words = reading.prose.text(finding.range)
        let suggestion = finding.suggestion.map { suggestion -> HTML in
            let shown: HTML = suggestion.isEmpty ? "<em>\(CopydeskWords.nothing[language])</em>" : "<ins>\(suggestion)</ins>"
            return """
                <p class="words" \(marks)>\(shown) <button type="button" class="use" hidden data-words="\(words)" data-use="\(suggestion)">\
                \(CopydeskWords.use[language])</button></p>
                """
        }
        return """
            <li class="finding \(finding.level.rawValue)" id="finding-\(number)"><p class="speaker"><strong>\(finding.message[language])</strong> \
            <span class="kind">\(CopydeskWords.level(finding.level)[language])</span></p>\
            <p class="words" \(marks)><q data-words="\(words)">\(words)</q></p>\(suggestion)\(forms(finding, words))</li>
            """
    }

    private func forms(_ finding: Finding, _ words: String) -> HTML? {
        guard mayWrite else { return nil }
        let word: HTML? =
            maySettle && finding.check == "spelling"
            ? "<button name=\"act\" value=\"word\">\(CopydeskWords.addWord[language])</button>" : nil
        return """
            <form method="post" action="\(SitePath.desk(language, .part(edition.id, .reading)).text)">\
            <input type="hidden" name="revision" value="\(revision.rawValue)"><input type="hidden" name="check" value="\(finding.check)">\
            <input type="hidden" name="content" value="\(finding.range.lowerBound)-\(finding.range.upperBound)"><input type="hidden" name="word" value="\(words)">\
            <p class="actions"><button name="act" value="leave">\(CopydeskWords.leave[language])</button>\(word)</p></form>
            """
    }
}
