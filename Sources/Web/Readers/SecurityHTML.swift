import Basics
import Markup
import Newsroom

/// What opens an account besides its password, and how each is added and taken away.
struct SecurityHTML: Sendable {
    let reader: Reader
    let factors: Factors
    let chrome: Chrome
    /// Whether browsers have passkeys at this origin.
    let hasPasskeys: Bool
    var mustEnrol = false
    var refusal: Refusal?

    private var language: Language { chrome.language }

    var html: HTML {
        let alert: HTML? = refusal.map { "<p class=\"refusal\" role=\"alert\">\($0.words[language])</p>" }
        let enrol: HTML? = mustEnrol ? "<p class=\"news\">\(SecurityWords.mustEnrol[language])</p>" : nil
        return "\(alert)\(enrol)\(passkeys)\(codes)\(recovery)"
    }

    private func part(_ id: HTML, _ title: Phrase, _ lead: Phrase, _ content: HTML) -> HTML {
        ReaderPart(id: id, title: title, language: language, content: "<p class=\"hint\">\(lead[language])</p>\(content)").html
    }

    private func form(_ path: ReaderPath, _ words: Phrase, _ field: HTML? = nil, of name: String? = nil) -> HTML {
        ButtonForm(action: SitePath.reader(language, path).text, words: words, language: language, field: field, name: name).html
    }

    private var passkeys: HTML? {
        guard hasPasskeys || !factors.passkeys.isEmpty else { return nil }
        let items = factors.passkeys.map { passkey -> HTML in
            let name = passkey.name.isEmpty ? ReaderWords.unknownDevice[language] : passkey.name
            let used: HTML =
                passkey.usedAt.map { "\(SecurityWords.used[language]) <span class=\"whole\">\(chrome.dateAndClock($0))</span>" }
                ?? "\(SecurityWords.neverUsed[language])"
            let copies: HTML? = passkey.isBackedUp ? "<p class=\"hint\">\(SecurityWords.backedUp[language])</p>" : nil
            let id: HTML = "<input type=\"hidden\" name=\"passkey\" value=\"\(passkey.id.rawValue)\">"
            return """
                <li><p><strong><bdi>\(name)</bdi></strong></p>\
                <p class="hint">\(SecurityWords.created[language]) <span class="whole">\(chrome.dateAndClock(passkey.createdAt))</span></p>\
                <p class="hint">\(used)</p>\(copies)\(form(.noPasskey, SecurityWords.remove, id, of: name))</li>
                """
        }
        let list: HTML = items.isEmpty ? "<p>\(SecurityWords.noPasskeys[language])</p>" : "<ul class=\"sessions-list\">\(items)</ul>"
        return part("passkeys", SecurityWords.passkeys, SecurityWords.passkeysLead, "\(list)\(newPasskey)")
    }

    private var newPasskey: HTML? {
        guard hasPasskeys else { return nil }
        return """
            <noscript><p class="hint">\(SecurityWords.passkeysNeedScripts[language])</p></noscript>\
            <form class="form passkey" method="post" action="\(SitePath.reader(language, .passkeys).text)" hidden data-passkey="create" \
            data-challenge="\(SitePath.reader(language, .newPasskey).text)" data-failed="\(SecurityWords.passkeyFailed[language])">\
            <div class="field"><label for="f-name">\(SecurityWords.passkeyName[language])</label>\
            <p class="hint" id="h-name">\(SecurityWords.passkeyNameHint[language])</p>\
            <input id="f-name" name="name" type="text" autocomplete="off" dir="auto" aria-describedby="h-name" maxlength="\(Passkey.longestName)"></div>\
            <p class="actions"><button class="primary">\(SecurityWords.addPasskey[language])</button></p><p class="hint" role="status"></p></form>
            """
    }

    private var codes: HTML {
        let content: HTML
        if let since = factors.codesSince {
            content = """
                <p>\(SecurityWords.codesSince[language]) <span class="whole">\(chrome.dateAndClock(since))</span></p>\
                \(form(.noCodes, SecurityWords.removeCodes))
                """
        } else {
            content = form(.codes, SecurityWords.setUpCodes)
        }
        return part("codes", SecurityWords.codes, SecurityWords.codesLead, content)
    }

    private var recovery: HTML? {
        guard factors.exist else { return nil }
        let left: HTML =
            factors.recoveryCodes == 0
            ? "<p class=\"news\">\(SecurityWords.noRecovery[language])</p>"
            : "<p>\(SecurityWords.recoveryLeft.text(factors.recoveryCodes, in: language, digits: chrome.digits)). \(SecurityWords.replacesOld[language])</p>"
        return part(
            "recovery", SecurityWords.recovery, SecurityWords.recoveryLead, "\(left)\(form(.recoveryCodes, SecurityWords.makeRecovery))")
    }
}
