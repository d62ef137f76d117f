package import Basics
package import Storage

/// The privacy policy as it is in force in one language.
package struct Policy: Sendable {
    package let edition: Edition
    /// The version of it.
    package let publication: Publication
}

/// Which page is the policy, its versions, and who has accepted which. A newsroom without such a page asks nobody for anything.
package enum Policies {
    /// The policy in that language, else in the other; nil when none is published.
    package static func inForce(_ tx: Transaction, _ slug: Slug, _ language: Language) throws -> Policy? {
        let edition = try tx.first(
            """
            SELECT \(Edition.columns) FROM editions
            WHERE kind = \(Work.Kind.page) AND visibility = \(Edition.Visibility.published) AND work_id IN (\(works(slug)))
            ORDER BY CASE WHEN language = \(language) THEN 0 ELSE 1 END, CASE WHEN slug = \(slug) THEN 0 ELSE 1 END, id LIMIT 1
            """, Edition.init)
        guard let edition, let publication = try Publications.newest(tx, of: edition.id) else { return nil }
        return Policy(edition: edition, publication: publication)
    }

    /// Whether the edition is one of the policy's.
    package static func isPolicy(_ tx: Transaction, _ edition: Edition, _ slug: Slug) throws -> Bool {
        try tx.exists("SELECT 1 FROM editions WHERE id = \(edition.id) AND work_id IN (\(works(slug)))")
    }

    private static func works(_ slug: Slug) -> SQL {
        "SELECT named.work_id FROM editions named WHERE named.kind = \(Work.Kind.page) AND named.slug = \(slug)"
    }

    // MARK: Who has accepted it

    /// A policy that a reader has not accepted, with the version of it that she has, if any.
    package struct Pending: Sendable {
        package let policy: Policy
        package let accepted: Publication?
    }

    /// What to tell the reader of; nil when she has accepted what is in force, in whichever language she read it, or when there is no policy.
    package static func pending(_ tx: Transaction, _ reader: ID<Reader>, _ slug: Slug, _ language: Language) throws -> Pending? {
        guard let policy = try inForce(tx, slug, language) else { return nil }
        let isAccepted = try tx.exists(
            """
            SELECT 1 FROM policy_acceptances a JOIN editions e ON e.published_id = a.revision_id
            WHERE a.reader_id = \(reader) AND e.visibility = \(Edition.Visibility.published) AND e.work_id IN (\(works(slug)))
            """)
        if isAccepted { return nil }
        let accepted = try tx.first(
            """
            SELECT \(Publication.columns) FROM publications p JOIN policy_acceptances a ON a.revision_id = p.revision_id
            WHERE a.reader_id = \(reader) AND p.edition_id = \(policy.edition.id) ORDER BY p.number DESC LIMIT 1
            """, Publication.init)
        return Pending(policy: policy, accepted: accepted)
    }

    /// Records that the reader accepts what is in force, as she read it in that language. Once is enough. Nothing when there is no policy.
    package static func accept(_ tx: Transaction, by reader: ID<Reader>, _ slug: Slug, _ language: Language) throws {
        guard let policy = try inForce(tx, slug, language) else { return }
        try record(tx, reader, policy)
    }

    /// The same for a version that she was shown. Refuses with `conflict` when another has come into force meanwhile: she has not seen that.
    package static func accept(_ tx: Transaction, by reader: ID<Reader>, _ slug: Slug, _ language: Language, version: Int) throws {
        guard let policy = try inForce(tx, slug, language), policy.publication.number == version else {
            throw Refusal(
                .conflict, ar: "صدرت نسخة أحدث من السياسة. اقرأها ثم اقبلها.",
                en: "A newer version of the policy has come out. Read it, then accept it.")
        }
        try record(tx, reader, policy)
    }

    private static func record(_ tx: Transaction, _ reader: ID<Reader>, _ policy: Policy) throws {
        try tx.run(
            """
            INSERT INTO policy_acceptances (reader_id, revision_id, accepted_at) VALUES (\(reader), \(policy.publication.revisionID), \(tx.now))
            ON CONFLICT (reader_id, revision_id) DO NOTHING
            """)
    }
}
