/// The addresses at which readers come in and look after their account, below the language.
package enum ReaderPath: String, CaseIterable, Sendable {
    case signUp = "sign-up"
    case logIn = "log-in"
    /// Where a log-in goes on whose password was right.
    case secondStep = "log-in/second-step"
    /// Where someone logged in shows once more who it is.
    case again = "log-in/again"
    case passkeyLogIn = "log-in/passkey"
    case passkeyChallenge = "log-in/passkey/challenge"
    case logOut = "log-out"
    case forgot = "forgot-password"
    /// Where a link out of a mail leads once it was taken from the address.
    case choosePassword = "choose-password"
    /// Where a mailbox agrees to the move of an account.
    case agree = "agree"
    /// Where the first administrator is made.
    case setUp = "set-up"
    case account
    case profile = "account/profile"
    case password = "account/password"
    case sessions = "account/sessions"
    /// A second step at the log-in, passkeys and recovery codes.
    case security = "account/security"
    case codes = "account/security/codes"
    case firstCode = "account/security/codes/first"
    case noCodes = "account/security/codes/removal"
    case recoveryCodes = "account/security/recovery-codes"
    case passkeys = "account/security/passkeys"
    case newPasskey = "account/security/passkeys/challenge"
    case noPasskey = "account/security/passkeys/removal"
    case email = "account/email"
    /// What is kept about a reader, to be taken along or erased.
    case privacy = "account/privacy"
    case exportJSON = "account/export.json"
    case exportHTML = "account/export.html"
    /// Ask that the account be erased, and think better of it.
    case erase = "account/erase"
    case keep = "account/keep"
    /// Accept the privacy policy in force.
    case policy = "account/policy"
    /// What a reader has saved.
    case collections
    /// Whether what a reader opens is kept.
    case history
}
