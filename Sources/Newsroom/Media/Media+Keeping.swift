package import Basics
package import Storage

/// What those who work in the newsroom do with an item of the library. Each checks in its transaction who may, and leaves an entry in the audit.
extension Media {
    /// All that is said about an item.
    package struct Description: Hashable, Sendable {
        package var texts: [Language: MediaTexts]
        package var licence: String
        package var focalPoint: FocalPoint

        package init(texts: [Language: MediaTexts], licence: String, focalPoint: FocalPoint) {
            self.texts = texts
            self.licence = licence
            self.focalPoint = focalPoint
        }
    }

    /// The longest of each text, in characters.
    package static let (longestAlt, longestCaption, longestCredit) = (500, 1_000, 200)

    /// Says what an item shows, whose it is, and what of it no crop may lose. Refuses with `invalid`, naming the field.
    package static func describe(_ tx: Transaction, _ id: ID<MediaItem>, _ description: Description, by actor: Reader) throws {
        guard actor.role.may(.illustrate) else { throw Desk.forbidden(.illustrate) }
        try Desk.requireThawed(tx)
        let item = try item(tx, id)
        for (language, texts) in description.texts {
            let tag = language.rawValue
            try setTexts(
                tx, id, language,
                MediaTexts(
                    alt: try DeskLimits.one(texts.alt, longestAlt, field: "alt-\(tag)"),
                    caption: try DeskLimits.one(texts.caption, longestCaption, field: "caption-\(tag)"),
                    credit: try DeskLimits.one(texts.credit, longestCredit, field: "credit-\(tag)")))
        }
        try setLicence(tx, id, try DeskLimits.one(description.licence, longestCaption, field: "licence"))
        try setFocalPoint(tx, id, description.focalPoint)
        try Audit.append(
            tx, "media.described", by: actor.id, on: "media:\(id)", was: item.words, became: try self.item(tx, id).words)
    }

    /// Puts another file in the place of an item's, wherever it stands. The old one is gone from the disk, unless another item has the same.
    ///
    /// Refuses with `invalid` a file of another kind and what the darkroom cannot open: the item stays as it was.
    package func replace(
        _ id: ID<MediaItem>, by session: ID<Session>, write: (String) async throws -> String
    ) async throws {
        try await database.read { tx in _ = try Self.mayReplace(tx, id, session) }
        try await folder.withWorkFolder { work in
            let file = "\(work)/given"
            let fileName = try await write(file)
            let kept = try await onOwnThread { [folder] _ in try folder.keep(file, on: .originals) { try MediaType(sniffing: $0) } }
            do {
                let old = try await database.read { try Media.item($0, id) }
                guard kept.digest != old.digest else { return }
                guard kept.type.kind == old.kind else {
                    throw Refusal(
                        .invalid, ar: "الملف الجديد من نوع آخر.", en: "The new file is of another kind than the old one.", field: "file")
                }
                let made = try await make(kept.digest, kept.type)
                let orphans = try await database.write { tx in
                    let (item, actor) = try Self.mayReplace(tx, id, session)
                    try Media.exchange(tx, item, kept, fileName, made)
                    try Audit.append(
                        tx, "media.replaced", by: actor.id, on: "media:\(id)", was: item.digest?.hex ?? "", became: kept.digest.hex)
                    return try Media.orphans(tx, of: item)
                }
                folder.remove(orphans)
            } catch {
                await discard(kept.digest, kept.type)
                throw Media.refusal(for: error)
            }
        }
    }

    /// Deletes an item that stands nowhere, and its files. Refuses with `conflict` one that something needs.
    package func delete(_ id: ID<MediaItem>, by session: ID<Session>) async throws {
        let orphans = try await database.write { tx in
            let actor = try Desk.actor(tx, session, .delete)
            let item = try Media.item(tx, id)
            guard try !Media.isNeeded(tx, id) else {
                throw Refusal(
                    .conflict, ar: "هذا الملف في خبر أو في مراجعة منه، فلا يُحذف.",
                    en: "A story, or one of its revisions, needs this file, so it is not deleted.")
            }
            try tx.run("DELETE FROM media WHERE id = \(id)")
            try Audit.append(tx, "media.deleted", by: actor.id, on: "media:\(id)", was: item.words)
            return try Media.orphans(tx, of: item)
        }
        folder.remove(orphans)
    }

    private static func mayReplace(_ tx: Transaction, _ id: ID<MediaItem>, _ session: ID<Session>) throws -> (MediaItem, Reader) {
        let actor = try Desk.actor(tx, session, .edit)
        try Desk.requireThawed(tx)
        return (try item(tx, id), actor)
    }

    /// The files of what an item was that no item has any more.
    private static func orphans(_ tx: Transaction, of item: MediaItem) throws -> [MediaFolder.Place] {
        var orphans: [MediaFolder.Place] = []
        if let digest = item.digest, let type = item.type, try !isHeld(tx, digest) {
            let address = MediaAddress(digest: digest, type: type)
            orphans += [.init(address: address, shelf: .originals), .init(address: address, shelf: .variants)]
        }
        for variant in item.variants where try !tx.exists("SELECT 1 FROM media_variants WHERE digest = \(variant.digest)") {
            orphans.append(.init(address: variant.address, shelf: .variants))
        }
        return orphans
    }

    /// Whether an item has this file for its original.
    static func isHeld(_ tx: Transaction, _ digest: Digest) throws -> Bool { try tx.exists("SELECT 1 FROM media WHERE digest = \(digest)") }

    /// Removes an original that was taken in for nothing; what an item has stays.
    func discard(_ digest: Digest, _ type: MediaType) async {
        guard let isHeld = try? await database.read({ try Media.isHeld($0, digest) }), !isHeld else { return }
        folder.remove([.init(address: MediaAddress(digest: digest, type: type), shelf: .originals)])
    }

    /// What a failure means for whoever gave the file; a fault of ours stays what it is.
    static func refusal(for error: any Error) -> any Error {
        guard !(error is Refusal), let failure = MediaFailure(error) else { return error }
        return Refusal(.invalid, ar: failure.words.ar, en: failure.words.en, field: "file")
    }
}

extension MediaItem {
    /// In words that an audit can be read by.
    fileprivate var words: String {
        let said = texts.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { language, texts in
            [("alt", texts.alt), ("caption", texts.caption), ("credit", texts.credit)].filter { !$0.1.isEmpty }.map {
                "\($0.0) \(language.rawValue): \($0.1)"
            }
        }
        return ([fileName] + said + [licence.isEmpty ? "" : "licence: \(licence)", "focus \(focalPoint.x) \(focalPoint.y)"])
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
