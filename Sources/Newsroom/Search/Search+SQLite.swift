import Basics
import Storage

extension Search {
    /// FTS5 walks the newest matches first and stops early; bm25 then orders only those. Terms are letters and digits, so quoting holds them.
    static func fullText(_ query: SearchQuery, _ languages: [Language], limit: Int, offset: Int) -> SQL {
        let phrase = { (words: [String]) in "\"" + words.joined(separator: " ") + "\"" }
        let match = query.wanted.map(phrase).joined(separator: " AND ") + query.unwanted.map { " NOT " + phrase($0) }.joined()
        let each = languages.map { language -> SQL in
            let index: SQL = language == .ar ? "search_ar" : "search_en"
            return """
                SELECT id, score FROM (
                    SELECT rowid AS id, bm25(\(index), 8.0, 3.0, 1.0) AS score FROM \(index)
                    WHERE \(index) MATCH \(match) ORDER BY rowid DESC LIMIT \(considered))
                """
        }
        let all = each.dropFirst().reduce(each[0]) { $0 + " UNION ALL " + $1 }
        return "SELECT id FROM (\(all)) AS newest ORDER BY score, id DESC LIMIT \(limit) OFFSET \(offset)"
    }
}
