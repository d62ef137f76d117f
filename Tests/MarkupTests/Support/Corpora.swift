import Foundation

/// Texts kept beside the repository, too large or too hostile to live in it.
enum Corpora {
    static let attacks: [String: [String]] = read("xss/inputs.json") ?? [:]
    static let commonMark: [CommonMarkExample] = read("markdown/commonmark-0.31.2.json") ?? []

    struct CommonMarkExample: Decodable, Sendable {
        let markdown: String
        let html: String
        let section: String
        let example: Int
    }

    /// Every post of the WordPress exports.
    static let posts: [String] = {
        let names = ["data/wordpress/64-block-test-data.xml", "data/wordpress/themeunittestdata.wordpress.xml", "seed/arraed.wxr.xml"]
        return names.flatMap { name -> [String] in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
                print("skipped: \(name) is not beside the repository")
                return []
            }
            return text.components(separatedBy: "<content:encoded><![CDATA[").dropFirst().compactMap {
                $0.components(separatedBy: "]]></content:encoded>").first
            }
        }
    }()

    private static let folder = URL(filePath: #filePath).appending(path: "../../../../../shared").standardized

    private static func read<Value: Decodable>(_ path: String) -> Value? {
        guard let data = try? Data(contentsOf: folder.appending(path: "data/" + path)) else {
            print("skipped: \(path) is not beside the repository")
            return nil
        }
        return try? JSONDecoder().decode(Value.self, from: data)
    }
}
