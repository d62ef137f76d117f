package import Basics
package import Storage

/// Takes messages to the addresses that want to know what is published.
package struct Messenger: Sendable {
    let database: Database
    let door: OutboundDoor
    let box: SealedBox
    /// Of the public site.
    let origin: String
    /// Between 0 and 1: spreads what is tried again.
    let chance: @Sendable () -> Double

    /// How long a worker may be busy with a message before another may take it for dead.
    private static let leaseSeconds: Int64 = 300

    package init(
        _ database: Database, door: OutboundDoor, box: SealedBox, origin: String, chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.database = database
        self.door = door
        self.box = box
        self.origin = origin
        self.chance = chance
    }

    /// Sends messages that are due, one after the other, up to `limit` of them, and returns how many were taken and how many were not. Safe beside others:
    /// each is claimed first. Tried again as letters are; 410 ends it for its address.
    @discardableResult
    package func deliver(limit: Int = 100) async throws -> (sent: Int, failed: Int) {
        var (sent, failed) = (0, 0)
        guard try await database.read({ try Self.due($0) }) != nil else { return (0, 0) }
        for _ in 0..<limit where !Task.isCancelled {
            guard let claimed = try await database.write({ try Self.claim($0) }) else { break }
            if try await send(claimed) { sent += 1 } else { failed += 1 }
        }
        return (sent, failed)
    }

    private struct Claimed: Sendable {
        let delivery: WebhookDelivery
        let webhook: ID<Webhook>
        let url: String
        let secret: [UInt8]
    }

    private static func due(_ tx: Transaction) throws -> ID<WebhookDelivery>? {
        try tx.first(
            "SELECT id FROM webhook_deliveries WHERE state = 'waiting' AND next_attempt_at <= \(tx.now) ORDER BY next_attempt_at, id LIMIT 1"
        ) { try $0["id"] }
    }

    /// The attempt is counted before it is made, so that a message that brings workers down cannot do so for ever.
    private static func claim(_ tx: Transaction) throws -> Claimed? {
        guard let id = try due(tx) else { return nil }
        try tx.run(
            "UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_at = \(tx.now.adding(seconds: leaseSeconds)) WHERE id = \(id)")
        return try tx.one(
            """
            SELECT \(WebhookDelivery.columns), w.url, w.secret, d.webhook_id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
            WHERE d.id = \(id)
            """
        ) { Claimed(delivery: try WebhookDelivery($0), webhook: try $0["webhook_id"], url: try $0["url"], secret: try $0["secret"]) }
    }

    /// Whether it was taken.
    private func send(_ claimed: Claimed) async throws -> Bool {
        let outcome = try await outcome(of: claimed)
        let chance = chance()
        try await Task { [database] in
            try await database.write { tx in
                let id = claimed.delivery.id
                switch outcome {
                case .taken(let answer):
                    try tx.run("UPDATE webhook_deliveries SET state = 'sent', next_attempt_at = NULL, answer = \(answer) WHERE id = \(id)")
                case .refused(let answer, let isForGood):
                    let ends = isForGood || claimed.delivery.attempts >= Mail.mostAttempts
                    let next = tx.now.adding(seconds: Mail.delay(afterAttempt: claimed.delivery.attempts, chance: chance))
                    try tx.run(
                        """
                        UPDATE webhook_deliveries SET state = \(ends ? WebhookDelivery.State.failed : .waiting), next_attempt_at = \(ends ? nil : next),
                            answer = \(answer) WHERE id = \(id)
                        """)
                case .unwanted(let answer):
                    try tx.run("UPDATE webhooks SET stopped_at = \(tx.now) WHERE id = \(claimed.webhook)")
                    try tx.run(
                        """
                        UPDATE webhook_deliveries SET state = 'failed', next_attempt_at = NULL, answer = \(answer)
                        WHERE webhook_id = \(claimed.webhook) AND state = 'waiting'
                        """)
                }
            }
        }.value
        if case .taken = outcome { return true }
        return false
    }

    private enum Outcome: Sendable {
        case taken(String)
        case refused(String, isForGood: Bool)
        /// Its server wants no more of them.
        case unwanted(String)
    }

    private func outcome(of claimed: Claimed) async throws -> Outcome {
        guard let key = box.open(claimed.secret, owner: Webhooks.owner(claimed.url)) else {
            return .refused("The secret was sealed with another key.", isForGood: true)
        }
        let message = try WebhookMessage(claimed.delivery, origin: origin)
        do {
            let answer = try await door.post(
                claimed.url, fields: message.fields(signedWith: key, at: database.now), body: message.body)
            switch answer.status {
            case 200...299: return .taken("\(answer.status)")
            case 410: return .unwanted("410")
            default: return .refused("\(answer.status)", isForGood: false)
            }
        } catch let failure as OutboundFailure {
            return .refused(failure.words.en, isForGood: failure.permanent)
        }
    }
}
