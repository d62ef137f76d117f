package import Basics
import Storage

/// Someone with an account: a reader, or one of the newsroom's staff.
package struct Reader: Sendable {
    package enum Role: String, CaseIterable, Sendable, SQLColumn {
        case reader, reporter, translator, editor
        case chiefEditor = "chief-editor"
        case administrator

        /// Staff must have a second factor before they can do anything.
        package var isStaff: Bool { self != .reader }
    }

    package let id: ID<Reader>
    package let email: EmailAddress
    /// How the reader wants to be called; may be empty.
    package let name: String
    /// Of mails and of pages that follow no address.
    package let language: Language
    package let role: Role
    /// When the address was shown to be the reader's.
    package let confirmedAt: Instant?
    package let createdAt: Instant
    /// When the account will be erased, as its reader asked.
    package let eraseAt: Instant?
    /// Whether what she opens is kept for her; only when she chose it.
    package let keepsHistory: Bool
}
