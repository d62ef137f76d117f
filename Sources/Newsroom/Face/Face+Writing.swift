import Basics
import Foundation
import Yams

extension Face {
    /// Writes this face as the `newsroom.yaml` of a folder that has none. False, and nothing is changed, when there is one.
    ///
    /// Refuses with `unavailable` when the folder cannot be written to.
    package func writeFirst(to folder: String) throws -> Bool {
        let file = folder + "/" + Face.fileName
        guard !FileManager.default.fileExists(atPath: file) else { return false }
        let temporary = file + ".new"
        guard FileManager.default.createFile(atPath: temporary, contents: Data(try yaml.utf8)) else {
            throw Refusal(.unavailable, ar: "تعذّرت كتابة \(file)", en: "\(file) cannot be written: check that its folder exists and may be written.")
        }
        defer { unlink(temporary) }
        // Unlike `rename`, `link` never takes the place of a file that somebody wrote meanwhile.
        guard link(temporary, file) == 0 else {
            if errno == EEXIST { return false }
            throw Refusal(.unavailable, ar: "تعذّرت كتابة \(file)", en: "\(file) cannot be written: \(String(cString: strerror(errno))).")
        }
        return true
    }

    private var yaml: String {
        get throws {
            var pairs: [(Node, Node)] = []
            if !names.isEmpty { pairs.append((Node("name"), Self.node(names))) }
            if !taglines.isEmpty { pairs.append((Node("tagline"), Self.node(taglines))) }
            pairs.append((Node("languages"), .sequence(Node.Sequence(languages.map { Node($0.rawValue) }, .implicit, .flow))))
            pairs.append((Node("timezone"), Node(timeZone.identifier)))
            return """
                # The newsroom's face. Besides these keys it may set digits, accent, accent-dark, logo, sections, voters, publishing and policy.
                \(try Yams.serialize(node: Node(pairs), width: -1, allowUnicode: true))
                """
        }
    }

    /// In quotes, whatever the text is: no name then reads as a number, a date or YAML of its own.
    private static func node(_ texts: [Language: String]) -> Node {
        Node(
            Language.allCases.compactMap { language in
                texts[language].map { (Node(language.rawValue), .scalar(Node.Scalar($0, .implicit, .doubleQuoted))) }
            })
    }
}
