/// The shape of a value of JSON, as OpenAPI 3.1 writes it (JSON Schema 2020-12).
indirect enum APISchema: Sendable {
    case text(format: String? = nil, choices: [String] = [], longest: Int? = nil)
    case number
    case flag
    case list(APISchema)
    case object([Field])
    /// One of the document's own, by its name.
    case named(String)

    struct Field: Sendable {
        let name: String
        let schema: APISchema
        var isRequired = true
        /// What it says, where its name does not.
        var note: String?

        static func field(_ name: String, _ schema: APISchema, _ note: String? = nil) -> Field { Field(name: name, schema: schema, note: note) }
        static func optional(_ name: String, _ schema: APISchema, _ note: String? = nil) -> Field {
            Field(name: name, schema: schema, isRequired: false, note: note)
        }
    }

    static let moment = APISchema.text(format: "date-time")

    var json: JSON { .object(members) }

    fileprivate var members: [(String, JSON?)] {
        switch self {
        case .text(let format, let choices, let longest):
            [
                ("type", .text("string")), ("format", format.map(JSON.text)), ("enum", choices.isEmpty ? nil : .list(choices.map(JSON.text))),
                ("maxLength", longest.map(JSON.number)),
            ]
        case .number: [("type", .text("integer"))]
        case .flag: [("type", .text("boolean"))]
        case .list(let item): [("type", .text("array")), ("items", item.json)]
        case .object(let fields):
            [
                ("type", .text("object")),
                ("required", fields.contains(where: \.isRequired) ? .list(fields.filter(\.isRequired).map { .text($0.name) }) : nil),
                (
                    "properties",
                    .object(
                        fields.map { field in
                            (field.name, .object(field.schema.members + [("description", field.note.map(JSON.text))]))
                        })
                ),
            ]
        case .named(let name): [("$ref", .text("#/components/schemas/\(name)"))]
        }
    }
}
