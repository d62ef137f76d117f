/// The addresses at which readers come in and look after their account, below the language.
package enum ReaderPath: String, CaseIterable, Sendable {
    case signUp = "sign-up"
    case logIn = "log-in"
    case logOut = "log-out"
    case forgot = "forgot-password"
    /// Where a link out of a mail leads once it was taken from the address.
    case choosePassword = "choose-password"
    case account
    case profile = "account/profile"
    case password = "account/password"
    case sessions = "account/sessions"
    /// A second step at the log-in, passkeys and recovery codes.
    case security = "account/security"
    case email = "account/email"
    /// What is kept about a reader, to be taken along or erased.
    case privacy = "account/privacy"
    /// What a reader has saved.
    case collections
    /// Whether what a reader opens is kept.
    case history
}
