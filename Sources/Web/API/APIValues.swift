import Basics
import Markup
import Newsroom
import Storage

/// Values of the newsroom as the API writes them.
extension JSON {
    static func moment(_ instant: Instant) -> JSON { .text(instant.civil().rfc3339) }
    static func id<Kind>(_ id: ID<Kind>) -> JSON { .number(Int(id.rawValue)) }

    static func revision(_ revision: Revision) -> JSON {
        .object([
            ("id", .id(revision.id)), ("digest", .text(revision.digest.hex)), ("savedAt", .moment(revision.createdAt)),
            ("author", .text(revision.author)),
            ("isNamed", .flag(!revision.isAutosave)), ("note", revision.note.isEmpty ? nil : .text(revision.note)),
        ])
    }

    private static func standing(_ edition: Edition, _ headline: String, _ section: ID<Section>?) -> [(String, JSON?)] {
        [
            ("id", .id(edition.id)), ("work", .id(edition.workID)), ("language", .text(edition.language.rawValue)), ("headline", .text(headline)),
            ("workflow", .text(edition.workflow.rawValue)), ("visibility", .text(edition.visibility.rawValue)), ("section", section.map(JSON.id)),
        ]
    }

    static func line(_ line: Board.Line) -> JSON {
        .object(
            standing(line.edition, line.headline, line.sectionID) + [
                ("savedAt", .moment(line.savedAt)), ("author", .text(line.author)), ("words", .number(line.words)),
                ("assigned", .list(line.assigned.map { .text($0.called) })), ("scheduledAt", line.edition.scheduledAt.map(JSON.moment)),
            ])
    }

    /// A story with its newest text. Refuses with `notFound` what is none.
    static func story(_ tx: Transaction, _ site: Site, _ id: ID<Edition>) throws -> JSON {
        guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id), let work = try Articles.work(tx, edition.workID)
        else {
            throw Missing()
        }
        let content = head.content
        let url: JSON? = edition.visibility == .published ? .text(site.origin + SitePath.article(edition.language, edition.slug).text) : nil
        let topics = try Topics.of(tx, work.id).compactMap { $0.names[edition.language]?.name }
        let byline = try People.bylines(tx, of: [id])[id] ?? []
        return .object(
            standing(edition, content.headline, work.sectionID) + [
                ("slug", .text(edition.slug.text)), ("url", url), ("standfirst", .text(content.standfirst)), ("dateline", .text(content.dateline)),
                ("html", .text(content.body.canonicalHTML)), ("markdown", .text(content.body.markdown)), ("searchTitle", .text(content.searchTitle)),
                ("searchDescription", .text(content.searchDescription)), ("topics", .list(topics.map(JSON.text))),
                ("byline", .list(byline.map { .text($0.name(in: edition.language)) })), ("picture", work.mediaID.map(JSON.id)),
                ("revision", .revision(head)), ("publishedRevision", edition.publishedID.map(JSON.id)),
                ("publishedAt", edition.publishedAt.map(JSON.moment)),
                ("updatedAt", edition.updatedAt.map(JSON.moment)), ("scheduledAt", edition.scheduledAt.map(JSON.moment)),
                ("hiddenAt", edition.hiddenAt.map(JSON.moment)), ("embargoUntil", edition.embargoUntil.map(JSON.moment)),
                ("withdrawnAt", edition.withdrawnAt.map(JSON.moment)), ("withdrawalReason", edition.withdrawalReason.map(JSON.text)),
                ("translatedFrom", edition.originalID.map(JSON.id)),
            ])
    }

    static func hit(_ hit: Search.Hit, _ site: Site) -> JSON {
        .object([
            ("url", .text(site.origin + hit.path.text)), ("language", .text(hit.language.rawValue)), ("headline", .text(hit.headline.text)),
            ("snippet", .text(hit.snippet.text)), ("publishedAt", .moment(hit.publishedAt)), ("section", hit.sectionID.map(JSON.id)),
            ("isByName", .flag(hit.isByName)),
        ])
    }

    static func speaker(_ listed: Speakers.Listed) -> JSON {
        let speaker = listed.speaker
        return .object([
            ("id", .id(speaker.id)), ("kind", .text(speaker.kind.rawValue)), ("visibility", .text(speaker.visibility.rawValue)),
            ("names", .object(Language.allCases.map { ($0.rawValue, speaker.names[$0].map(JSON.text)) })),
            ("wikidata", speaker.wikidata.map(JSON.text)),
            ("statements", .number(listed.statements)),
        ])
    }

    static func item(_ item: MediaItem, _ site: Site) -> JSON {
        let texts = Language.allCases.compactMap { language in
            item.texts[language].map { texts -> (String, JSON?) in
                (language.rawValue, .object([("alt", .text(texts.alt)), ("caption", .text(texts.caption)), ("credit", .text(texts.credit))]))
            }
        }
        let percent = { (part: Double) in JSON.number(Int((part * 100).rounded())) }
        return .object([
            ("id", .id(item.id)), ("kind", .text(item.kind.rawValue)), ("state", .text(item.state.rawValue)), ("fileName", .text(item.fileName)),
            ("type", item.type.map { .text($0.rawValue) }), ("url", item.publicAddress.map { .text(site.origin + $0.path) }),
            ("width", item.width.map(JSON.number)), ("height", item.height.map(JSON.number)), ("texts", .object(texts)),
            ("licence", .text(item.licence)),
            ("focus", .object([("x", percent(item.focalPoint.x)), ("y", percent(item.focalPoint.y))])),
        ])
    }

    static func webhook(_ webhook: Webhook, secret: String? = nil) -> JSON {
        .object([
            ("id", .id(webhook.id)), ("url", .text(webhook.url)),
            ("events", .list(Webhook.Event.told.filter(webhook.events.contains).map { .text($0.rawValue) })),
            ("createdAt", .moment(webhook.createdAt)),
            ("stoppedAt", webhook.stoppedAt.map(JSON.moment)), ("secret", secret.map(JSON.text)),
        ])
    }
}
