import Basics
import Storage

extension WordPressApplier {
    /// Where an edition's work is listed.
    struct Placing {
        var primary: ID<Section>?
        var sections: [ID<Section>] = []
        var topics: [ID<Topic>] = []
    }

    mutating func placing(_ tx: Transaction, _ plan: PlannedEdition) throws -> Placing {
        var place = Placing()
        for key in plan.categories { place.sections.append(try section(tx, key, plan.language)) }
        place.primary = try plan.primaryCategory.map { try section(tx, $0, plan.language) }
        for key in plan.tags { place.topics.append(try topic(tx, key, plan.language)) }
        return place
    }

    /// The section of a category and its translations, made at their first use with those above them.
    private mutating func section(_ tx: Transaction, _ key: TermKey, _ language: Language) throws -> ID<Section> {
        let source = "\(key.taxonomy):\(key.slug)"
        if let known = try ledger.entry(tx, "section", source) {
            let id = ID<Section>(known.recordID)
            if tree[id: id]?.names[language] == nil {
                try Sections.setName(tx, id, language, name(of: key))
                tree = try Sections.tree(tx)
                _ = try parent(tx, of: key, language)
            }
            return id
        }
        let names = names(of: key, language)
        let parent = try parent(tx, of: key, language)
        let id = try Sections.add(tx, parent: parent, names: names.mapValues(name(of:)))
        report.sections += 1
        tree = try Sections.tree(tx)
        for (language, member) in names {
            try ledger.record(tx, "section", "\(member.taxonomy):\(member.slug)", id.rawValue)
            try addOldPaths(tx, member, language, id)
        }
        return id
    }

    /// The section above a category's, with a name in the language as well: it is on the way there.
    private mutating func parent(_ tx: Transaction, of key: TermKey, _ language: Language) throws -> ID<Section>? {
        guard let slug = terms[key]?.parent else { return nil }
        let above = TermKey(taxonomy: key.taxonomy, slug: slug.text, name: slug.text)
        return above == key || terms[above] == nil || isBelow(above, key) ? nil : try section(tx, above, language)
    }

    /// Whether `key` stands above `other`: categories whose parents run in a circle.
    private func isBelow(_ other: TermKey, _ key: TermKey) -> Bool {
        var next = terms[other]?.parent
        var steps = 0
        while let slug = next, steps < 50 {
            let above = TermKey(taxonomy: other.taxonomy, slug: slug.text, name: "")
            if above == key { return true }
            next = terms[above]?.parent
            steps += 1
        }
        return steps == 50
    }

    private mutating func topic(_ tx: Transaction, _ key: TermKey, _ language: Language) throws -> ID<Topic> {
        let source = "\(key.taxonomy):\(key.slug)"
        if let known = try ledger.entry(tx, "topic", source) {
            let id = ID<Topic>(known.recordID)
            if try !tx.exists("SELECT 1 FROM topic_names WHERE topic_id = \(id) AND language = \(language)") {
                try Topics.setName(tx, id, language, name(of: key))
            }
            return id
        }
        let names = names(of: key, language)
        let id = try Topics.add(tx, names: names.mapValues(name(of:)))
        report.topics += 1
        for (language, member) in names {
            try ledger.record(tx, "topic", "\(member.taxonomy):\(member.slug)", id.rawValue)
            try redirect(tx, "/tag/\(member.slug)/", [language], to: .topic(id))
        }
        return id
    }

    /// The term in each language: its translation group's members, or itself in the language it is used in.
    private func names(of key: TermKey, _ language: Language) -> [Language: TermKey] {
        let group = terms.translations(of: key)
        return group.isEmpty ? [language: key] : group
    }

    private func name(of key: TermKey) -> LocalName {
        let term = terms[key]
        let name = PlainText.of(term.map(\.name) ?? key.name)
        let slug = Slug(from: key.slug) ?? Slug(from: name) ?? Slug(trusted: key.taxonomy)
        return LocalName(name: name.isEmpty ? slug.text : name, slug: slug, description: PlainText.of(term?.description ?? ""))
    }

    /// A category's page and feed, with those above it in the address and without.
    private mutating func addOldPaths(_ tx: Transaction, _ key: TermKey, _ language: Language, _ id: ID<Section>) throws {
        var path = key.slug
        var next = terms[key]?.parent
        var paths = [path]
        while let slug = next, paths.count < 10 {
            path = slug.text + "/" + path
            paths.append(path)
            next = terms[TermKey(taxonomy: key.taxonomy, slug: slug.text, name: "")]?.parent
        }
        for path in Set(paths) {
            try redirect(tx, "/category/\(path)/", [language], to: .section(id))
            try redirect(tx, "/category/\(path)/feed/", [language], to: .section(id), feed: language)
        }
    }

    /// Leads an address of the old site, with and without a language before it, to `target`.
    mutating func redirect(
        _ tx: Transaction, _ path: String, _ languages: [Language], to target: Redirects.Target?, feed: Language? = nil
    ) throws {
        for path in terms.oldPaths(path, languages) where try Redirects.add(tx, path: path, to: target, feed: feed) { report.redirects += 1 }
    }
}
