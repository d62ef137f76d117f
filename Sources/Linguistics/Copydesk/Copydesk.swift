package import Basics

/// Reads a text as a copy editor does.
package struct Copydesk: Sendable {
    /// What a newsroom has settled: which checks it runs and how strictly, its words and its names.
    package struct House: Sendable {
        /// A check's level where the newsroom changed it; nil turns the check off.
        package var levels: [String: Finding.Level?] = [:]
        /// Words that are right here.
        package var words: Set<String> = []
        /// The house form of each name per language, with its known other spellings and those that are somebody else's.
        package var names: [HouseName] = []

        package init() {}
    }

    package struct HouseName: Sendable {
        package var form: [Language: String]
        package var variants: [String]
        package var others: [String]

        package init(form: [Language: String], variants: [String] = [], others: [String] = []) {
            (self.form, self.variants, self.others) = (form, variants, others)
        }
    }

    package let house: House

    package init(house: House = House()) { self.house = house }

    /// Every check there is, in the order in which they are listed and in which one goes before another at one place.
    package static var catalogue: [CheckInfo] { Catalogue.builtIn.infos }

    /// What stands out in a text, in order of place. What an editor left as it is does not stand out again.
    package func findings(
        in prose: Prose, statements: [Statement], context: Context = Context(), exceptions: [Exception] = []
    ) -> [Finding] {
        let reading = Reading(prose, statements: statements, context: context, house: house)
        let catalogue = Catalogue.builtIn
        var sheet = Sheet(reading: reading, house: house, exceptions: Set(exceptions))
        for pattern in PatternScan.hits(in: reading) { sheet.add(pattern.hit, of: pattern.check) }
        for check in catalogue.checks {
            guard let info = catalogue[check.id], sheet.runs(info) else { continue }
            for hit in check.hits(in: reading) { sheet.add(hit, of: info) }
        }
        return sheet.findings
    }
}
