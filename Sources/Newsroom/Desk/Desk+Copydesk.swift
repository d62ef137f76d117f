package import Basics
package import Linguistics
package import Storage

/// What editors settle for the copydesk.
extension Desk {
    /// Leaves a finding as it is in this edition, now and as the text changes elsewhere.
    package static func leave(
        _ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, check: String, _ range: Range<Int>, zone: Copyreading.Zone = Copyreading.utc,
        by actor: Reader
    ) throws {
        let edition = try writable(tx, id, by: actor)
        guard let text = try Articles.revision(tx, revision), text.editionID == id else { throw Articles.noRevision }
        let reading = try Copyreading.of(tx, edition, text.content, zone: zone)
        guard let finding = reading.findings.first(where: { $0.check == check && $0.range == range }) else {
            throw Refusal(.notFound, ar: "لم تعد هذه الملاحظة قائمة.", en: "This is no longer found.")
        }
        let exception = Copydesk.Exception(finding, in: reading.prose)
        try Copyreading.leave(tx, id, exception)
        try Audit.append(tx, "copydesk.left", by: actor.id, on: subject(id), became: "\(check): \(exception.quoted)")
    }

    /// Adds a word to those that are right in this newsroom.
    package static func addWord(_ tx: Transaction, _ word: String, by actor: Reader) throws {
        guard actor.role.may(.edit) else { throw forbidden(.edit) }
        try HouseRules.addWord(tx, word)
        try Audit.append(tx, "copydesk.word", by: actor.id, on: "copydesk", became: word)
    }

    package static func setRules(
        _ tx: Transaction, levels: [String: Finding.Level?], required: Finding.Level?, words: [String], by actor: Reader
    ) throws {
        guard actor.role.may(.settle) else { throw forbidden(.settle) }
        let before = try describe(HouseRules.read(tx))
        try HouseRules.setLevels(tx, levels, required: required)
        try HouseRules.setWords(tx, words)
        try Audit.append(tx, "copydesk.settled", by: actor.id, on: "copydesk", was: before, became: try describe(HouseRules.read(tx)))
    }

    private static func describe(_ rules: HouseRules) -> String {
        let levels = rules.levels.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value?.rawValue ?? "off")" }
        return (levels + ["required \(rules.required?.rawValue ?? "none")", "\(rules.words.count) words"]).joined(separator: "; ")
    }

    /// Refuses with `conflict` a text with open findings that the newsroom requires to be seen to; when the editor publishes all the same, that is in
    /// the audit with each of them.
    static func requireRead(
        _ tx: Transaction, _ edition: Edition, _ revision: Revision, overriding: Bool, _ zone: Copyreading.Zone, by actor: ID<Reader>
    ) throws {
        let rules = try HouseRules.read(tx)
        guard rules.required != nil else { return }
        let reading = try Copyreading.of(tx, edition, revision.content, rules: rules, zone: zone)
        guard !reading.open.isEmpty else { return }
        guard overriding else {
            throw Refusal(
                .conflict, ar: "في النص ملاحظات تحرير مفتوحة تشترط غرفة الأخبار النظر فيها قبل النشر.",
                en: "The text has open findings of the copydesk that this newsroom requires to be seen to before it is published.", field: "override")
        }
        let list = reading.open.map { "\($0.check): \(reading.prose.text($0.range).prefix(80))" }.joined(separator: "; ")
        try Audit.append(tx, "copydesk.overridden", by: actor, on: subject(edition.id), became: "revision:\(revision.id.rawValue) \(list)")
    }
}
