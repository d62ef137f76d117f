import Basics
import Markup
import Newsroom

/// What was put right in a story: when, in words, and exactly what differs.
struct CorrectionsHTML: Sendable {
    let corrections: [Correction]
    let chrome: Chrome

    private var language: Language { chrome.language }

    /// Below the text of its article; nil when there is none.
    var html: HTML? {
        guard !corrections.isEmpty else { return nil }
        return """
            <section class="corrections" aria-labelledby="corrections"><h2 id="corrections">\(CorrectionWords.title[language])</h2>\
            <ol>\(corrections.map { "<li>\(one($0))</li>" as HTML })</ol></section>
            """
    }

    func one(_ correction: Correction) -> HTML {
        let difference: HTML? =
            correction.changes.isEmpty
            ? nil
            : """
            <details><summary>\(CorrectionWords.whatChanged[language])</summary>\
            <div class="changes">\(ChangesHTML(changes: correction.changes, language: language).html)</div></details>
            """
        return """
            <p class="facts">\(chrome.dateAndClock(correction.at))</p><p dir="auto">\(correction.words)</p>\(difference)
            """
    }

    /// schema.org CorrectionComment.
    var structured: JSON? {
        guard !corrections.isEmpty else { return nil }
        return .list(
            corrections.map { correction in
                .object([
                    ("@type", .text("CorrectionComment")), ("text", .text(correction.words)),
                    ("datePublished", .text(chrome.face.civil(correction.at).rfc3339)),
                ])
            })
    }
}

enum CorrectionWords {
    static let title = Phrase(ar: "تصويبات", en: "Corrections")
    static let one = Phrase(ar: "تصويب:", en: "Correction:")
    static let whatChanged = Phrase(ar: "ما الذي تغيّر", en: "What changed")
    static let lead = Phrase(
        ar: "كل ما صوّبناه بعد نشره: متى، وما كان خطأ، وما تغيّر بالضبط.",
        en: "All that we have put right after it was published: when, what was wrong, and exactly what changed.")
    static let none = Phrase(ar: "لم يُصوَّب شيء بعد.", en: "Nothing has been corrected yet.")
    static let withdrawn = Phrase(ar: "سُحب الخبر", en: "The story was withdrawn")
}
