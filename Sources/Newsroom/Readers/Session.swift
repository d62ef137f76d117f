package import Basics
import Storage

/// A browser in which a reader is logged in.
package struct Session: Sendable {
    /// What a session opens.
    package enum Standing: Hashable, Sendable {
        /// The password was right, and a second factor is still to come: nothing but the page that asks for it.
        case halfway
        /// Someone on the staff without a second factor: nothing but the pages that set one up.
        case enrolling
        case whole
    }

    package let id: ID<Session>
    package let readerID: ID<Reader>
    /// What it is, in words the reader knows it by: `Firefox, Android`.
    package let device: String
    /// Whether it outlives the browser's window.
    package let stays: Bool
    /// The password was right, and a second factor is still to come: until then the session opens nothing.
    package let awaitsFactor: Bool
    package let createdAt: Instant
    /// When its reader last showed to be the owner, by password or passkey.
    package let provedAt: Instant
    package let seenAt: Instant
    package let endsAt: Instant
}

extension Session {
    static let columnCount = 9
    static let columns: SQL = "s.id, s.reader_id, s.device, s.stays, s.awaits_factor, s.created_at, s.proved_at, s.seen_at, s.ends_at"

    init(_ row: Row) throws {
        id = try row["id"]
        readerID = try row["reader_id"]
        device = try row["device"]
        stays = try row["stays"]
        awaitsFactor = try row["awaits_factor"]
        createdAt = try row["created_at"]
        provedAt = try row["proved_at"]
        seenAt = try row["seen_at"]
        endsAt = try row["ends_at"]
    }
}
