import Basics
import Foundation

/// How a picture was made, as it says in its manifest of content credentials (C2PA 2.1). The manifest stays in the original as it came. Its signature is
/// not checked: what stands here is a claim, and is shown as one.
package struct ContentCredentials: Hashable, Sendable, Codable {
    /// The program that made the claim.
    package let generator: String
    package let title: String
    /// What was done, as in `c2pa.created`, in order.
    package let actions: [String]
    /// What kind of source it was made from (IPTC's digital source types), by the last part of its address, as in `trainedAlgorithmicMedia`.
    package let sources: [String]
}

extension ContentCredentials {
    private static let longest = 200

    /// As the library keeps it.
    var text: String? { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } }

    init?(text: String) {
        guard let kept = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = kept
    }

    /// What the file at `path` claims; nil when it has no manifest that can be read.
    init?(of path: String, _ type: MediaType) {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped),
            let store = data.withUnsafeBytes({ JUMBF.store(in: $0, type) })
        else { return nil }
        self.init(store: store)
    }

    /// The newest manifest of a store is the last one: it speaks of the picture as it is.
    init?(store: JUMBF) {
        guard store.label == "c2pa", let manifest = store.boxes.last,
            let claim = manifest.boxes.first(where: { $0.label == "c2pa.claim.v2" || $0.label == "c2pa.claim" })?.cbor
        else { return nil }
        let actions =
            manifest.boxes.first { $0.label == "c2pa.assertions" }?.boxes
            .filter { $0.label == "c2pa.actions" || $0.label == "c2pa.actions.v2" }.compactMap(\.cbor?["actions"]?.items).flatMap(\.self) ?? []
        let information = claim["claim_generator_info"]?.items?.first ?? claim["claim_generator_info"]
        let program = [information?["name"]?.text, information?["version"]?.text].compactMap(\.self).joined(separator: " ")
        generator = Self.line(program.isEmpty ? claim["claim_generator"]?.text : program)
        title = Self.line(claim["dc:title"]?.text)
        self.actions = actions.prefix(20).map { Self.line($0["action"]?.text) }.filter { !$0.isEmpty }
        let sources = actions.compactMap { $0["digitalSourceType"]?.text?.split(separator: "/").last.map(String.init) }
        var seen: Set<String> = []
        self.sources = sources.filter { seen.insert($0).inserted }.prefix(5).map(Self.line)
    }

    private static func line(_ text: String?) -> String { String(TypedText.line(text ?? "").prefix(longest)) }
}

extension CBOR {
    fileprivate var items: [CBOR]? { if case .array(let items) = self { items } else { nil } }
}
