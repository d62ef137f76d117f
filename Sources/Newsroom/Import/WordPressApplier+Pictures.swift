import Basics
import Markup
import Storage

extension WordPressApplier {
    mutating func apply(_ tx: Transaction, _ plan: PlannedAttachment) throws -> ID<MediaItem> {
        let id = try attachment(tx, plan.id, url: plan.url, kind: plan.kind, fileName: plan.fileName, createdAt: plan.createdAt)
        if plan.texts != MediaTexts() { try Media.setTexts(tx, id, plan.language, plan.texts) }
        for path in plan.oldPaths where try Redirects.add(tx, path: path, to: .media(id)) { report.redirects += 1 }
        if let path = plan.relativePath { files.append((id, path)) }
        return id
    }

    /// The record of an attachment: made at its first mention, which may come before the attachment itself.
    mutating func attachment(
        _ tx: Transaction, _ number: Int64, url: String? = nil, kind: MediaItem.Kind = .picture, fileName: String = "", createdAt: Instant? = nil
    ) throws -> ID<MediaItem> {
        if let known = try ledger.entry(tx, "media", String(number)) {
            let id = ID<MediaItem>(known.recordID)
            if let url { try Media.locate(tx, id, url: url, kind: kind, fileName: fileName) }
            return id
        }
        let byAddress = try url.flatMap { try ledger.entry(tx, "picture", PictureAddress.whole($0)) }
        let id =
            try byAddress.map { ID<MediaItem>($0.recordID) }
            ?? Media.expect(tx, fileName: fileName, kind: kind, sourceURL: url, createdAt: createdAt)
        try ledger.record(tx, "media", String(number), id.rawValue)
        if let url, byAddress == nil { try ledger.record(tx, "picture", PictureAddress.whole(url), id.rawValue) }
        if byAddress == nil { report.pictures += 1 }
        return id
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
        let whole = PictureAddress.whole(url)
        if let known = try ledger.entry(tx, "picture", whole) { return ID(known.recordID) }
        let name = whole.split(separator: "/").last.map(String.init) ?? "picture"
        let id = try Media.expect(tx, fileName: name, kind: .picture, sourceURL: whole)
        try ledger.record(tx, "picture", whole, id.rawValue)
        report.pictures += 1
        return id
    }
}
