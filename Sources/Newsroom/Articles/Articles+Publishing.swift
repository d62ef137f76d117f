package import Basics
import Markup
package import Storage

extension Articles {
    /// Shows exactly this revision to the public. `moment` is when it was first published; `updated`, when given, is later than that.
    package static func publish(
        _ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>, at moment: Instant, updated: Instant? = nil
    ) throws {
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.published), workflow = \(Edition.Workflow.ready), published_id = \(revision),
                published_at = \(moment), updated_at = \(updated), scheduled_at = NULL, withdrawn_at = NULL, withdrawal_reason = NULL
            WHERE id = \(edition)
            """)
        try changed(tx, edition, "edition.published")
    }

    /// Keeps the edition from the public until it is published at `moment`.
    package static func schedule(_ tx: Transaction, _ edition: ID<Edition>, at moment: Instant) throws {
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.scheduled), workflow = \(Edition.Workflow.ready), scheduled_at = \(moment)
            WHERE id = \(edition)
            """)
        try changed(tx, edition, "edition.scheduled")
    }

    /// Takes a published edition away, and says why in its place. What is not published stays as it is.
    package static func withdraw(_ tx: Transaction, _ edition: ID<Edition>, reason: String) throws {
        let rows = try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.withdrawn), withdrawn_at = \(tx.now), withdrawal_reason = \(reason)
            WHERE id = \(edition) AND visibility = \(Edition.Visibility.published)
            """)
        if rows == 1 { try changed(tx, edition, "edition.withdrawn") }
    }

    /// Hides the edition as if it had never been published; its revisions stay.
    package static func unpublish(_ tx: Transaction, _ edition: ID<Edition>, workflow: Edition.Workflow = .draft) throws {
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.private), workflow = \(workflow), scheduled_at = NULL
            WHERE id = \(edition)
            """)
        try changed(tx, edition, "edition.hidden")
    }

    /// Brings search up to what the public may see of the edition, and tells everyone that it changed.
    private static func changed(_ tx: Transaction, _ id: ID<Edition>, _ event: String) throws {
        guard let edition = try edition(tx, id) else { return }
        let revision = edition.visibility == .published ? try published(tx, of: id) : nil
        try SearchIndex.update(tx, edition, revision?.content)
        // A static page is named at the foot of every page.
        let isPage = try work(tx, edition.workID)?.kind == .page
        try Outbox.append(tx, event, tags: [.work(edition.workID), .latest(edition.language)] + (isPage ? [.face] : []))
    }
}
