import Basics
import Foundation

/// The site's categories, tags, languages and translation groups, as its export declares them before the items.
struct WordPressTerms: Sendable {
    private(set) var site = WordPressSite()
    private var terms: [TermKey: WordPressTerm] = [:]
    private var byID: [Int64: TermKey] = [:]
    private var authors: [String: WordPressAuthor] = [:]
    /// Which term is the translation of which: a group of Polylang by the number of each of its terms.
    private var groups: [Int64: [Language: Int64]] = [:]

    mutating func add(_ site: WordPressSite) { self.site = site }

    mutating func add(_ author: WordPressAuthor) { authors[author.login] = author }

    mutating func add(_ term: WordPressTerm) {
        if term.taxonomy == "term_translations" { return addGroup(term) }
        let key = TermKey(taxonomy: term.taxonomy, slug: term.slug.text, name: term.name)
        terms[key] = term
        if let id = term.id { byID[id] = key }
    }

    /// Polylang keeps a group's members by language in the description: `a:2:{s:2:"ar";i:12;s:2:"en";i:11;}`.
    private mutating func addGroup(_ term: WordPressTerm) {
        guard let members = PHPSerialized(term.description) else { return }
        var group: [Language: Int64] = [:]
        for entry in members.entries {
            if case .string(let tag) = entry.key, let language = Language(tag: tag), let id = entry.value.int { group[language] = id }
        }
        for id in group.values { groups[id] = group }
    }

    subscript(key: TermKey) -> WordPressTerm? { terms[key] }

    func author(_ login: String) -> WordPressAuthor? { authors[login] }

    func key(id: Int64) -> TermKey? { byID[id] }

    /// The terms that say the same in other languages, this one included.
    func translations(of key: TermKey) -> [Language: TermKey] {
        guard let id = terms[key]?.id, let group = groups[id] else { return [:] }
        return group.compactMapValues { byID[$0] }
    }

    /// The site's own address, as the ledger knows it: the same whether the export says http or https, with or without a slash.
    var siteKey: String {
        let address = [site.baseBlogURL, site.link, site.baseSiteURL].first { !$0.isEmpty } ?? ""
        let bare = address.lowercased().replacingOccurrences(of: "https://", with: "").replacingOccurrences(of: "http://", with: "")
        // Two exports that do not say where they were made are of one site only when they have one name.
        if bare.isEmpty { return "untold:" + site.title }
        return bare.hasSuffix("/") ? String(bare.dropLast()) : bare
    }

    private var isKnown: Bool { !siteKey.hasPrefix("untold:") }

    /// The host of the site's addresses; empty when the export does not say.
    var host: String { isKnown ? String(siteKey.prefix { $0 != "/" && $0 != ":" }) : "" }

    /// A path of the site as it stood below the site's folder, and below that of each language as Polylang keeps them.
    func oldPaths(_ path: String, _ languages: [Language]) -> [String] {
        let folder = isKnown ? siteKey.drop { $0 != "/" } : ""
        return ["\(folder)\(path)"] + languages.map { "\(folder)/\($0.rawValue)\(path)" }
    }
}
