import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Looking at a collection")
struct CollectionViewTests {
    private static let links = LinkKey(Array(repeating: 7, count: 32))

    @Test("its owner sees it page by page, with her notes", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { try Collections.setNote($0, "Ask.", on: works[2], in: id, by: reader) }
            let pages = try await database.read { tx in try (1...2).map { try Collections.view(tx, id, for: reader, .en, page: $0, size: 2) } }
            #expect(pages.map { $0.items.items.map { $0.teaser?.headline } } == [["Story 3", "Story 2"], ["Story 1"]])
            #expect(pages.map(\.items.hasNext) == [true, false])
            #expect(pages[0].isOwn && pages[0].count == 3 && pages[0].ownerName == "Layla" && pages[0].items.items[0].note == "Ask.")
        }
    }

    @Test("a withdrawn or hidden work is shown as no longer available, and comes back", arguments: TestEngine.allCases)
    func withdrawn(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { tx in
                for (work, hide) in [(works[0], true), (works[1], false)] {
                    let edition = try #require(try Articles.editions(tx, of: work).first)
                    if hide { try Articles.unpublish(tx, edition.id) } else { try Articles.withdraw(tx, edition.id, reason: "Untrue") }
                }
            }
            #expect(try await order(database, id, reader) == ["Story 3", "–", "–"])
            #expect(try await database.read { try Collections.view($0, id, for: reader, .en).count } == 3)
        }
    }

    @Test("a story told in the other language only is shown in that", arguments: TestEngine.allCases)
    func otherLanguage(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { tx in
                let added = try Articles.addEdition(tx, of: works[0], .article, .ar, slug: Slug(trusted: "خبر"), Draft.content("خبر"), author: "ada")
                try Articles.publish(tx, added.edition, added.revision, at: tx.now)
            }
            let view = try await database.read { try Collections.view($0, id, for: reader, .ar) }
            #expect(view.items.items.map { $0.teaser?.headline } == ["Story 3", "Story 2", "خبر"])
            #expect(view.items.items.map { $0.teaser?.language } == [.en, .en, .ar])
        }
    }

    @Test("a public collection is for all, an unlisted one for its link, a private one for nobody else", arguments: TestEngine.allCases)
    func visibility(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            func set(_ visibility: ReaderCollection.Visibility) async throws -> Token? {
                try await database.write { tx in
                    try Collections.setVisibility(tx, id, visibility, by: reader, links: Self.links)
                    return try Collections.link(tx, id, by: reader, links: Self.links)
                }
            }
            func sees(_ link: Token? = nil) async throws -> Bool {
                do {
                    let view = try await database.read { tx in
                        try link.map { try Collections.view(tx, link: $0, for: nil, .en) } ?? Collections.view(tx, id, for: nil, .en)
                    }
                    return view.items.items.allSatisfy { $0.note.isEmpty } && !view.isOwn
                } catch let refusal as Refusal where refusal.kind == .notFound {
                    return false
                }
            }
            try await database.write { try Collections.setNote($0, "Mine", on: works[0], in: id, by: reader) }
            #expect(try await sees() == false)
            let none = try await set(.public)
            #expect(none == nil)
            #expect(try await sees())
            let link = try #require(try await set(.unlisted))
            let again = try #require(try await set(.unlisted))
            #expect(link == again)
            let (direct, byLink, byOther) = (try await sees(), try await sees(link), try await sees(Token()))
            #expect(!direct && byLink && !byOther)
            try await database.write { try Collections.renewLink($0, id, by: reader, links: Self.links) }
            let renewed = try #require(try await database.read { try Collections.link($0, id, by: reader, links: Self.links) })
            let (byOld, byNew) = (try await sees(link), try await sees(renewed))
            #expect(!byOld && byNew)
            _ = try await set(.private)
            #expect(try await sees(renewed) == false)
            let dump = try await DatabaseDump(database)
            #expect(!dump.all.contains(renewed.text) && !dump.all.contains(link.text))
        }
    }

    @Test("an address leads to a collection, and tells nothing", arguments: TestEngine.allCases)
    func code(engine: TestEngine) async throws {
        try await withShelf(engine) { database, _, id, reader in
            let code = try await database.read { try Collections.find($0, id, of: reader).code }
            #expect(code.count == 12)
            let (found, none) = try await database.read { (try Collections.find($0, code: code), try Collections.find($0, code: "bases")) }
            #expect(found == id && none == nil)
        }
    }

    @Test("what everyone has is named by its kind, to its reader alone; items by names that mean nothing elsewhere", arguments: TestEngine.allCases)
    func addresses(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let (later, other) = try await database.write { tx in
                (
                    try Collections.save(tx, works[0], in: try Collections.shelf(tx, address: "later"), by: reader).collection,
                    try Collections.add(tx, name: "Other", by: reader)
                )
            }
            try await database.read { tx in
                let collection = try Collections.find(tx, id, of: reader)
                #expect(try Collections.find(tx, address: collection.address, of: nil) == id && collection.address == collection.code)
                #expect(try Collections.find(tx, address: "later", of: reader) == later)
                for (name, owner) in [("later", nil), ("favourites", reader), ("own", reader), ("", reader)] as [(String, ID<Reader>?)] {
                    #expect(try Collections.find(tx, address: name, of: owner) == nil)
                }
                #expect(throws: Refusal.self) { try Collections.shelf(tx, address: "history") }
                let code = Collections.itemCode(works[0], in: id, Self.links)
                #expect(code.count == 12 && code != Collections.itemCode(works[0], in: other, Self.links))
                #expect(try Collections.work(tx, code, in: id, of: reader, Self.links) == works[0])
                for (code, place, owner) in [(code, other, reader), (code, id, ID<Reader>(999)), ("\(works[0])", id, reader), ("", id, reader)] {
                    let refusal = #expect(throws: Refusal.self) { try Collections.work(tx, code, in: place, of: owner, Self.links) }
                    #expect(refusal?.kind == .notFound)
                }
            }
        }
    }

    @Test("a story that is withdrawn keeps a name that may be told, one that is hidden has none", arguments: TestEngine.allCases)
    func publicNames(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, _, _ in
            func names() async throws -> [String?] {
                try await database.read { tx in try works.map { try Articles.publicName(tx, of: $0)?.slug.text } }
            }
            let before = try await names()
            #expect(before.allSatisfy { $0 != nil })
            try await database.write { tx in
                try Articles.withdraw(tx, try #require(try Articles.editions(tx, of: works[0]).first).id, reason: "Untrue")
                try Articles.unpublish(tx, try #require(try Articles.editions(tx, of: works[1]).first).id)
            }
            #expect(try await names() == [before[0], nil, before[2]])
        }
    }

    @Test("the cover is the first item's picture, or the chosen one's while it is there", arguments: TestEngine.allCases)
    func cover(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let pictures = try await database.write { tx in
                let pictures = try (1...2).map { try Media.expect(tx, fileName: "\($0).png", kind: .picture, sourceURL: nil, createdAt: nil) }
                for (work, picture) in zip(works, pictures) { try Articles.setPicture(tx, work, picture) }
                return pictures
            }
            func cover() async throws -> ID<MediaItem>? { try await database.read { try Collections.view($0, id, for: reader, .en).cover?.id } }
            #expect(try await cover() == pictures[1])
            try await database.write { try Collections.setCover($0, id, works[0], by: reader) }
            #expect(try await cover() == pictures[0])
            try await database.write { _ = try Collections.unsave($0, works[0], from: .collection(id), by: reader) }
            #expect(try await cover() == pictures[1])
            let refusal = await #expect(throws: Refusal.self) { try await database.write { try Collections.setCover($0, id, works[0], by: reader) } }
            #expect(refusal?.kind == .notFound)
        }
    }
}
