import Markup
import Newsroom
import Basics

/// The button by which a page's script asks the device for a passkey. Without scripts, and where there are no passkeys, it stays hidden: the form beside
/// it is the other way.
struct PasskeyForm: Sendable {
    let language: Language
    var button = SecurityWords.logInByPasskey
    var fields: HTML = HTML()

    /// Nil at an origin where browsers have no passkeys.
    func html(_ site: Site) -> HTML? {
        guard site.accounts.party != nil else { return nil }
        return """
            <form class="passkey" method="post" action="\(SitePath.reader(language, .passkeyLogIn).text)" hidden data-passkey="get" \
            data-challenge="\(SitePath.reader(language, .passkeyChallenge).text)" data-failed="\(SecurityWords.passkeyFailed[language])">\(fields)\
            <p class="or"><span>\(SecurityWords.or[language])</span></p><p class="actions"><button>\(button[language])</button></p>\
            <p class="hint" role="status"></p></form>
            """
    }
}
