import Basics
import Foundation
import Markup

extension WordPressPlanner {
    func edition(_ item: WordPressItem, _ notes: inout [Phrase]) -> WordPressPlan.Outcome {
        guard item.status != "trash", item.status != "auto-draft" else {
            return .binned(Phrase(ar: "في سلة المحذوفات أو لم يُحفظ قط", en: "in the bin, or never saved"))
        }
        guard let language = language(of: item) else {
            let tag = item.categories.first { $0.domain == "language" }?.nicename.text ?? ""
            return .skip(Phrase(ar: "بلغة «\(tag)» التي لا تُنشر هنا", en: "in the language “\(tag)”, which is not published here"))
        }
        let story = StoryParser.wordPress(item.content) { .media(-$0) }
        notes += story.notes.map(\.words)
        let content = content(of: item, story.story, language, &notes)
        let state = state(of: item, &notes)
        let published = item.date
        let slug = Slug(from: item.slug.text) ?? Slug(from: content.headline) ?? Slug(trusted: item.id.map { "\(item.type)-\($0)" } ?? item.type)
        noteOtherTaxonomies(item, &notes)
        return .edition(
            PlannedEdition(
                kind: item.type == "page" ? .page : .article, language: language, group: group(of: item), slug: slug,
                manuscript: Manuscript(content), document: state.isPublished ? SearchDocument(content) : nil, state: state, publishedAt: published,
                updatedAt: item.modified.flatMap { modified in published.flatMap { modified > $0 ? modified : nil } },
                isPinned: item.isSticky, primaryCategory: primaryCategory(of: item), categories: filed(item, under: "category"),
                tags: filed(item, under: "post_tag"), authors: authors(of: item),
                featuredAttachment: item.meta("_thumbnail_id").flatMap { Int64($0) },
                guid: item.guid.isEmpty ? nil : item.guid, oldPaths: oldPaths(of: item), comments: item.comments))
    }

    /// The language a plugin gave the item, or the one its text is plainly in, or the site's. Nil for one that is not published here.
    func language(of item: WordPressItem) -> Language? {
        if let given = item.categories.first(where: { $0.domain == "language" }) { return Language(tag: given.nicename.text) }
        if let given = item.meta("_wpml_import_language_code"), !given.isEmpty { return Language(tag: given) }
        return Language.detected(in: PlainText.of(item.title) + " " + item.content.prefix(4_000)) ?? mainLanguage
    }

    /// The translations of one work: Polylang files them under one term, WPML under one number.
    private func group(of item: WordPressItem) -> String? {
        if let group = item.categories.first(where: { $0.domain == "post_translations" }) { return "polylang:\(group.nicename.text)" }
        if let group = item.meta("_wpml_import_translation_group"), !group.isEmpty { return "wpml:\(group)" }
        return nil
    }

    private func content(of item: WordPressItem, _ story: Story, _ language: Language, _ notes: inout [Phrase]) -> Content {
        var headline = PlainText.of(item.title)
        if headline.isEmpty {
            headline = story.excerpt(characters: 60)
            notes.append(Phrase(ar: "بلا عنوان: أُخذ من أول النص", en: "without a title: the text's beginning stands for it"))
        }
        if headline.isEmpty { headline = Phrase(ar: "بلا عنوان", en: "Untitled")[language] }
        return Content(
            headline: headline, standfirst: PlainText.of(item.excerpt), body: story,
            searchTitle: yoast(item.meta("_yoast_wpseo_title"), headline, item),
            searchDescription: yoast(item.meta("_yoast_wpseo_metadesc"), headline, item))
    }

    /// Yoast's field with its variables filled in; empty when it holds one that is not known here.
    private func yoast(_ field: String?, _ headline: String, _ item: WordPressItem) -> String {
        guard let field, !field.isEmpty else { return "" }
        let values = ["title": headline, "sitename": terms.site.title, "sep": "–", "page": "", "excerpt": PlainText.of(item.excerpt)]
        var pieces = field.components(separatedBy: "%%")
        guard pieces.count % 2 == 1 else { return "" }
        for index in stride(from: 1, to: pieces.count, by: 2) {
            guard let value = values[pieces[index]] else { return "" }
            pieces[index] = value
        }
        return PlainText.of(pieces.joined())
    }

    private func state(of item: WordPressItem, _ notes: inout [Phrase]) -> PlannedEdition.State {
        if item.password != nil {
            notes.append(Phrase(ar: "محمي بكلمة سر: بقي غير منشور", en: "protected by a password: kept unpublished"))
            return .hidden(.ready)
        }
        switch item.status {
        case "publish", "inherit":
            guard item.date != nil else {
                notes.append(Phrase(ar: "منشور بلا تاريخ: بقي غير منشور", en: "published without a date: kept unpublished"))
                return .hidden(.ready)
            }
            return .published
        case "future": return item.date == nil ? .hidden(.ready) : .scheduled
        case "pending": return .hidden(.inReview)
        case "private": return .hidden(.ready)
        default: return .hidden(.draft)
        }
    }

    private func filed(_ item: WordPressItem, under taxonomy: String) -> [TermKey] {
        item.categories.filter { $0.domain == taxonomy && !Self.isUncategorized($0) }.map { category in
            let slug = category.nicename.isEmpty ? category.name : category.nicename.text
            return TermKey(taxonomy: taxonomy, slug: slug, name: PlainText.of(category.name))
        }
    }

    /// WordPress files under this what nobody filed: it is no section.
    private static func isUncategorized(_ category: WordPressCategory) -> Bool {
        category.domain == "category" && ["uncategorized", "غير-مصنف", "uncategorized-en", "uncategorized-ar"].contains(category.nicename.text)
    }

    private func primaryCategory(of item: WordPressItem) -> TermKey? {
        let categories = filed(item, under: "category")
        let chosen = item.meta("_yoast_wpseo_primary_category").flatMap { Int64($0) }.flatMap { terms.key(id: $0) }
        return chosen.flatMap { categories.contains($0) ? $0 : nil } ?? categories.first
    }

    /// The byline of Co-Authors Plus where there is one, else the account that wrote the item.
    private func authors(of item: WordPressItem) -> [PlannedPerson] {
        let signed = item.categories.filter { $0.domain == "author" }.map { category in
            let login = category.nicename.text.hasPrefix("cap-") ? String(category.nicename.text.dropFirst(4)) : category.nicename.text
            return person(login: login, name: category.name)
        }
        if !signed.isEmpty || item.type == "page" { return signed }
        return item.creator.isEmpty ? [] : [person(login: item.creator, name: "")]
    }

    /// What the account says of itself goes before what the byline is called.
    private func person(login: String, name: String) -> PlannedPerson {
        let account = terms.author(login)
        let full = [account?.firstName, account?.lastName].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        let known = [account?.displayName ?? "", name == login ? "" : name, full, login].first { !$0.isEmpty } ?? login
        return PlannedPerson(
            login: login, name: PlainText.of(known), biography: "", email: account.flatMap { $0.email.isEmpty ? nil : $0.email })
    }

    /// The permalink, and the form without one.
    private func oldPaths(of item: WordPressItem) -> [String] {
        let short = item.id.map { ["/?p=\($0)"] + (item.type == "page" ? ["/?page_id=\($0)"] : []) } ?? []
        return (item.link.isEmpty ? [] : [item.link]) + short.flatMap { terms.oldPaths($0, []) } + formerLinks(of: item)
    }

    /// The permalinks it had before its slug was changed, to which WordPress keeps answering.
    private func formerLinks(of item: WordPressItem) -> [String] {
        let link = item.link.hasSuffix("/") ? String(item.link.dropLast()) : item.link
        guard !item.slug.isEmpty, !link.contains("?"), let slash = link.lastIndex(of: "/"),
            WordPressSlug(String(link[slash...].dropFirst())).text == item.slug.text
        else { return [] }
        return item.meta.filter { $0.key == "_wp_old_slug" && !$0.value.isEmpty }.map { link[...slash] + $0.value }
    }

    private func noteOtherTaxonomies(_ item: WordPressItem, _ notes: inout [Phrase]) {
        let known: Set = ["category", "post_tag", "language", "post_translations", "author", "post_format"]
        for category in item.categories where !known.contains(category.domain) {
            notes.append(
                Phrase(
                    ar: "التصنيف «\(category.domain): \(category.name)» لا مقابل له هنا",
                    en: "the term “\(category.domain): \(category.name)” has no counterpart here"))
        }
    }
}
