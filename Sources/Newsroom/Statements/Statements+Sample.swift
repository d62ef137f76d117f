import Basics
import Linguistics
package import Storage

extension Statements {
    /// Confirms, in published stories that have nothing in the record yet, what a reading of them finds in a named person's own words, as an editor would who agrees
    /// with it: for the sample newsroom. Returns how many.
    package static func recordSample(_ tx: Transaction) throws -> Int {
        let editions = try tx.all(
            """
            SELECT e.id FROM editions e WHERE e.kind = 'article' AND e.visibility = \(Edition.Visibility.published)
                AND NOT EXISTS (SELECT 1 FROM statements t WHERE t.edition_id = e.id) ORDER BY e.id
            """
        ) { try $0["id"] as ID<Edition> }
        var count = 0
        for id in editions {
            guard let edition = try Articles.edition(tx, id), let revision = try Articles.published(tx, of: id) else { continue }
            let prose = StoryProse(revision.content, language: edition.language).prose
            for statement in Attribution.statements(in: prose) where isClear(statement, in: prose) {
                guard let name = statement.speaker else { continue }
                let known = try Speakers.candidates(tx, name).first?.speaker.id
                _ = try confirm(tx, revision, edition.language, Draft(statement, who: known.map { .known($0) } ?? .new(name)))
                count += 1
            }
        }
        return count
    }

    /// Somebody's own words, more than a few, under a whole name.
    private static func isClear(_ statement: Statement, in prose: Prose) -> Bool {
        let words = statement.content.reduce(0) { $0 + prose.text($1).split(separator: " ").count }
        return statement.sourceClass == .person && statement.kind == .direct && statement.speaker?.contains(" ") == true && words >= 4
    }
}
