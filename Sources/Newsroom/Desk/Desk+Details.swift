package import Basics
package import Storage

/// What stands around a story's text: where it belongs, who signs it, its address.
extension Desk {
    package struct Details: Sendable {
        package let section: ID<Section>?
        /// By their names in the edition's language; one that is not known is made.
        package let topics: [String]
        /// Who signs it, by name; somebody who is not known is made.
        package let byline: [String]
        package let slug: String
        package let isPinned: Bool

        package init(section: ID<Section>?, topics: [String], byline: [String], slug: String, isPinned: Bool) {
            self.section = section
            self.topics = topics
            self.byline = byline
            self.slug = slug
            self.isPinned = isPinned
        }
    }

    package static func setDetails(_ tx: Transaction, _ id: ID<Edition>, _ details: Details, tree: SectionTree, by actor: Reader) throws {
        let edition = try placeable(tx, id, by: actor)
        guard let work = try Articles.work(tx, edition.workID) else { throw Articles.noEdition }
        let before = try describe(tx, edition)
        if let section = details.section, tree[id: section] == nil {
            throw Refusal(.invalid, ar: "اختر قسمًا من القائمة.", en: "Choose a section from the list.", field: "section")
        }
        if details.section != work.sectionID {
            try Articles.place(tx, work.id, section: details.section, sections: [], tree: tree)
        }
        try Articles.setTopics(tx, work.id, try details.topics.map { try topic(tx, $0, edition.language) })
        try Articles.setByline(tx, id, try details.byline.map { try person(tx, $0, edition.language) })
        if details.isPinned != work.isPinned {
            guard actor.role.may(.arrange) else { throw forbidden(.arrange) }
            try Articles.pin(tx, work.id, details.isPinned)
        }
        try setSlug(tx, edition, details.slug)
        try Articles.changed(tx, id, "edition.placed")
        if let after = try Articles.edition(tx, id) {
            try Audit.append(tx, "edition.placed", by: actor.id, on: subject(id), was: before, became: try describe(tx, after))
        }
    }

    /// The picture that stands above the text, in every language of the work; nil for none. Refuses with `invalid` what is no picture of the library.
    package static func setPicture(_ tx: Transaction, _ id: ID<Edition>, _ picture: ID<MediaItem>?, by actor: Reader) throws {
        let edition = try placeable(tx, id, by: actor)
        if let picture, try Media.items(tx, [picture])[picture]?.kind != .picture {
            throw Refusal(.invalid, ar: "لا توجد هذه الصورة في المكتبة.", en: "The library has no such picture.", field: "picture")
        }
        let before = try Articles.work(tx, edition.workID)?.mediaID
        guard before != picture else { return }
        try Articles.setPicture(tx, edition.workID, picture)
        try Articles.changed(tx, id, "edition.placed")
        let name = { (picture: ID<MediaItem>?) in picture.map { "media:\($0)" } ?? "" }
        try Audit.append(tx, "edition.pictured", by: actor.id, on: subject(id), was: name(before), became: name(picture))
    }

    /// What stands around a text that the public sees is for those who publish, and stays as it is while the site is frozen.
    private static func placeable(_ tx: Transaction, _ id: ID<Edition>, by actor: Reader) throws -> Edition {
        let edition = try writable(tx, id, by: actor)
        if edition.visibility == .published {
            guard actor.role.may(.publish) else { throw forbidden(.publish) }
            try requireThawed(tx)
        }
        return edition
    }

    /// Another address: whoever comes by the old one is led on. Refuses with `conflict` one that another story has.
    private static func setSlug(_ tx: Transaction, _ edition: Edition, _ written: String) throws {
        guard let slug = Slug(from: written) else {
            throw Refusal(.invalid, ar: "اكتب حرفًا أو رقمًا.", en: "Write a letter or a digit.", field: "slug")
        }
        guard slug != edition.slug else { return }
        let kind = try Articles.work(tx, edition.workID)?.kind ?? .article
        if let other = try Articles.edition(tx, kind, edition.language, slug: slug), other.id != edition.id {
            throw Refusal(.conflict, ar: "لخبر آخر هذا العنوان.", en: "Another story has this address.", field: "slug")
        }
        try tx.run("UPDATE editions SET slug = \(slug) WHERE id = \(edition.id)")
        guard edition.publishedAt != nil else { return }
        let old = kind == .article ? SitePath.article(edition.language, edition.slug) : SitePath.page(edition.language, edition.slug)
        try Redirects.add(tx, path: old.text, to: .edition(edition.id))
    }

    /// In words that an audit can be read by.
    private static func describe(_ tx: Transaction, _ edition: Edition) throws -> String {
        let work = try Articles.work(tx, edition.workID)
        let people = try People.bylines(tx, of: [edition.id])[edition.id] ?? []
        let topics = try Topics.of(tx, edition.workID)
        return [
            "slug \(edition.slug.text)", "section \(work?.sectionID.map { "\($0)" } ?? "-")",
            "topics " + topics.map { $0.names[edition.language]?.name ?? "\($0.id)" }.joined(separator: ", "),
            "byline " + people.map { $0.name(in: edition.language) }.joined(separator: ", "), "picture \(work?.mediaID.map { "\($0)" } ?? "-")",
            work?.isPinned == true ? "pinned" : "",
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private static func topic(_ tx: Transaction, _ written: String, _ language: Language) throws -> ID<Topic> {
        let name = try DeskLimits.one(written, DeskLimits.line, field: "topics")
        if let known = try tx.first(
            "SELECT topic_id FROM topic_names WHERE language = \(language) AND name = \(name) LIMIT 1",
            {
                try $0["topic_id"] as ID<Topic>
            })
        {
            return known
        }
        guard let slug = Slug(from: name) else {
            throw Refusal(.invalid, ar: "«\(name)» ليس اسم موضوع.", en: "“\(name)” is no name of a topic.", field: "topics")
        }
        return try Topics.add(tx, names: [language: LocalName(name: name, slug: slug)])
    }

    private static func person(_ tx: Transaction, _ written: String, _ language: Language) throws -> ID<Person> {
        let name = try DeskLimits.one(written, DeskLimits.line, field: "byline")
        if let known = try tx.first(
            "SELECT person_id FROM person_names WHERE name = \(name) ORDER BY language = \(language) DESC LIMIT 1",
            {
                try $0["person_id"] as ID<Person>
            })
        {
            return known
        }
        guard let slug = Slug(from: name) else {
            throw Refusal(.invalid, ar: "«\(name)» ليس اسمًا.", en: "“\(name)” is no name.", field: "byline")
        }
        return try People.add(tx, slug: slug, names: [language: Person.Name(name: name)])
    }
}
