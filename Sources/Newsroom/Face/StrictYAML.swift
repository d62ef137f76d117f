package import Basics
import Foundation
import Yams

/// A mapping of YAML read strictly: each value by its key and kind, every key known, every fault named by file, line and key.
package struct StrictYAML {
    private let file: String
    private let firstLine: Int
    private let node: Node.Mapping?
    private let path: String

    /// Parses `text`. `firstLine` is the line of `file` on which it begins. Refuses with `invalid` what is no mapping.
    package init(_ text: String, file: String, firstLine: Int = 1) throws {
        self.file = file
        self.firstLine = firstLine
        path = ""
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Self.syntaxRefusal(error, file: file, firstLine: firstLine)
        }
        switch root {
        case nil: node = nil
        case .mapping(let mapping)?: node = mapping
        case let other?: throw Self.refusal(file, firstLine, other.mark, "", ar: "ينبغي أن يكون «مفتاح: قيمة»", en: "must be keys with values")
        }
    }

    private init(parent: StrictYAML, key: String, node: Node.Mapping) {
        file = parent.file
        firstLine = parent.firstLine
        self.node = node
        path = parent.path + key + "."
    }

    /// Refuses a key that is not among `known`, so that a slip of the pen does not pass for silence.
    package func allow(_ known: [String]) throws {
        for (key, _) in node ?? [:] where !known.contains(key.string ?? "") {
            let list = known.joined(separator: ", ")
            throw refusal(
                key, key.string ?? "?", ar: "مفتاح غير معروف؛ المفاتيح المعروفة: \(list)", en: "is not a known key; known keys are: \(list)")
        }
    }

    package var keys: [String] { node?.keys.compactMap(\.string) ?? [] }

    package func text(_ key: String) throws -> String? {
        guard let value = value(key) else { return nil }
        guard let scalar = value.scalar else { throw refusal(value, key, ar: "ينبغي أن يكون نصًّا", en: "must be text") }
        return scalar.string
    }

    package func flag(_ key: String) throws -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else { throw refusal(value, key, ar: "ينبغي أن يكون true أو false", en: "must be true or false") }
        return flag
    }

    package func number(_ key: String) throws -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.int else { throw refusal(value, key, ar: "ينبغي أن يكون عددًا صحيحًا", en: "must be a whole number") }
        return number
    }

    package func numbers(_ key: String) throws -> [Double]? {
        try list(key)?.map { value in
            guard let number = value.float else { throw refusal(value, key, ar: "ينبغي أن تكون أعدادًا", en: "must be numbers") }
            return number
        }
    }

    package func texts(_ key: String) throws -> [String]? {
        try list(key)?.map { value in
            guard let text = value.scalar?.string else { throw refusal(value, key, ar: "ينبغي أن تكون نصوصًا", en: "must be a list of texts") }
            return text
        }
    }

    package func mapping(_ key: String) throws -> StrictYAML? {
        guard let value = value(key) else { return nil }
        guard let mapping = value.mapping else { throw refusal(value, key, ar: "ينبغي أن يكون «مفتاح: قيمة»", en: "must be keys with values") }
        return StrictYAML(parent: self, key: key, node: mapping)
    }

    /// Texts by language, as in `name: {ar: …, en: …}`.
    package func byLanguage(_ key: String) throws -> [Language: String] {
        guard let mapping = try mapping(key) else { return [:] }
        try mapping.allow(Language.allCases.map(\.rawValue))
        return try Dictionary(
            uniqueKeysWithValues: Language.allCases.compactMap { language in
                try mapping.text(language.rawValue).map { (language, $0) }
            })
    }

    /// A choice among the cases of an enumeration.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) throws -> Choice?
    where Choice.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(key, ar: "«\(text)» ليس من: \(known)", en: "“\(text)” is none of: \(known)")
        }
        return choice
    }

    /// A refusal that names this mapping's key, for checks of meaning.
    package func fault(_ key: String, ar: String, en: String) -> Refusal { refusal(value(key), key, ar: ar, en: en) }

    /// The line of the file on which a key's value begins; nil when the key is not there.
    package func line(of key: String) -> Int? { node?[Node(key)]?.mark.map { $0.line + firstLine - 1 } }

    private func value(_ key: String) -> Node? {
        guard let value = node?[Node(key)] else { return nil }
        return value.null == nil || value.scalar?.style != .plain ? value : nil
    }

    private func list(_ key: String) throws -> [Node]? {
        guard let value = value(key) else { return nil }
        guard let sequence = value.sequence else { throw refusal(value, key, ar: "ينبغي أن تكون قائمة", en: "must be a list") }
        return Array(sequence)
    }

    private func refusal(_ node: Node?, _ key: String, ar: String, en: String) -> Refusal {
        Self.refusal(file, firstLine, node?.mark, path + key, ar: ar, en: en)
    }

    private static func refusal(_ file: String, _ firstLine: Int, _ mark: Mark?, _ key: String, ar: String, en: String) -> Refusal {
        let line = mark.map { $0.line + firstLine - 1 }
        let place = line.map { "\(file):\($0)" } ?? file
        return Refusal(.invalid, ar: "\(place): \(key) \(ar)", en: "\(place): \(key) \(en)", field: key)
    }

    private static func syntaxRefusal(_ error: YamlError, file: String, firstLine: Int) -> Refusal {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            refusal(file, firstLine, mark, "", ar: "ليس YAML سليمًا: \(problem)", en: "is not well-formed YAML: \(problem)")
        default:
            refusal(file, firstLine, nil, "", ar: "ليس YAML سليمًا: \(error)", en: "is not well-formed YAML: \(error)")
        }
    }
}

extension StrictYAML {
    /// Parses a file that is a list of mappings.
    package static func list(_ text: String, file: String) throws -> [StrictYAML] {
        // Under a key of its own the list is a mapping like any other; the lines stay as they are.
        let indented = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
        return try StrictYAML("items:\n" + indented, file: file, firstLine: 0).mappings("items")
    }

    /// A list of mappings.
    package func mappings(_ key: String) throws -> [StrictYAML] {
        try (list(key) ?? []).map { value in
            guard let mapping = value.mapping else { throw refusal(value, key, ar: "ينبغي أن تكون «مفتاح: قيمة»", en: "must be keys with values") }
            return StrictYAML(parent: self, key: key, node: mapping)
        }
    }
}
