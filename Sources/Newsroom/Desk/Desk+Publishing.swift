package import Basics
package import Storage

/// Bringing stories before the public, and taking them away.
extension Desk {
    /// What is asked for when a story is published.
    package struct Publishing: Sendable {
        /// Exactly this text.
        package let revision: ID<Revision>
        /// Nil for now.
        package let moment: Instant?
        /// What readers are told when it corrects what stood there.
        package let correction: String
        /// Whether it is published with open findings of the copydesk that the newsroom requires to be seen to.
        package let overrides: Bool

        package init(revision: ID<Revision>, moment: Instant? = nil, correction: String = "", overrides: Bool = false) {
            self.revision = revision
            self.moment = moment
            self.correction = correction
            self.overrides = overrides
        }
    }

    /// Publishes exactly one revision, now or at a moment. Refuses with `conflict` while the site is frozen, before an embargo ends, when another revision is
    /// newer than the one that was looked at and somebody else wrote it, and, with four eyes, until another editor has approved it.
    package static func publish(
        _ tx: Transaction, _ id: ID<Edition>, _ wish: Publishing, fourEyes: Bool, zone: Copyreading.Zone = Copyreading.utc, by actor: Reader
    ) throws {
        guard actor.role.may(.publish) else { throw forbidden(.publish) }
        guard let edition = try Articles.edition(tx, id) else { throw Articles.noEdition }
        guard let revision = try Articles.revision(tx, wish.revision), revision.editionID == id else { throw Articles.noRevision }
        try requireThawed(tx)
        guard edition.headID == revision.id else {
            throw Refusal(
                .conflict, ar: "حُفظ نص أحدث من الذي تنشره. انظر فيه أولًا.", en: "A newer text than this one was saved meanwhile. Look at it first.")
        }
        if let blocker = try Readiness.of(tx, edition, revision.content).first(where: \.blocks) {
            throw Refusal(.invalid, ar: blocker.words.ar, en: blocker.words.en)
        }
        let moment = wish.moment ?? tx.now
        if let embargo = edition.embargoUntil, moment < embargo {
            throw Refusal(.conflict, ar: "الخبر محجوز إلى موعد لم يحن.", en: "The story is under embargo until later than that.", field: "moment")
        }
        if fourEyes, try !tx.exists("SELECT 1 FROM approvals WHERE revision_id = \(revision.id) AND reader_id <> \(actor.id)") {
            throw Refusal(
                .conflict, ar: "في هذه الغرفة يُنشر الخبر بعد أن يوافق عليه محرر آخر.",
                en: "In this newsroom another editor approves a story before it is published.")
        }
        try requireRead(tx, edition, revision, overriding: wish.overrides, zone, by: actor.id)
        let correction = try DeskLimits.one(wish.correction, DeskLimits.reason, field: "correction")
        guard moment > tx.now else {
            return try publish(tx, edition, revision, correction: correction, by: actor.id)
        }
        guard correction.isEmpty else {
            throw Refusal(.invalid, ar: "التصويب يُنشر الآن لا في موعد.", en: "A correction is published now, and not later.", field: "correction")
        }
        if edition.visibility == .published {
            try Articles.name(tx, revision)
            try tx.run("UPDATE editions SET scheduled_at = \(moment), scheduled_id = \(revision.id) WHERE id = \(id)")
        } else {
            try Articles.schedule(tx, id, revision.id, at: moment)
        }
        try Audit.append(
            tx, "edition.scheduled", by: actor.id, on: subject(id), was: edition.visibility.rawValue,
            became: "revision:\(revision.id.rawValue) \(revision.digest.hex) at \(moment.milliseconds)")
    }

    private static func publish(
        _ tx: Transaction, _ edition: Edition, _ revision: Revision, correction: String = "", by actor: ID<Reader>?
    ) throws {
        let isFirst = edition.publishedAt == nil
        let old = edition.publishedID
        if !correction.isEmpty, edition.visibility != .published || old == revision.id {
            throw Refusal(
                .invalid, ar: "لا شيء منشور يصحَّح.", en: "Nothing is published that this would correct.", field: "correction")
        }
        try Articles.publish(tx, edition.id, revision.id, at: edition.publishedAt ?? tx.now, updated: isFirst ? nil : tx.now)
        if !correction.isEmpty { try Corrections.add(tx, edition.id, words: correction) }
        try Webhooks.tell(tx, correction.isEmpty ? .published : .corrected, edition, revision, words: correction)
        try Audit.append(
            tx, correction.isEmpty ? "edition.published" : "edition.corrected", by: actor, on: subject(edition.id),
            was: old.map { "revision:\($0.rawValue)" } ?? edition.visibility.rawValue,
            became: "revision:\(revision.id.rawValue) \(revision.digest.hex)" + (correction.isEmpty ? "" : " \(correction)"))
    }

    /// Another editor agrees to this text. Refuses with `conflict` whoever has written it.
    package static func approve(_ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, by actor: Reader) throws {
        guard actor.role.may(.publish) else { throw forbidden(.publish) }
        guard let text = try Articles.revision(tx, revision), text.editionID == id else { throw Articles.noRevision }
        guard text.authorID != actor.id else {
            throw Refusal(.conflict, ar: "يوافق على النص غيرُ كاتبه.", en: "A text is approved by someone who did not write it.")
        }
        try Articles.name(tx, text)
        try tx.run(
            "INSERT INTO approvals (revision_id, reader_id, created_at) VALUES (\(revision), \(actor.id), \(tx.now)) ON CONFLICT DO NOTHING")
        try Audit.append(tx, "revision.approved", by: actor.id, on: subject(id), became: "revision:\(revision.rawValue) \(text.digest.hex)")
    }

    package static func isApproved(_ tx: Transaction, _ revision: ID<Revision>, without actor: ID<Reader>) throws -> Bool {
        try tx.exists("SELECT 1 FROM approvals WHERE revision_id = \(revision) AND reader_id <> \(actor)")
    }

    /// Takes a published story away, and says why in its place.
    package static func withdraw(_ tx: Transaction, _ id: ID<Edition>, reason: String, by actor: Reader) throws {
        guard actor.role.may(.withdraw) else { throw forbidden(.withdraw) }
        guard let edition = try Articles.edition(tx, id) else { throw Articles.noEdition }
        try requireThawed(tx)
        let reason = try DeskLimits.one(reason, DeskLimits.reason, field: "reason")
        guard !reason.isEmpty else {
            throw Refusal(
                .invalid, ar: "اكتب السبب: سيقرؤه القراء مكان الخبر.", en: "Write the reason: readers will see it in the story’s place.",
                field: "reason")
        }
        guard edition.visibility == .published else {
            throw Refusal(.conflict, ar: "لا يُسحب إلا المنشور.", en: "Only what is published can be withdrawn.")
        }
        try Articles.withdraw(tx, id, reason: reason)
        try Webhooks.tell(tx, .withdrawn, edition, try Articles.published(tx, of: id), words: reason)
        try Audit.append(tx, "edition.withdrawn", by: actor.id, on: subject(id), was: edition.visibility.rawValue, became: reason)
    }

    /// Calls a moment off at which the story would be published, or go away.
    package static func unschedule(_ tx: Transaction, _ id: ID<Edition>, by actor: Reader) throws {
        guard actor.role.may(.publish) else { throw forbidden(.publish) }
        guard let edition = try Articles.edition(tx, id) else { throw Articles.noEdition }
        guard let moment = edition.scheduledAt else { return }
        if edition.visibility == .scheduled {
            try Articles.unpublish(tx, id, workflow: .ready)
        } else {
            try tx.run("UPDATE editions SET scheduled_at = NULL, scheduled_id = NULL WHERE id = \(id)")
        }
        try Audit.append(tx, "edition.unscheduled", by: actor.id, on: subject(id), was: "\(moment.milliseconds)")
    }

    /// Until when nobody but the newsroom may have the story, and when it goes away by itself; nil takes either off.
    package static func setTimes(_ tx: Transaction, _ id: ID<Edition>, embargo: Instant?, hidden: Instant?, by actor: Reader) throws {
        guard actor.role.may(.publish) else { throw forbidden(.publish) }
        guard let edition = try Articles.edition(tx, id) else { throw Articles.noEdition }
        if let embargo, let scheduled = edition.scheduledAt, scheduled < embargo {
            throw Refusal(.conflict, ar: "موعد النشر قبل انتهاء الحجز.", en: "The story is scheduled before the embargo ends.", field: "embargo")
        }
        if let hidden, hidden <= tx.now {
            throw Refusal(.invalid, ar: "هذا الموعد مضى.", en: "That moment has passed.", field: "hidden")
        }
        try tx.run("UPDATE editions SET embargo_until = \(embargo), hidden_at = \(hidden) WHERE id = \(id)")
        let text = { (moment: Instant?) in moment.map { "\($0.milliseconds)" } ?? "-" }
        try Audit.append(
            tx, "edition.timed", by: actor.id, on: subject(id), was: "\(text(edition.embargoUntil)) \(text(edition.hiddenAt))",
            became: "\(text(embargo)) \(text(hidden))")
    }

    /// Does what is due: what was scheduled comes before the public, what was to go away goes. Once each, since the row says what is still to be done, in
    /// whatever process or at whatever jump of the clock this runs. Nothing while the site is frozen. Called each second.
    package static func keepTime(_ database: Database) async throws {
        let due: SQL = """
            SELECT id FROM editions WHERE (scheduled_id IS NOT NULL AND scheduled_at <= \(database.now)) OR (hidden_at IS NOT NULL AND hidden_at <= \(database.now))
            ORDER BY id LIMIT 50
            """
        let waiting = try await database.read { tx in try tx.all(due) { try $0["id"] as ID<Edition> } }
        for id in waiting {
            try await database.write { tx in
                guard try freeze(tx) == nil, let edition = try Articles.edition(tx, id) else { return }
                if let moment = edition.scheduledAt, moment <= tx.now,
                    let revision = try edition.scheduledID.flatMap({ try Articles.revision(tx, $0) })
                {
                    try publish(tx, edition, revision, by: nil)
                }
                if let moment = edition.hiddenAt, moment <= tx.now {
                    try Articles.unpublish(tx, id, workflow: edition.workflow)
                    try Audit.append(tx, "edition.hidden", by: nil, on: subject(id), was: edition.visibility.rawValue)
                }
            }
        }
    }

    // MARK: Frozen

    /// Why, and since when, nothing on the public site may change; nil when it may.
    package static func freeze(_ tx: Transaction) throws -> (reason: String, since: Instant)? {
        try tx.first("SELECT reason, created_at FROM freezes WHERE released_at IS NULL ORDER BY id DESC LIMIT 1") {
            (try $0["reason"], try $0["created_at"])
        }
    }

    package static func freeze(_ tx: Transaction, reason: String, by actor: Reader) throws {
        guard actor.role.may(.freeze) else { throw forbidden(.freeze) }
        guard try freeze(tx) == nil else { return }
        let reason = try DeskLimits.one(reason, DeskLimits.reason, field: "reason")
        try tx.run("INSERT INTO freezes (reason, created_at) VALUES (\(reason), \(tx.now))")
        try Audit.append(tx, "site.frozen", by: actor.id, on: "site", became: reason)
    }

    package static func release(_ tx: Transaction, by actor: Reader) throws {
        guard actor.role.may(.freeze) else { throw forbidden(.freeze) }
        guard try freeze(tx) != nil else { return }
        try tx.run("UPDATE freezes SET released_at = \(tx.now) WHERE released_at IS NULL")
        try Audit.append(tx, "site.released", by: actor.id, on: "site")
    }

    static func requireThawed(_ tx: Transaction) throws {
        guard try freeze(tx) == nil else {
            throw Refusal(
                .conflict, ar: "الموقع مجمّد: لا يتغير فيه شيء حتى يُرفع التجميد.",
                en: "The site is frozen: nothing on it changes until it is released.")
        }
    }
}
