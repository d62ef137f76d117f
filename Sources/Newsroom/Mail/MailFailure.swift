/// Why a letter was not sent, typed by what to do next.
package struct MailFailure: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The server will never take this letter.
        case refused
        /// The server does not take this letter now.
        case deferred
        /// Nothing to do with this letter: no server, no trust, no log-in. Others need not be tried now.
        case trouble
    }

    package let kind: Kind
    /// The server's own words, or the system's: for the operator.
    package let words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = HeaderText(String(words.prefix(1_000))).line
    }
}
