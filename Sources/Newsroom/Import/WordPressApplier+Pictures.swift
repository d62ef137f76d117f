import Basics
import Markup
import Storage

extension WordPressApplier {
    mutating func apply(_ tx: Transaction, _ plan: PlannedAttachment, _ known: ID<MediaItem>?) throws -> ID<MediaItem> {
        let id = try known ?? mentioned(tx, plan.id) ?? byAddress(tx, plan.url) ?? expect(tx, plan.fileName, plan.kind, plan.url, plan.createdAt)
        if let url = plan.url {
            try Media.locate(tx, id, url: url, kind: plan.kind, fileName: plan.fileName)
            try ledger.record(tx, "picture", PictureAddress.whole(url), id.rawValue)
        }
        try ledger.record(tx, "media", String(plan.id), id.rawValue)
        if plan.texts != MediaTexts() { try Media.setTexts(tx, id, plan.language, plan.texts) }
        for path in plan.oldPaths where try Redirects.add(tx, path: path, to: .media(id)) { report.redirects += 1 }
        if let path = plan.relativePath { files.append((id, path)) }
        return id
    }

    /// The record of an attachment by its number: made at its first mention, which may come before the attachment itself.
    mutating func attachment(_ tx: Transaction, _ number: Int64) throws -> ID<MediaItem> {
        if let known = try ledger.entry(tx, "media", String(number)) { return ID(known.recordID) }
        let id = try expect(tx, "", .picture, nil)
        try ledger.record(tx, "media", String(number), id.rawValue)
        return id
    }

    /// The record that an attachment's number was given before it came itself. One that has its address is another's with the same number.
    private func mentioned(_ tx: Transaction, _ number: Int64) throws -> ID<MediaItem>? {
        guard let known = try ledger.entry(tx, "media", String(number)) else { return nil }
        let id = ID<MediaItem>(known.recordID)
        return try Media.isLocated(tx, id) ? nil : id
    }

    private func byAddress(_ tx: Transaction, _ url: String?) throws -> ID<MediaItem>? {
        try url.flatMap { try ledger.entry(tx, "picture", PictureAddress.whole($0)) }.map { ID($0.recordID) }
    }

    private mutating func expect(
        _ tx: Transaction, _ fileName: String, _ kind: MediaItem.Kind, _ url: String?, _ createdAt: Instant? = nil
    ) throws -> ID<MediaItem> {
        report.pictures += 1
        return try Media.expect(tx, fileName: fileName, kind: kind, sourceURL: url, createdAt: createdAt)
    }

    /// The story with every picture in the library: by its attachment's number, or by its address.
    mutating func withPictures(_ tx: Transaction, _ manuscript: Manuscript) throws -> Manuscript {
        var found: [PictureSource: PictureSource] = [:]
        for picture in manuscript.content.body.pictures where found[picture.source] == nil {
            switch picture.source {
            case .media(let number): found[picture.source] = .media(try attachment(tx, -number).rawValue)
            case .remote(let link):
                guard link.isFetchable, let address = PictureAddress.absolute(link.text, host: terms.host) else { continue }
                found[picture.source] = .media(try self.picture(tx, address).rawValue)
            }
        }
        return found.isEmpty ? manuscript : manuscript.replacingPictures { found[$0] ?? $0 }
    }

    private mutating func picture(_ tx: Transaction, _ url: String) throws -> ID<MediaItem> {
        if let known = try byAddress(tx, url) { return known }
        let whole = PictureAddress.whole(url)
        let id = try expect(tx, whole.split(separator: "/").last.map(String.init) ?? "picture", .picture, whole)
        try ledger.record(tx, "picture", whole, id.rawValue)
        return id
    }
}
