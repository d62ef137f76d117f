import Basics
import Storage

extension WordPressApplier {
    /// Counts a plan that the database would not take.
    mutating func lose(_ plan: WordPressPlan, _ reason: Phrase) {
        report.items += 1
        report.skipped += 1
        report.lost += 1
        entries.append(ImportReport.Entry(.lost, plan.place, reason))
    }

    /// Leads the old site's feeds to those of today, so that nobody loses subscribers.
    mutating func addFeeds(_ tx: Transaction, _ main: Language) throws {
        for path in ["/feed/", "/?feed=rss2", "/?feed=rss", "/feed/rss2/", "/feed/atom/"] { try redirect(tx, path, [], to: nil, feed: main) }
        for language in Language.allCases { try redirect(tx, "/\(language.rawValue)/feed/", [], to: nil, feed: language) }
    }
}
