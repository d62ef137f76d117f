import Basics
import Foundation

/// A table of the old plugin as a file with a header, strict about its columns.
struct SnaxTable {
    /// One row, its fields by column.
    struct Row: Sendable {
        let line: Int
        private let fields: [String: String]

        init(line: Int, fields: [String: String]) {
            self.line = line
            self.fields = fields
        }

        subscript(column: String) -> String { fields[column] ?? "" }

        /// A whole number of zero or more.
        func number(_ column: String) throws(SnaxFault) -> Int64 {
            guard let number = Int64(self[column]), number >= 0, self[column].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw SnaxFault(
                    Phrase(ar: "العمود \(column): «\(shown(column))» ليس عددًا", en: "\(column): “\(shown(column))” is no whole number"))
            }
            return number
        }

        /// The moment in the column of UTC, or in that of the site's own time where the old system wrote zeros.
        func moment() throws(SnaxFault) -> Instant {
            for column in ["date_gmt", "date"] {
                if !self[column].hasPrefix("0000"), self[column].count == 19, let moment = Instant(rfc3339: self[column] + "Z") { return moment }
            }
            throw SnaxFault(Phrase(ar: "لا تاريخ فيه", en: "has no date"))
        }

        /// By this a second import knows the row as it was. The address it came from is not in it: out of a digest it could be guessed.
        var digest: Digest {
            let kept = fields.filter { !["author_ip", "author_host"].contains($0.key) }.sorted { $0.key < $1.key }
            return Digest(of: kept.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1F}"))
        }

        private func shown(_ column: String) -> String { TypedText.line(String(self[column].prefix(40))) }
    }

    let file: String
    private let reader: CSVReader
    private let columns: [String]

    /// Refuses with `invalid` a file whose first line is not a header with exactly these columns, in any order.
    init(path: String, columns wanted: [String]) throws {
        file = path
        reader = try CSVReader(path: path)
        let header = try? reader.next()?.fields.get().map { $0.trimmingCharacters(in: .whitespaces) }
        columns = header ?? []
        guard Set(columns) == Set(wanted), columns.count == wanted.count else {
            let missing = wanted.filter { !columns.contains($0) }.joined(separator: ", ")
            let found = TypedText.line(String(columns.joined(separator: ", ").prefix(200)))
            throw Refusal(
                .invalid, ar: "\(path): ينبغي أن تكون أعمدته \(wanted.joined(separator: ", ")).",
                en: "\(path): its columns must be \(wanted.joined(separator: ", ")), each once. "
                    + (missing.isEmpty ? "Found: \(found)." : "Missing: \(missing)."))
        }
    }

    /// The next rows, at most so many, and the lines that are none.
    func next(_ count: Int) throws -> (rows: [Row], faults: [ImportReport.Entry])? {
        var rows: [Row] = []
        var faults: [ImportReport.Entry] = []
        while rows.count + faults.count < count, let record = try reader.next() {
            switch record.fields {
            case .failure(let fault): faults.append(entry(.lost, record.line, fault.words))
            case .success(let fields) where fields.count != columns.count:
                let (found, wanted) = (fields.count, columns.count)
                faults.append(
                    entry(
                        .lost, record.line, Phrase(ar: "فيه \(found) حقول بدل \(wanted)", en: "has \(found) fields in place of \(wanted)")))
            case .success(let fields): rows.append(Row(line: record.line, fields: Dictionary(uniqueKeysWithValues: zip(columns, fields))))
            }
        }
        return rows.isEmpty && faults.isEmpty ? nil : (rows, faults)
    }

    private func entry(_ kind: ImportReport.Entry.Kind, _ line: Int, _ reason: Phrase) -> ImportReport.Entry {
        ImportReport.Entry(kind, ImportReport.Place(file: file, line: line), reason)
    }
}

/// Why a row cannot be taken in.
struct SnaxFault: Error {
    let words: Phrase

    init(_ words: Phrase) { self.words = words }
}
