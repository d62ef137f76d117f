import Basics

extension Story {
    /// A sub-heading with the name of its place on the page.
    package struct Entry: Hashable, Sendable {
        package let level: Int
        package let text: String
        package let anchor: String
    }

    /// The sub-headings in order, each with an anchor of its own.
    package var outline: [Entry] {
        var taken: Set<String> = []
        return blocks.headings.map { level, line in
            let text = line.plainText
            let slug = Slug(from: text)?.text ?? "section"
            var anchor = slug
            var number = 2
            while !taken.insert(anchor).inserted {
                anchor = "\(slug)-\(number)"
                number += 1
            }
            return Entry(level: level, text: text, anchor: anchor)
        }
    }
}

extension [Block] {
    fileprivate var headings: [(Int, Line)] {
        flatMap { block -> [(Int, Line)] in
            switch block {
            case .heading(let level, let line): [(level, line)]
            case .list(let list): list.items.flatMap(\.headings)
            case .quotation(let quotation), .pullQuote(let quotation): quotation.blocks.headings
            default: []
            }
        }
    }
}
