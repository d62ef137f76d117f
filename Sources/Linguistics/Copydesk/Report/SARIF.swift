package import Basics
import Foundation

/// The Static Analysis Results Interchange Format, 2.1.0 (OASIS), as far as a report of findings needs it.
struct SARIF: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey { case schema = "$schema", version, runs }

    struct Run: Encodable {
        let tool: Tool
        let columnKind = "unicodeCodePoints"
        let results: [Result]
    }

    struct Tool: Encodable { let driver: Driver }

    struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [Rule]
    }

    struct Text: Encodable { let text: String }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Text
        let fullDescription: Text
        let defaultConfiguration: Configuration
    }

    struct Configuration: Encodable {
        let enabled: Bool
        let level: String
    }

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
        let fixes: [Fix]?
    }

    struct Location: Encodable { let physicalLocation: PhysicalLocation }

    struct PhysicalLocation: Encodable {
        let artifactLocation: Artifact
        let region: Region
    }

    struct Artifact: Encodable { let uri: String }

    struct Region: Encodable {
        let startLine: Int, startColumn: Int, endLine: Int, endColumn: Int
    }

    struct Fix: Encodable {
        let description: Text
        let artifactChanges: [Change]
    }

    struct Change: Encodable {
        let artifactLocation: Artifact
        let replacements: [Replacement]
    }

    struct Replacement: Encodable {
        let deletedRegion: Region
        let insertedContent: Text
    }
}

extension CheckReport {
    /// The report in SARIF 2.1.0, with every check of the catalogue as a rule.
    package func sarif(_ language: Language, version: String) throws -> String {
        let catalogue = Copydesk.catalogue
        let rank = Dictionary(catalogue.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        let rules = catalogue.map {
            SARIF.Rule(
                id: $0.id, shortDescription: .init(text: $0.title[language]), fullDescription: .init(text: $0.explanation[language]),
                defaultConfiguration: .init(enabled: $0.level != nil, level: $0.level?.sarif ?? "note"))
        }
        let results = files.flatMap { file in
            let artifact = SARIF.Artifact(uri: Self.uri(file.path))
            return file.entries.map { entry in
                let region = SARIF.Region(startLine: entry.line, startColumn: entry.column, endLine: entry.endLine, endColumn: entry.endColumn)
                let fix = entry.finding.suggestion.map { text in
                    SARIF.Fix(
                        description: .init(text: entry.finding.message[language]),
                        artifactChanges: [
                            .init(artifactLocation: artifact, replacements: [.init(deletedRegion: region, insertedContent: .init(text: text))])
                        ])
                }
                return SARIF.Result(
                    ruleId: entry.finding.check, ruleIndex: rank[entry.finding.check] ?? -1, level: entry.finding.level.sarif,
                    message: .init(text: entry.finding.message[language]),
                    locations: [.init(physicalLocation: .init(artifactLocation: artifact, region: region))], fixes: fix.map { [$0] })
            }
        }
        let run = SARIF.Run(tool: .init(driver: .init(name: "matbaa", version: version, rules: rules)), results: results)
        return try Self.written(SARIF(runs: [run]))
    }

    /// A path as the reference of a URI (RFC 3986): what is not allowed there is escaped.
    private static func uri(_ path: String) -> String {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return path.hasPrefix("/") ? "file://" + escaped : escaped
    }
}

extension Finding.Level {
    var sarif: String {
        switch self {
        case .suggestion: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
