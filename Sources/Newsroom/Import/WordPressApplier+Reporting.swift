import Basics
import Storage

extension WordPressApplier {
    /// What `apply` would do with the plan, by the ledger alone.
    mutating func weigh(_ tx: Transaction, _ plan: WordPressPlan) throws {
        report.items += 1
        if case .skip(let reason) = plan.outcome {
            report.skipped += 1
            return entries.append(ImportReport.Entry(.skipped, plan.place, reason))
        }
        switch try ledger.entry(tx, plan.kind, plan.sourceID)?.digest {
        case plan.digest: report.unchanged += 1
        case nil: report.created += 1
        default: report.updated += 1
        }
        entries += plan.notes.map { ImportReport.Entry(.note, plan.place, $0) }
    }

    /// Counts a plan that the database would not take.
    mutating func lose(_ plan: WordPressPlan, _ reason: Phrase) {
        report.items += 1
        report.skipped += 1
        report.lost += 1
        entries.append(ImportReport.Entry(.lost, plan.place, reason))
    }

    /// Leads the old site's feeds to those of today, so that nobody loses subscribers.
    mutating func addFeeds(_ tx: Transaction, _ main: Language) throws {
        var paths = [("/feed/", main), ("/?feed=rss2", main), ("/?feed=rss", main), ("/feed/rss2/", main), ("/feed/atom/", main)]
        paths += Language.allCases.map { ("/\($0.rawValue)/feed/", $0) }
        for (path, language) in paths where try Redirects.add(tx, path: path, to: nil, feed: language) { report.redirects += 1 }
    }
}
