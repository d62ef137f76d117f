import ArgumentParser
import Basics
import Foundation
import Linguistics

/// Runs the language engine on files, without a newsroom, so that others can measure it: one record a line, in the order of the arguments.
struct LabCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab", abstract: "Run the language engine on files, without a newsroom, for measuring.",
        subcommands: [LabStatementsCommand.self, LabNamesCommand.self, LabCopydeskCommand.self, LabSearchCommand.self])
}

struct LabStatementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements", abstract: "Who says what in each text; places count Unicode scalars from 0.")

    @Argument(help: "Texts in UTF-8.")
    var files: [String]

    func run() throws {
        for file in files {
            let found = Attribution.statements(in: Prose(plain: try LabText.read(file)))
            try LabText.write([
                "file": .text((file as NSString).lastPathComponent),
                "statements": .list(
                    found.map { statement in
                        .object([
                            "source": .spans(statement.source), "cue": .spans(statement.cue), "content": .spans(statement.content),
                            "speaker": .optional(statement.speaker), "role": .optional(statement.role), "kind": .text(statement.kind.rawValue),
                            "sourceClass": .text(statement.sourceClass.rawValue), "context": .optional(statement.context),
                        ])
                    }),
            ])
        }
    }
}

struct LabNamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "How sure it is that two spellings are one name: a score from 0 to 1 for each line a<TAB>b of standard input."
    )

    func run() throws {
        while let line = readLine() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count >= 2 else { throw ValidationError("A line without a tab: \(line.prefix(80))") }
            print(NameMatch.score(String(parts[0]), String(parts[1])))
        }
    }
}

struct LabCopydeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk", abstract: "What a copy editor would mark in each text, without a newsroom's own records.")

    @Argument(help: "Texts in UTF-8.")
    var files: [String]

    func run() throws {
        let copydesk = Copydesk()
        for file in files {
            let prose = Prose(plain: try LabText.read(file))
            let found = copydesk.findings(in: prose, statements: Attribution.statements(in: prose))
            try LabText.write([
                "file": .text((file as NSString).lastPathComponent),
                "findings": .list(
                    found.map { finding in
                        .object([
                            "check": .text(finding.check), "start": .number(finding.range.lowerBound), "end": .number(finding.range.upperBound),
                            "message": .text(finding.message[prose.language]), "suggestion": .optional(finding.suggestion),
                        ])
                    }),
            ])
        }
    }
}

/// Files in and lines of JSON out.
enum LabText {
    enum Value: Encodable {
        case text(String)
        case number(Int)
        case list([Value])
        case object([String: Value])
        case none

        static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .none }

        static func spans(_ ranges: [Range<Int>]) -> Value { .list(ranges.map { .list([.number($0.lowerBound), .number($0.upperBound)]) }) }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .list(let values): try container.encode(values)
            case .object(let values): try container.encode(values)
            case .none: try container.encodeNil()
            }
        }
    }

    /// Refuses what cannot be read, and what is not UTF-8.
    static func read(_ file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("\(file) cannot be read.") }
        guard let text = String(validating: data, as: UTF8.self) else { throw ValidationError("\(file) is not in UTF-8.") }
        return text
    }

    static func write(_ record: [String: Value]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(record), as: UTF8.self))
    }
}
