package import Basics
package import Storage

/// How addresses and forms name collections and what is in them: never by the database's numbers.
extension Collections {
    /// The collection of that name. What everyone has is the reader's own, and there is none for a stranger or before its first use.
    package static func find(_ tx: Transaction, address: String, of reader: ID<Reader>?) throws -> ID<ReaderCollection>? {
        guard let kind = ReaderCollection.Kind(rawValue: address), kind != .own else { return try find(tx, code: address) }
        guard let reader else { return nil }
        return try tx.first("SELECT id FROM collections WHERE reader_id = \(reader) AND kind = \(kind)") { try $0["id"] }
    }

    /// Where a reader saves to by that name. Refuses with `notFound` when there is no such collection; whether it is hers is asked when she saves.
    package static func shelf(_ tx: Transaction, address: String) throws -> Shelf {
        switch address {
        case ReaderCollection.Kind.later.rawValue: return .later
        case ReaderCollection.Kind.favourites.rawValue: return .favourites
        default:
            guard let id = try find(tx, code: address) else { throw notFound }
            return .collection(id)
        }
    }

    /// A work in a collection, as forms name it: it tells nothing of the record and means nothing in another collection. Works that are no longer
    /// available have no other name that could be shown.
    package static func itemCode(_ work: ID<Work>, in id: ID<ReaderCollection>, _ links: LinkKey) -> String {
        links.token(of: "item \(work) of \(id)", salt: []).code
    }

    /// The work of that name in the reader's collection. Refuses with `notFound` what is not in it, or not hers.
    package static func work(
        _ tx: Transaction, _ itemCode: String, in id: ID<ReaderCollection>, of reader: ID<Reader>, _ links: LinkKey
    ) throws -> ID<Work> {
        _ = try find(tx, id, of: reader)
        let works = try tx.all("SELECT work_id FROM collection_items WHERE collection_id = \(id)") { try $0["work_id"] as ID<Work> }
        guard let work = works.first(where: { self.itemCode($0, in: id, links) == itemCode }) else { throw notInIt }
        return work
    }
}

extension ReaderCollection {
    /// How addresses and forms name it: what everyone has by its kind, a reader's own by its code.
    package var address: String { kind == .own ? code : kind.rawValue }

    /// What everyone has, before its first use: not in the database yet.
    package static func unused(_ kind: Kind, at now: Instant) -> ReaderCollection {
        ReaderCollection(
            id: ID(0), code: "", kind: kind, name: "", description: "", visibility: .private, sorting: .newest, createdAt: now)
    }
}

extension CollectionView {
    /// Of what everyone has, before its first use.
    package static func unused(_ kind: ReaderCollection.Kind, at now: Instant) -> CollectionView {
        CollectionView(
            collection: .unused(kind, at: now), ownerName: "", isOwn: true, count: 0, cover: nil, coverWork: nil,
            items: ResultPage(items: [], number: 1, hasNext: false))
    }
}
