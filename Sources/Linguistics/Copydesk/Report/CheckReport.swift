package import Basics

/// What the copydesk found in files, as an operator, a program or a code host reads it.
package struct CheckReport: Sendable {
    package struct Entry: Sendable {
        package let finding: Finding
        /// Of the first letter and behind the last, from 1; columns count Unicode scalars.
        package let line: Int, column: Int, endLine: Int, endColumn: Int
        /// The words it is about, as read.
        package let said: String
    }

    package struct File: Sendable {
        package let path: String
        package let language: Language
        package let entries: [Entry]

        /// `source` is the file as it is stored, when the prose was read from HTML or Markdown; nil when it is the text itself.
        package init(path: String, prose: Prose, source: String? = nil, findings: [Finding]) {
            (self.path, language) = (path, prose.language)
            let scalars = source.map { Array($0.unicodeScalars) } ?? prose.scalars
            let lines = SourceLines(scalars)
            let alignment = source == nil ? nil : SourceAlignment(prose.scalars, in: scalars)
            entries = findings.map { finding in
                let range = alignment?.range(finding.range) ?? finding.range
                let (start, end) = (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
                return Entry(
                    finding: finding, line: start.line, column: start.column, endLine: end.line, endColumn: end.column,
                    said: prose.text(finding.range.clamped(to: 0..<prose.scalars.count)))
            }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        }
    }

    package let files: [File]

    package init(_ files: [File]) { self.files = files }

    package func count(from level: Finding.Level) -> Int { files.reduce(0) { $0 + $1.entries.count { $0.finding.level >= level } } }

    /// A line for each finding, as compilers write them, and one for all.
    package func text(_ language: Language) -> String {
        var lines: [String] = []
        for file in files {
            for entry in file.entries {
                let more = entry.finding.also.isEmpty ? "" : Self.more(entry.finding.also.count)[language]
                lines.append(
                    "\(file.path):\(entry.line):\(entry.column): \(entry.finding.level.name[language]): \(entry.finding.message[language])\(more) [\(entry.finding.check)]"
                )
            }
        }
        lines.append(summary[language])
        return lines.joined(separator: "\n")
    }

    private static func more(_ count: Int) -> Phrase { Phrase(ar: " (ومواضع أخرى: \(count))", en: " (and in \(count) more places)") }

    private var summary: Phrase {
        let counts = Finding.Level.allCases.reversed().map { level in (level, files.reduce(0) { $0 + $1.entries.count { $0.finding.level == level } })
        }
        return Phrase(
            ar: counts.map { "\($0.0.plural.ar): \($0.1)" }.joined(separator: "، "),
            en: counts.map { "\($0.0.plural.en): \($0.1)" }.joined(separator: ", "))
    }
}

extension Finding.Level {
    package var name: Phrase {
        switch self {
        case .suggestion: Phrase(ar: "اقتراح", en: "suggestion")
        case .warning: Phrase(ar: "تنبيه", en: "warning")
        case .error: Phrase(ar: "خطأ", en: "error")
        }
    }

    var plural: Phrase {
        switch self {
        case .suggestion: Phrase(ar: "الاقتراحات", en: "suggestions")
        case .warning: Phrase(ar: "التنبيهات", en: "warnings")
        case .error: Phrase(ar: "الأخطاء", en: "errors")
        }
    }
}
