package import Basics
import Markup
package import Storage

extension Articles {
    /// Shows exactly this revision to the public. `moment` is when it was first published; `updated`, when given, is later than that.
    package static func publish(
        _ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>, at moment: Instant, updated: Instant? = nil
    ) throws {
        try show(tx, edition, revision, at: moment, updated: updated)
        if let edition = try self.edition(tx, edition), let revision = try published(tx, of: edition.id) {
            try SearchIndex.add(tx, [.init(edition: edition.id, language: edition.language, document: SearchDocument(revision.content))])
        }
    }

    /// As `publish`, but for the index of search: whoever publishes many at once adds them to it together.
    static func show(_ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>, at moment: Instant, updated: Instant?) throws {
        try tx.run("UPDATE revisions SET is_autosave = 0 WHERE id = \(revision) AND is_autosave = 1")
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.published), published_id = \(revision), published_at = \(moment),
                updated_at = \(updated), scheduled_at = NULL, scheduled_id = NULL, withdrawn_at = NULL, withdrawal_reason = NULL,
                workflow = CASE WHEN head_id = \(revision) THEN \(Edition.Workflow.ready) ELSE workflow END
            WHERE id = \(edition)
            """)
        try Publications.record(tx, edition, revision, at: moment)
        try Statements.settle(tx, edition)
        try changed(tx, edition, "edition.published")
    }

    /// Keeps the edition from the public until exactly this revision is published at `moment`; without one, the newest there is now.
    package static func schedule(_ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>? = nil, at moment: Instant) throws {
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.scheduled), workflow = \(Edition.Workflow.ready), scheduled_at = \(moment),
                scheduled_id = coalesce(\(revision), head_id)
            WHERE id = \(edition)
            """)
        try tx.run("UPDATE revisions SET is_autosave = 0 WHERE is_autosave = 1 AND id = (SELECT scheduled_id FROM editions WHERE id = \(edition))")
        try SearchIndex.remove(tx, edition)
        try changed(tx, edition, "edition.scheduled")
    }

    /// Takes a published edition away, and says why in its place; what was to come in its place at some moment does not. What is not published stays as it is.
    package static func withdraw(_ tx: Transaction, _ edition: ID<Edition>, reason: String) throws {
        let rows = try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.withdrawn), withdrawn_at = \(tx.now), withdrawal_reason = \(reason),
                scheduled_at = NULL, scheduled_id = NULL, hidden_at = NULL
            WHERE id = \(edition) AND visibility = \(Edition.Visibility.published)
            """)
        guard rows == 1 else { return }
        try SearchIndex.remove(tx, edition)
        try changed(tx, edition, "edition.withdrawn")
    }

    /// Hides the edition as if it had never been published; its revisions stay.
    package static func unpublish(_ tx: Transaction, _ edition: ID<Edition>, workflow: Edition.Workflow = .draft) throws {
        try tx.run(
            """
            UPDATE editions SET visibility = \(Edition.Visibility.private), workflow = \(workflow), scheduled_at = NULL, scheduled_id = NULL, hidden_at = NULL
            WHERE id = \(edition)
            """)
        try SearchIndex.remove(tx, edition)
        try changed(tx, edition, "edition.hidden")
    }

    /// Tells everyone that the edition changed.
    static func changed(_ tx: Transaction, _ id: ID<Edition>, _ event: String) throws {
        let tags = try tx.first("SELECT work_id, language, kind FROM editions WHERE id = \(id)") { row -> [CacheTag] in
            // A static page is named at the foot of every page.
            let kind: Work.Kind = try row["kind"]
            return [.work(try row["work_id"]), .latest(try row["language"])] + (kind == .page ? [.face] : [])
        }
        if let tags { try Outbox.append(tx, event, tags: tags) }
    }
}
