package import Basics
import Foundation
import Storage

/// A message to one address, and how far it has come.
package struct WebhookDelivery: Sendable {
    package enum State: String, Sendable, SQLColumn {
        case waiting, sent, failed
    }

    package let id: ID<WebhookDelivery>
    /// The message's own name: the same at every attempt, so that whoever gets it twice knows.
    package let name: String
    package let event: Webhook.Event
    let edition: ID<Edition>?
    let language: Language?
    let slug: Slug?
    let headline: String
    let revision: ID<Revision>?
    let words: String
    package let state: State
    package let attempts: Int
    /// What the server answered last, or why it was not reached.
    package let answer: String
    package let createdAt: Instant
}

/// What is sent: JSON, signed as Standard Webhooks 1.0 have it.
struct WebhookMessage: Sendable {
    let name: String
    let body: [UInt8]

    /// `origin` is that of the public site.
    init(_ delivery: WebhookDelivery, origin: String) throws {
        struct Story: Encodable {
            let id: Int64
            let language: String
            let url: String
            let headline: String
            let revision: Int64?
            let correction: String?
            let reason: String?
        }
        struct Envelope: Encodable {
            let type: String
            let timestamp: String
            let data: Story?
        }
        let story = delivery.edition.flatMap { id in
            delivery.language.flatMap { language in
                delivery.slug.map { slug in
                    Story(
                        id: id.rawValue, language: language.rawValue, url: origin + SitePath.article(language, slug).text,
                        headline: delivery.headline,
                        revision: delivery.revision?.rawValue, correction: delivery.event == .corrected ? delivery.words : nil,
                        reason: delivery.event == .withdrawn ? delivery.words : nil)
                }
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        name = delivery.name
        body = [UInt8](
            try encoder.encode(Envelope(type: delivery.event.rawValue, timestamp: delivery.createdAt.civil().rfc3339, data: story)))
    }

    /// The fields of a request that is sent at that moment.
    func fields(signedWith key: [UInt8], at moment: Instant) -> [String] {
        let signed = Array("\(name).\(moment.seconds).".utf8) + body
        let signature = Data(KeyedDigest.of(signed, key: key)).base64EncodedString()
        return [
            "Content-Type: application/json", "webhook-id: \(name)", "webhook-timestamp: \(moment.seconds)", "webhook-signature: v1,\(signature)",
        ]
    }

    /// A secret as its owner is shown it.
    static func written(_ key: [UInt8]) -> String { "whsec_" + Data(key).base64EncodedString() }
}

extension WebhookDelivery {
    static let columns: SQL = """
        d.id, d.name, d.event, d.edition_id, d.language, d.slug, d.headline, d.revision_id, d.words, d.state, d.attempts, d.answer, d.created_at
        """

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        event = try row["event"]
        edition = try row["edition_id"]
        language = try row["language"]
        slug = try row["slug"]
        headline = try row["headline"]
        revision = try row["revision_id"]
        words = try row["words"]
        state = try row["state"]
        attempts = try row["attempts"]
        answer = try row["answer"]
        createdAt = try row["created_at"]
    }
}
