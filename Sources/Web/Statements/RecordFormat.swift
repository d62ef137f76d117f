/// How the record is written as data, whole or a speaker's, at once or piece by piece.
package enum RecordFormat: String, CaseIterable, Sendable {
    /// A list of objects.
    case json
    /// RFC 4180, with a line of names first.
    case csv
    /// A page of the W3C's Web Annotation Data Model.
    case annotations

    var type: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .annotations: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""
        }
    }

    /// All of it: `address` is its own.
    func text(_ items: [RecordData], address: String) -> String { opening(address: address) + piece(items, isFirst: true) + closing }

    /// What stands before the first statement.
    func opening(address: String) -> String {
        switch self {
        case .json: return "["
        case .csv: return RecordData.csv([RecordData.columns])
        case .annotations:
            let page = JSON.object([
                ("@context", .text("http://www.w3.org/ns/anno.jsonld")), ("id", .text(address)), ("type", .text("AnnotationPage")),
                ("items", .list([])),
            ])
            return String(page.text.dropLast(closing.count))
        }
    }

    func piece(_ items: [RecordData], isFirst: Bool) -> String {
        guard !items.isEmpty else { return "" }
        let values: [JSON]
        switch self {
        case .csv: return RecordData.csv(items.map(\.row))
        case .json: values = items.map(\.json)
        case .annotations: values = items.map(\.annotation)
        }
        return (isFirst ? "" : ",\n") + values.map(\.text).joined(separator: ",\n")
    }

    var closing: String {
        switch self {
        case .json: "]"
        case .csv: ""
        case .annotations: "]}"
        }
    }
}
