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

    /// What stands out in a text, in order of place.
    package func findings(in prose: Prose, statements: [Statement]) -> [Finding] { [] }
}
