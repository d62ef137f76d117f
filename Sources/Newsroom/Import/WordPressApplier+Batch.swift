import Basics
import Storage

extension WordPressApplier {
    /// Takes in a batch. What the database will not take of it is lost, and the rest is kept.
    static func apply(_ tx: Transaction, _ batch: WordPressBatch) throws -> WordPressApplier {
        var applier = WordPressApplier(terms: batch.terms, tree: try Sections.tree(tx))
        if batch.isFirst { try applier.addFeeds(tx, batch.mainLanguage) }
        for plan in batch.plans {
            let before = applier
            do {
                try tx.savepoint { try applier.apply(tx, plan) }
            } catch let refusal as Refusal {
                applier = before
                applier.lose(plan, refusal.words)
            } catch let violation as ConstraintViolation {
                applier = before
                applier.lose(plan, Phrase(ar: "خالف قاعدة «\(violation.name)»", en: "breaks the rule “\(violation.name)”"))
            }
        }
        // What they said before is not found any more; what they say now is taken in with much else.
        try SearchIndex.remove(tx, Array(applier.documents.keys))
        return applier
    }
}
