package import Basics
import Foundation

extension CheckReport {
    private struct FileRecord: Encodable {
        let file: String
        let language: Language
        let findings: [FindingRecord]
    }

    private struct FindingRecord: Encodable {
        let check: String, level: String, line: Int, column: Int, endLine: Int, endColumn: Int, said: String, message: String
        let suggestion: String?
        let more: Int
    }

    /// A list of files with their findings.
    package func json(_ language: Language) throws -> String {
        let records = files.map { file in
            FileRecord(
                file: file.path, language: file.language,
                findings: file.entries.map {
                    FindingRecord(
                        check: $0.finding.check, level: $0.finding.level.rawValue, line: $0.line, column: $0.column, endLine: $0.endLine,
                        endColumn: $0.endColumn, said: $0.said, message: $0.finding.message[language], suggestion: $0.finding.suggestion,
                        more: $0.finding.also.count)
                })
        }
        return try Self.written(records)
    }

    static func written(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
