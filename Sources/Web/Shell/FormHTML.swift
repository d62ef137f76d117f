import Basics
import Markup
import Newsroom

/// A form that says what is wrong at the field and above it, and keeps what was typed.
struct FormHTML: Sendable {
    struct Field: Sendable {
        let name: HTML
        let label: Phrase
        var type: HTML = "text"
        var value = ""
        var hint: Phrase?
        /// The HTML standard's word for what belongs here, so that browsers and password managers can fill it in.
        var autocomplete: HTML = "off"
        var isRequired = true
        /// Runs from the left in any language, as codes do.
        var isLatin = false
        var longest = 1_024
        /// Of a field for more than a line.
        var rows: Int?
    }

    let action: SitePath
    let language: Language
    /// Whose password is asked for: hidden, so that password managers know the account.
    var account: EmailAddress?
    var fields: [Field] = []
    /// Further controls between the fields and the button.
    var more: HTML?
    let button: Phrase
    var refusal: Refusal?
    /// Whether what it does cannot be undone.
    var isGrave = false

    var html: HTML {
        """
        <form class="form" method="post" action="\(action.text)">\(alert)\(userName)\(fields.map(field))\(more)\
        <p class="actions"><button\(isGrave ? " class=\"grave\"" : " class=\"primary\"" as HTML)>\(button[language])</button></p></form>
        """
    }

    private var userName: HTML? {
        account.map { "<input type=\"text\" name=\"username\" value=\"\($0.text)\" autocomplete=\"username\" readonly hidden>" }
    }

    private var alert: HTML? {
        refusal.map { refusal in
            let known = fields.first { $0.name.text == refusal.field }
            let place: HTML? = known.map { " <a href=\"#f-\($0.name)\">\($0.label[language])</a>" }
            return "<p class=\"refusal\" role=\"alert\">\(refusal.words[language])\(place)</p>"
        }
    }

    private func field(_ field: Field) -> HTML {
        let isWrong = refusal?.field == field.name.text
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"h-\(field.name)\">\($0[language])</p>" }
        let error: HTML? = isWrong ? "<p class=\"error\" id=\"e-\(field.name)\">\(refusal?.words[language] ?? "")</p>" : nil
        let notes = [hint.map { _ in "h-\(field.name)" as HTML }, error.map { _ in "e-\(field.name)" as HTML }].compactMap(\.self)
        let described: HTML = notes.isEmpty ? "" : " aria-describedby=\"\(notes.joined(separator: " "))\""
        // Addresses and passwords run from the left in any language.
        let direction: HTML = field.type.text == "text" && !field.isLatin ? " dir=\"auto\"" : " dir=\"ltr\""
        let value: HTML = field.type.text == "password" ? "" : " value=\"\(field.value)\""
        let states: HTML = """
            \(direction)\(described)\(isWrong ? " aria-invalid=\"true\"" as HTML : "")\(field.isRequired ? " required" as HTML : "")\
            \(isWrong ? " autofocus" as HTML : "") maxlength="\(field.longest)"
            """
        let name: HTML = "id=\"f-\(field.name)\" name=\"\(field.name)\""
        // The standard takes away a line break behind the start tag: one more, so that a text that begins with one keeps it.
        let control: HTML =
            field.rows.map { "<textarea \(name) rows=\"\($0)\"\(states)>\n\(field.value)</textarea>" }
            ?? "<input \(name) type=\"\(field.type)\"\(value) autocomplete=\"\(field.autocomplete)\"\(states)>"
        return """
            <div class="field\(isWrong ? " wrong" : "")"><label for="f-\(field.name)">\(field.label[language])</label>\(hint)\
            \(control)\(error)</div>
            """
    }
}
