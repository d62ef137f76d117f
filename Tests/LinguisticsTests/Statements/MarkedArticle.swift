import Foundation

/// An article of the gold set: its text without marks, and who said what in it. The form is told in docs/language/arabic-statements-guidelines.md.
struct MarkedArticle {
    struct Statement {
        var source: [Range<Int>] = []
        var cue: [Range<Int>] = []
        var content: [Range<Int>] = []
        var context: [Range<Int>] = []
        /// The values that are all right, the best first; nil is none.
        var kind: [String] = []
        var sourceClass: [String] = []
        var speaker: [String?] = []
        var role: [String?] = []
    }

    struct Slip: Error, Equatable { var what: String }

    let name: String
    private(set) var text = ""
    private(set) var statements: [Int: Statement] = [:]

    /// The articles of a language, by name.
    static func all(_ language: String) throws -> [MarkedArticle] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Gold/\(language)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { try MarkedArticle(name: $0.lastPathComponent, marked: String(contentsOf: $0, encoding: .utf8)) }
    }

    init(name: String, marked: String) throws {
        self.name = name
        guard let line = marked.range(of: "\n---\n") else { throw Slip(what: "\(name): no line under the text") }
        try unmark(Array(String(marked[..<line.lowerBound]).unicodeScalars) + ["\n"])
        try describe(marked[line.upperBound...].split(separator: "\n"))
    }

    private mutating func unmark(_ marked: [Unicode.Scalar]) throws {
        var scalars = String.UnicodeScalarView()
        var length = 0
        var open: [(part: WritableKeyPath<Statement, [Range<Int>]>, numbers: [Int], start: Int)] = []
        var place = 0
        while place < marked.count {
            switch marked[place] {
            case "{":
                guard let end = marked[place...].firstIndex(of: " "), end > place + 2, let part = Self.part(marked[place + 1]) else {
                    throw Slip(what: "\(name): not a mark at \(length)")
                }
                var digits = String.UnicodeScalarView()
                digits.append(contentsOf: marked[(place + 2)..<end])
                open.append((part, String(digits).split(separator: ",").compactMap { Int($0) }, length))
                place = end
            case "}":
                guard let mark = open.popLast() else { throw Slip(what: "\(name): nothing to close at \(length)") }
                for number in mark.numbers { statements[number, default: Statement()][keyPath: mark.part].append(mark.start..<length) }
            case let scalar:
                scalars.append(scalar)
                length += 1
            }
            place += 1
        }
        guard open.isEmpty else { throw Slip(what: "\(name): never closed at \(open[0].start)") }
        text = String(scalars)
    }

    private static func part(_ letter: Unicode.Scalar) -> WritableKeyPath<Statement, [Range<Int>]>? {
        switch letter {
        case "s": \.source
        case "c": \.cue
        case "t": \.content
        case "x": \.context
        default: nil
        }
    }

    private mutating func describe(_ lines: [Substring]) throws {
        var roles: [String: [String?]] = [:]
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 3)
            guard words.count == 4, let number = Int(words[0]), var statement = statements[number], statement.kind.isEmpty else {
                throw Slip(what: "\(name): not a description: \(line)")
            }
            let fields = words[3].split(separator: "|", maxSplits: 1)
            statement.kind = words[1].split(separator: "/").map(String.init)
            statement.sourceClass = words[2].split(separator: "/").map(String.init)
            statement.speaker = Self.values(fields[0])
            if let speaker = statement.speaker[0] {
                if fields.count == 2, roles[speaker] == nil { roles[speaker] = Self.values(fields[1]) }
                statement.role = fields.count == 2 ? Self.values(fields[1]) : roles[speaker] ?? [nil]
            } else {
                statement.role = [nil]
            }
            statements[number] = statement
        }
        for (number, statement) in statements where statement.kind.isEmpty { throw Slip(what: "\(name): statement \(number) is not described") }
    }

    private static func values(_ field: Substring) -> [String?] {
        field.components(separatedBy: " / ").map { $0.trimmingCharacters(in: .whitespaces) }.map { $0 == "-" ? nil : $0 }
    }
}
