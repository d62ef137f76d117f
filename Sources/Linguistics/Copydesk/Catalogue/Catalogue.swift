import Foundation

/// The checks: what each is called, from `copydesk-checks.json`, and those that are code.
struct Catalogue: Sendable {
    let infos: [CheckInfo]
    let checks: [any Check]
    /// Why the built-in list cannot be read; a test holds that it can.
    let fault: String?
    private let byID: [String: CheckInfo]

    static let builtIn = Catalogue(BuiltInFile.bytes("copydesk-checks.json"), checks: allChecks)

    init(_ json: UnsafeBufferPointer<UInt8>, checks: [any Check]) {
        do {
            let records = try JSONDecoder().decode([CheckRecord].self, from: Data(buffer: json))
            infos = records.enumerated().map { $0.element.info(rank: $0.offset) }
            fault = nil
        } catch {
            infos = []
            fault = String(describing: error)
        }
        self.checks = checks
        byID = Dictionary(infos.map { ($0.id, $0) }) { first, _ in first }
    }

    subscript(id: String) -> CheckInfo? { byID[id] }
}
