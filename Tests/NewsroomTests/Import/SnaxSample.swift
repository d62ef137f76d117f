import Basics
import Foundation
import Storage
import TestSupport

@testable import Newsroom

/// What the old plugin kept on a small site: posts 1 (English) and 2 (Arabic) are one story, 3 is another.
struct SnaxSample {
    /// Number, post, vote, voter, hour of the day.
    var votes: [(id: Int, post: Int, vote: String, voter: Int, hour: Int)] = [
        (1, 1, "1", 9, 1), (2, 2, "-1", 9, 5), (3, 1, "1", 9, 3), (4, 1, "1", 0, 2), (5, 1, "1", 0, 2), (6, 1, "-1", 15, 2), (7, 3, "1", 15, 2),
        (8, 77, "1", 15, 2),
    ]
    /// Number, collection, post.
    var items: [(id: Int, collection: Int, post: Int)] = [(1, 50, 1), (2, 50, 2), (3, 50, 3), (4, 51, 3), (5, 60, 1), (6, 52, 3)]
    var voteLines: [String] = []

    static let site: SampleExport = {
        var site = SampleExport()
        site.head = author(9, "layla", "Layla@Mail.example") + author(3, "ben", "ben@port.example")
        site.items = [
            SampleExport.Item(1, "Port open").with {
                $0.terms = [("language", "en", "English"), ("post_translations", "g1", "g1")]
                $0.meta = [("_snax_upvote_count", "4"), ("_snax_downvote_count", "2"), ("_snax_fake_vote_count", "1200")]
            },
            SampleExport.Item(2, "الميناء مفتوح").with { $0.terms = [("language", "ar", "العربية"), ("post_translations", "g1", "g1")] },
            SampleExport.Item(3, "Port shut").with { $0.terms = [("language", "en", "English")] },
            collection(50, "Bases\u{202E}", "private", "private"), collection(51, "Radar", "publish", "public"),
            collection(52, "Read later", "publish", "private", standard: "read-later"),
            collection(53, "History", "publish", "private", standard: "history"),
            collection(54, "Torn", "publish", "private"),
        ]
        return site
    }()

    static func collection(_ id: Int, _ title: String, _ status: String, _ visibility: String, standard: String? = nil) -> SampleExport.Item {
        SampleExport.Item(id, title).with {
            $0.type = "snax_collection"
            $0.status = status
            $0.creator = "layla"
            $0.meta = [("_snax_visibility", visibility)] + (standard.map { [("_snax_abstract", $0)] } ?? [])
        }
    }

    private static func author(_ id: Int, _ login: String, _ email: String) -> String {
        "<wp:author><wp:author_id>\(id)</wp:author_id><wp:author_login>\(login)</wp:author_login><wp:author_email>\(email)</wp:author_email></wp:author>"
    }

    var voteText: String {
        let rows = votes.map { vote in
            let time = "2024-09-02 0\(vote.hour):00:00"
            return "\(vote.id),\(vote.post),\(vote.vote),\(vote.voter),203.0.113.77,host.example,\(time),\(time)"
        }
        return ([SnaxImport.voteColumns.joined(separator: ",")] + rows + voteLines).joined(separator: "\r\n") + "\r\n"
    }

    var itemText: String {
        let rows = items.map { "\($0.id),\($0.collection),\($0.post),0,2024-09-03 08:0\($0.id):00,2024-09-03 08:0\($0.id):00" }
        return ([SnaxImport.itemColumns.joined(separator: ",")] + rows).joined(separator: "\n")
    }
}

extension ImportBench {
    /// Imports the plugin's tables beside the sample site, whose stories are here already.
    func run(_ sample: SnaxSample) async throws -> Outcome {
        let (votes, items) = (folder.appending(path: "votes.csv"), folder.appending(path: "items.csv"))
        try sample.voteText.write(to: votes, atomically: false, encoding: .utf8)
        try sample.itemText.write(to: items, atomically: false, encoding: .utf8)
        return try await snax([try write(SnaxSample.site)], votes: votes.path, items: items.path)
    }

    func snax(_ exports: [String], votes: String?, items: String?) async throws -> Outcome {
        var entries: [ImportReport.Entry] = []
        let report = try await SnaxImport(newsroom).run(exports: exports, votes: votes, items: items, entry: { entries.append($0) })
        return Outcome(report: report, entries: entries)
    }

    func tally(_ post: Int) async throws -> Tally {
        guard let work = try await work(post) else { return Tally() }
        return try await database.read { try Votes.tally($0, work.id) }
    }
}

/// Gives `body` a newsroom into which the sample site's stories were imported.
func withSnaxSite(_ engine: TestEngine, _ body: (ImportBench) async throws -> Void) async throws {
    try await withNewsroom(engine) { bench in
        _ = try await bench.run(SnaxSample.site)
        try await body(bench)
    }
}
