import Basics
import Markup
import Newsroom

/// What stands on a reader's own page.
struct AccountHTML: Sendable {
    let reader: Reader
    let session: Session
    let sessions: [Session]
    let chrome: Chrome
    var profile: Refusal?
    var password: Refusal?
    /// What was typed as a name and refused.
    var name: String?
    /// The language that was chosen beside it.
    var chosen: Language?

    private var language: Language { chrome.language }

    var html: HTML {
        """
        <div class="who"><p>\(ReaderWords.email[language]): <bdi>\(reader.email.text)</bdi></p>\
        \(ButtonForm(action: SitePath.reader(language, .logOut).text, words: ReaderWords.logOut, language: language).html)</div>\
        \(ways)\(profileForm)\(passwordForm)\(sessionList)
        """
    }

    /// The other pages of the account.
    private var ways: HTML {
        let ways: [(ReaderPath, Phrase)] = [
            (.collections, ReaderWords.collections), (.security, ReaderWords.security), (.email, ReaderWords.changeEmail),
            (.privacy, ReaderWords.privacy),
        ]
        let items = ways.map { "<li><a href=\"\(SitePath.reader(language, $0).text)\">\($1[language])</a></li>" as HTML }
        let desk: HTML? =
            reader.role.may(.look) ? "<li><a href=\"\(SitePath.desk(language, .home(.mine)).text)\">\(DeskWords.desk[language])</a></li>" : nil
        return "<nav class=\"ways\" aria-label=\"\(ReaderWords.account[language])\"><ul>\(desk)\(items)</ul></nav>"
    }

    private func part(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        ReaderPart(id: id, title: title, language: language, content: content).html
    }

    private var profileForm: HTML {
        let choices = Language.allCases.map { other -> HTML in
            let checked: HTML = (chosen ?? reader.language) == other ? " checked" : ""
            let own: HTML = "lang=\"\(other.rawValue)\" dir=\"\(other.direction.rawValue)\""
            return
                "<label><input type=\"radio\" name=\"language\" value=\"\(other.rawValue)\"\(checked)> <span \(own)>\(other.ownName)</span></label> "
        }
        let more: HTML = "<fieldset><legend>\(ReaderWords.mailLanguage[language])</legend>\(choices)</fieldset>"
        let form = FormHTML(
            action: .reader(language, .profile), language: language,
            fields: [
                .readerName(name ?? reader.name)
            ], more: more, button: ReaderWords.save, refusal: profile)
        return part("who", ReaderWords.profile, form.html)
    }

    private var passwordForm: HTML {
        let form = FormHTML(
            action: .reader(language, .password), language: language, account: reader.email,
            fields: [
                .init(name: "old", label: ReaderWords.presentPassword, type: "password", autocomplete: "current-password"),
                .newPassword(),
            ], button: ReaderWords.changePassword, refusal: password)
        return part("change", ReaderWords.changePassword, form.html)
    }

    private var sessionList: HTML {
        let (here, elsewhere) = (sessions.filter { $0.id == session.id }, sessions.filter { $0.id != session.id })
        let items = (here + elsewhere).map { one -> HTML in
            let isThis = one.id == session.id
            let name = one.device.isEmpty ? ReaderWords.unknownDevice[language] : one.device
            let mark: HTML? = isThis ? " — \(ReaderWords.thisSession[language])" : nil
            let end: HTML? =
                isThis ? nil : endForm("<input type=\"hidden\" name=\"session\" value=\"\(one.id.rawValue)\">", ReaderWords.end, of: name)
            return """
                <li><p><strong><bdi>\(name)</bdi></strong>\(mark)</p>\
                <p class="hint">\(ReaderWords.since[language]) <span class="whole">\(chrome.dateAndClock(one.createdAt))</span></p>\
                <p class="hint">\(ReaderWords.lastSeen[language]) <span class="whole">\(chrome.dateAndClock(one.seenAt))</span></p>\(end)</li>
                """
        }
        let others: HTML? = sessions.count < 2 ? nil : endForm("<input type=\"hidden\" name=\"others\" value=\"1\">", ReaderWords.endOthers)
        return part("sessions", ReaderWords.sessions, "<ul class=\"sessions-list\">\(items)</ul>\(others)")
    }

    private func endForm(_ field: HTML, _ words: Phrase, of name: String? = nil) -> HTML {
        ButtonForm(action: SitePath.reader(language, .sessions).text, words: words, language: language, field: field, name: name).html
    }
}
