import Basics
import Storage

extension Search {
    /// The same over `tsvector`: the newest matches, ranked with the headline's words above the text's.
    static func tokens(_ query: SearchQuery, _ languages: [Language], limit: Int, offset: Int) -> SQL {
        // The headline's last word and the standfirst's first are neighbours in a `tsvector`, and no phrase: its words stand in one field.
        let phrase = { (words: [String]) in
            words.count == 1
                ? "'\(words[0])'"
                : "(" + ["A", "B", "D"].map { field in words.map { "'\($0)':\(field)" }.joined(separator: " <-> ") }.joined(separator: " | ") + ")"
        }
        let match = query.wanted.map(phrase).joined(separator: " & ") + query.unwanted.map { " & !" + phrase($0) }.joined()
        return """
            SELECT id FROM (
                SELECT id, ts_rank('{0.1, 0.2, 0.4, 1.0}', tokens, to_tsquery('simple', \(match)), 1) AS score FROM search_documents
                WHERE language IN \(list: languages) AND tokens @@ to_tsquery('simple', \(match)) ORDER BY id DESC LIMIT \(considered)
            ) AS newest ORDER BY score DESC, id DESC LIMIT \(limit) OFFSET \(offset)
            """
    }
}
