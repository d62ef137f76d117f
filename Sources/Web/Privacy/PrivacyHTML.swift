import Basics
import Markup
import Newsroom

/// What stands on the page that tells a reader what is kept about her.
struct PrivacyHTML: Sendable {
    let kept: [Accounts.Kept]
    let chrome: Chrome
    let cookies: Cookies
    /// Whether she has asked already that her account be erased.
    let isErased: Bool
    var refusal: Refusal?

    private var language: Language { chrome.language }

    var html: HTML {
        """
        <p>\(PrivacyWords.lead[language])</p>\(records)\(never)\(cookieList)\(export)\(isErased ? nil : erasing)
        """
    }

    private func part(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        ReaderPart(id: id, title: title, language: language, content: content).html
    }

    /// What there is comes first; of what there is none now, the name and the time say enough.
    private var records: HTML {
        let (some, none) = (kept.filter { $0.count > 0 }, kept.filter { $0.count == 0 })
        let rest: HTML = """
            <details><summary>\(PrivacyWords.noneNow[language])</summary><ul class="kept">\(none.map { record($0) })</ul></details>
            """
        let empty: HTML? = none.isEmpty ? nil : rest
        return part("kept", PrivacyWords.whatWeKeep, "<ul class=\"kept\">\(some.map { record($0) })</ul>\(empty)")
    }

    private func record(_ kept: Accounts.Kept) -> HTML {
        let set = kept.set
        let number: HTML? = kept.count > 0 ? "<span class=\"count\">\(chrome.digits.write(kept.count))</span>" : nil
        let place: HTML? = set.place.flatMap { place in
            PrivacyWords.name(of: place).map {
                "<p><a href=\"\(SitePath.reader(language, place).text)\">\(PrivacyWords.changeAt[language]) \($0[language])</a></p>"
            }
        }
        return """
            <li><p class="name"><strong>\(set.name[language])</strong>\(number)</p><p>\(set.reason[language])</p>\
            <p class="hint">\(PrivacyWords.howLong[language]) \(set.retention[language])</p>\(kept.count > 0 ? place : nil)</li>
            """
    }

    private var never: HTML {
        part("never", PrivacyWords.neverKept, "<ul class=\"plain\">\(PrivacyWords.never.map { "<li>\($0[language])</li>" as HTML })</ul>")
    }

    private var cookieList: HTML {
        let items = Cookies.Name.allCases.map { name -> HTML in
            """
            <li><p class="name"><code dir="ltr">\(cookies.key(name))</code></p><p>\(name.purpose[language])</p>\
            <p class="hint">\(PrivacyWords.howLong[language]) \(name.lifetime[language])</p></li>
            """
        }
        return part("cookies", PrivacyWords.cookies, "<p>\(PrivacyWords.cookiesLead[language])</p><ul class=\"kept\">\(items)</ul>")
    }

    private var export: HTML {
        part(
            "export", PrivacyWords.takeAlong,
            """
            <p>\(PrivacyWords.takeAlongLead[language])</p><ul class="plain">\
            <li><a href="\(SitePath.reader(language, .exportHTML).text)" download>\(PrivacyWords.asPage[language])</a></li>\
            <li><a href="\(SitePath.reader(language, .exportJSON).text)" download>\(PrivacyWords.asJSON[language])</a></li></ul>
            """)
    }

    private var erasing: HTML {
        let isWrong = refusal?.field == "sure"
        let error: HTML? = isWrong ? "<p class=\"error\" id=\"e-sure\">\(refusal?.words[language] ?? "")</p>" : nil
        let wrong: HTML = isWrong ? " aria-invalid=\"true\" aria-describedby=\"e-sure\" autofocus" : ""
        let box: HTML = """
            <div class="field check\(isWrong ? " wrong" : "")"><label><input type="checkbox" name="sure" required\(wrong)> \
            \(PrivacyWords.sure[language])</label>\(error)</div>
            """
        let form = FormHTML(action: .reader(language, .erase), language: language, more: box, button: PrivacyWords.eraseButton, refusal: refusal)
        return part("erase", PrivacyWords.erase, "<p>\(PrivacyWords.eraseLead[language])</p>\(form.html)")
    }
}
