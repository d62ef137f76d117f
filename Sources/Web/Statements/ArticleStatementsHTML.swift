import Basics
import Linguistics
import Markup
import Newsroom
import Storage

/// Who says what in a story: below its text, folded, each line leading to its place in the text.
struct ArticleStatementsHTML: Sendable {
    private let lines: [Line]
    private let chrome: Chrome

    private struct Line: Sendable {
        let spoken: SpokenStatement
        let start: Int
        /// The block of the story it stands in.
        let block: Int?
        var id: String { "said-\(spoken.recorded.id.rawValue)" }
    }

    init(_ tx: Transaction, _ edition: Edition, _ content: Content, _ chrome: Chrome) throws {
        self.chrome = chrome
        let spoken = try Statements.spoken(tx, in: edition.id)
        guard !spoken.isEmpty else {
            lines = []
            return
        }
        let text = StoryProse(content, language: edition.language)
        lines = spoken.compactMap { spoken in
            guard let start = spoken.recorded.place(in: text.prose).statement.content.first?.lowerBound else { return nil }
            let block: Int? = if case .block(let index)? = text.place(at: start) { index } else { nil }
            return Line(spoken: spoken, start: start, block: block)
        }.sorted { ($0.start, $0.spoken.recorded.id) < ($1.start, $1.spoken.recorded.id) }
    }

    /// Where the lines lead, by the story's blocks.
    var places: [Int: [String]] {
        lines.reduce(into: [:]) { places, line in if let block = line.block { places[block, default: []].append(line.id) } }
    }

    var tags: Set<CacheTag> { Set(lines.compactMap { $0.spoken.speaker.map { .speaker($0.id) } }) }

    private var language: Language { chrome.language }

    /// Nil when nothing is recorded.
    var html: HTML? {
        guard !lines.isEmpty else { return nil }
        return """
            <section class="said"><details><summary><h2>\(StatementWords.panel[language])</h2> <span class="rests">\(rests)</span></summary>\
            <ul>\(groups.map(group))</ul></details></section>
            """
    }

    /// What the story rests on, counted.
    private var rests: HTML {
        let digits = chrome.face.digits(in: language)
        let counts = Statement.SourceClass.allCases.compactMap { source -> String? in
            let own = lines.filter { $0.spoken.recorded.sourceClass == source }
            // Of the named, each counts once; of the others, each claim.
            let count = source == .vague || source == .unnamed ? own.count : Set(own.map { Self.key($0.spoken) }).count
            return count == 0 ? nil : StatementWords.sources(source).text(count, in: language, digits: digits)
        }
        return "\(StatementWords.rests[language]) \(counts.joined(separator: DeskWords.comma[language]))"
    }

    private static func key(_ spoken: SpokenStatement) -> String {
        spoken.speaker.map { "speaker \($0.id)" } ?? "\(spoken.recorded.sourceClass.rawValue) \(spoken.recorded.name)"
    }

    /// By speaker, in the order in which each speaks first.
    private var groups: [[Line]] {
        var order: [String] = []
        let groups = Dictionary(grouping: lines) { Self.key($0.spoken) }
        for line in lines where !order.contains(Self.key(line.spoken)) { order.append(Self.key(line.spoken)) }
        return order.compactMap { groups[$0] }
    }

    private func group(_ lines: [Line]) -> HTML {
        let first = lines[0].spoken
        let role = lines.lazy.map(\.spoken.recorded.role).first { !$0.isEmpty }
        let roleText: HTML? = role.map { "<span class=\"role\">\($0)</span>" }
        let items = lines.map { line -> HTML in
            let words = line.spoken.words
            let place: HTML = line.block == nil ? "<span>\(words)</span>" : "<a href=\"#\(line.id)\">\(words)</a>"
            let kind: HTML = "<span class=\"kind\">\(StatementWords.kind(line.spoken.recorded.kind)[language])</span>"
            return "<li>\(place) \(kind)</li>"
        }
        return "<li><p class=\"speaker\">\(SpeakerLink(spoken: first, language: language).html) \(roleText)</p><ul>\(items)</ul></li>"
    }
}

/// Whose a statement is: a link to her page where she has one.
struct SpeakerLink: Sendable {
    let spoken: SpokenStatement
    let language: Language

    var html: HTML {
        guard let speaker = spoken.speaker else { return "<strong>\(StatementWords.source(spoken.recorded.sourceClass)[language])</strong>" }
        let name = speaker.name(in: language)
        return speaker.visibility == .hidden
            ? "<strong>\(name)</strong>" : "<strong><a href=\"\(SitePath.speaker(language, speaker.slug, page: 1).text)\">\(name)</a></strong>"
    }
}
