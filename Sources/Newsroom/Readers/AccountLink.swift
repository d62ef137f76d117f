package import Basics
import Storage

/// A link sent by mail, by which its receiver may do one thing, once.
package struct AccountLink: Sendable {
    package enum Purpose: String, Sendable, SQLColumn {
        /// Finish signing up: the address is shown to be the reader's, and the password is chosen.
        case setUp = "set-up"
        case reset
        /// Allow, from the old address, that the account moves to a new one.
        case changeFrom = "change-from"
        /// Confirm the new address.
        case changeTo = "change-to"

        /// Seconds.
        var lifetime: Int64 { self == .reset ? 3_600 : 86_400 }
    }

    /// Why a link does nothing.
    package enum Fault: Error, Hashable, Sendable {
        case invalid, expired, used, replaced
    }

    package let readerID: ID<Reader>
    package let purpose: Purpose
    /// The address it was sent to, or that it is about.
    package let email: EmailAddress
    package let endsAt: Instant
}
