package import Basics
package import Storage

/// An address outside that is told of what is published.
package struct Webhook: Sendable {
    /// What it can be told of.
    package enum Event: String, CaseIterable, Sendable, SQLColumn {
        case published = "story.published"
        case corrected = "story.corrected"
        case withdrawn = "story.withdrawn"
        /// Sent when somebody asks for it, to see that it arrives.
        case test = "webhook.test"

        package static let told: [Event] = [.published, .corrected, .withdrawn]
    }

    package let id: ID<Webhook>
    package let url: String
    package let events: Set<Event>
    package let createdAt: Instant
    /// When its server said that it wants no more (410).
    package let stoppedAt: Instant?
}

/// The room of the addresses that are told of what is published: in the transaction that makes it so, a delivery is laid down for each, and sent until it
/// is taken or three days have passed.
package enum Webhooks {
    static let most = 20
    private static let secretBytes = 32

    /// Adds an address. The secret that its messages are signed with is returned here, and nowhere else.
    ///
    /// Refuses with `invalid` an address that the policy lets nothing out to, and with `conflict` one that there is.
    package static func add(
        _ tx: Transaction, url written: String, events: Set<Webhook.Event>, policy: OutboundPolicy, box: SealedBox, by actor: Reader
    ) throws -> (webhook: Webhook, secret: String) {
        guard actor.role.may(.manage) else { throw Desk.forbidden(.manage) }
        let url: String
        do { url = try OutboundTarget(TypedText.line(written), policy: policy).url } catch let failure as OutboundFailure {
            throw Refusal(.invalid, ar: failure.words.ar, en: failure.words.en, field: "url")
        }
        let events = events.intersection(Webhook.Event.told)
        guard !events.isEmpty else {
            throw Refusal(.invalid, ar: "اختر ما يُبلَّغ به.", en: "Choose what it is told of.", field: "events")
        }
        guard try list(tx).count < most else {
            throw Refusal(.conflict, ar: "بلغت \(most) عنوانًا.", en: "There are \(most) already.")
        }
        guard try !tx.exists("SELECT 1 FROM webhooks WHERE url = \(url)") else {
            throw Refusal(.conflict, ar: "هذا العنوان موجود.", en: "This address is there already.", field: "url")
        }
        let key = [UInt8].random(secretBytes)
        let words = events.map(\.rawValue).sorted().joined(separator: " ")
        let id: ID<Webhook> = try tx.one(
            """
            INSERT INTO webhooks (url, events, secret, created_at)
            VALUES (\(url), \(words), \(try box.seal(key, owner: owner(url))), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
        try Audit.append(tx, "webhook.added", by: actor.id, on: "webhook:\(id)", became: "\(url): \(words)")
        let webhook = try tx.one("SELECT \(Webhook.columns) FROM webhooks WHERE id = \(id)", Webhook.init)
        return (webhook, WebhookMessage.written(key))
    }

    static func owner(_ url: String) -> String { "webhook \(url)" }

    package static func list(_ tx: Transaction) throws -> [Webhook] {
        try tx.all("SELECT \(Webhook.columns) FROM webhooks ORDER BY id", Webhook.init)
    }

    package static func remove(_ tx: Transaction, _ id: ID<Webhook>, by actor: Reader) throws {
        guard actor.role.may(.manage) else { throw Desk.forbidden(.manage) }
        guard let url = try tx.first("DELETE FROM webhooks WHERE id = \(id) RETURNING url", { try $0["url"] as String }) else { throw unknown }
        try Audit.append(tx, "webhook.removed", by: actor.id, on: "webhook:\(id)", was: url)
    }

    /// Lays a message down that says nothing but that it arrives.
    package static func test(_ tx: Transaction, _ id: ID<Webhook>, by actor: Reader) throws {
        guard actor.role.may(.manage) else { throw Desk.forbidden(.manage) }
        guard try tx.exists("SELECT 1 FROM webhooks WHERE id = \(id)") else { throw unknown }
        try lay(tx, id, .test, nil, nil, words: "")
    }

    private static let unknown = Refusal(.notFound, ar: "لا يوجد هذا العنوان.", en: "There is no such address.")

    /// Tells every address that wants to know. `words` are those that readers are told with it.
    static func tell(_ tx: Transaction, _ event: Webhook.Event, _ edition: Edition, _ revision: Revision?, words: String = "") throws {
        for webhook in try list(tx) where webhook.stoppedAt == nil && webhook.events.contains(event) {
            try lay(tx, webhook.id, event, edition, revision, words: words)
        }
    }

    private static func lay(
        _ tx: Transaction, _ webhook: ID<Webhook>, _ event: Webhook.Event, _ edition: Edition?, _ revision: Revision?, words: String
    ) throws {
        try tx.run(
            """
            INSERT INTO webhook_deliveries (webhook_id, name, event, edition_id, language, slug, headline, revision_id, words, next_attempt_at, created_at)
            VALUES (\(webhook), \("msg_" + Token().text), \(event), \(edition?.id), \(edition?.language), \(edition?.slug),
                \(revision?.content.headline ?? ""), \(revision?.id), \(words), \(tx.now), \(tx.now))
            """)
    }

    /// The newest deliveries of each address, for the page that lists them.
    package static func deliveries(_ tx: Transaction, of webhook: ID<Webhook>, limit: Int = 10) throws -> [WebhookDelivery] {
        try tx.all(
            "SELECT \(WebhookDelivery.columns) FROM webhook_deliveries d WHERE d.webhook_id = \(webhook) ORDER BY d.id DESC LIMIT \(limit)",
            WebhookDelivery.init)
    }

    /// Forgets deliveries that have ended, older than `moment`.
    package static func forget(_ tx: Transaction, before moment: Instant) throws {
        try tx.run("DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND created_at < \(moment)")
    }
}

extension Webhook {
    static let columns: SQL = "id, url, events, created_at, stopped_at"

    init(_ row: Row) throws {
        let events: String = try row["events"]
        id = try row["id"]
        url = try row["url"]
        self.events = Set(events.split(separator: " ").compactMap { Event(rawValue: String($0)) })
        createdAt = try row["created_at"]
        stoppedAt = try row["stopped_at"]
    }
}
