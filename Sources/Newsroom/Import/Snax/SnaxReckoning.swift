import Basics
import Storage

/// Sets what the old counters showed beside what was taken in, so that nobody has to wonder where votes went.
struct SnaxReckoning {
    private let export: SnaxExport

    init(_ export: SnaxExport) { self.export = export }

    /// A note for each story under which the old site showed votes; one told in two languages had two counters, and is reckoned once.
    func notes(_ tx: Transaction) throws -> [ImportReport.Entry] {
        let ledger = ImportLedger(site: export.site)
        var order: [ID<Work>] = []
        var groups: [ID<Work>: [SnaxExport.Counters]] = [:]
        for counters in export.counters {
            guard let work = try ledger.work(tx, ofPost: counters.post) else { continue }
            if groups[work] == nil { order.append(work) }
            groups[work, default: []].append(counters)
        }
        return try order.compactMap { work in
            guard let counters = groups[work], let first = counters.first else { return nil }
            return ImportReport.Entry(.note, first.place, try words(counters, try accounts(tx, work), try Votes.tally(tx, work).importedGuests))
        }
    }

    /// Votes of the old site's accounts, those whose holders have signed up here included.
    private func accounts(_ tx: Transaction, _ work: ID<Work>) throws -> Tally.Count {
        let count: (Vote) throws -> Int = { vote in
            try tx.one(
                """
                SELECT count(*) AS n FROM votes WHERE work_id = \(work) AND value = \(vote)
                    AND (origin = 'imported' OR reader_id IN (SELECT v.reader_id FROM imported_voters v WHERE v.reader_id IS NOT NULL))
                """
            ) { try $0["n"] }
        }
        return Tally.Count(up: try count(.up), down: try count(.down))
    }

    private func words(_ counters: [SnaxExport.Counters], _ accounts: Tally.Count, _ guests: Tally.Count) throws -> Phrase {
        let (up, down) = (counters.reduce(0) { $0 + $1.up }, counters.reduce(0) { $0 + $1.down })
        let invented = counters.reduce(0) { $0 + $1.invented }
        return Phrase(
            ar:
                "عرض الموقع القديم \(up)+ و\(down)−. هنا من الحسابات \(accounts.up)+ و\(accounts.down)−، ومن الزوار \(guests.up)+ و\(guests.down)− على حدة"
                + (invented > 0 ? "؛ وتُرك \(invented) صوتًا مختلقًا" : ""),
            en:
                "the old site showed \(up) up and \(down) down. Here are \(accounts.up) up and \(accounts.down) down of accounts, and apart from them "
                + "\(guests.up) up and \(guests.down) down of guests" + (invented > 0 ? "; \(invented) invented votes are left out" : ""))
    }
}
