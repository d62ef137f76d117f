import Basics
import HTTPTypes
import Newsroom

/// What the API says of itself: OpenAPI 3.1, made from the operations that there are.
struct OpenAPIDocument: Sendable {
    let site: Site
    let operations: [APIOperation]

    var json: JSON {
        let paths = operations.map(\.path).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return .object([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .object([
                    ("title", .text("\(site.newsroom.face.name(in: .en)): the newsroom’s API")), ("version", .text("1")),
                    (
                        "description",
                        .text(
                            "What the desk does, for programs. A token is made on the desk, has scopes and an end, and does what its owner may do at "
                                + "that moment. Times are RFC 3339; texts of stories are the canonical HTML of the story model, or Markdown.")
                    ),
                ])
            ),
            ("servers", .list([.object([("url", .text(site.origin + APIOperation.root))])])),
            ("security", .list([.object([("token", .list([]))])])),
            (
                "paths",
                .object(
                    paths.map { path in
                        (path, .object(operations.filter { $0.path == path }.map { ($0.method.rawValue.lowercased(), $0.json) }))
                    })
            ),
            (
                "components",
                .object([
                    ("schemas", .object(APISchemas.all.map { ($0.0, $0.1.json) })),
                    (
                        "securitySchemes",
                        .object([
                            (
                                "token",
                                .object([
                                    ("type", .text("http")), ("scheme", .text("bearer")),
                                    ("description", .text("`\(APITokens.prefix)…`, made on the desk under Keys.")),
                                ])
                            )
                        ])
                    ),
                ])
            ),
        ])
    }
}

extension APIOperation {
    fileprivate var json: JSON {
        let parameters = parameters.map { parameter in
            JSON.object([
                ("name", .text(parameter.name)), ("in", .text(parameter.isInPath ? "path" : "query")), ("required", .flag(parameter.isInPath)),
                ("description", .text(parameter.note)), ("schema", parameter.schema.json),
            ])
        }
        let content: JSON? = body.map { body in
            switch body {
            case .json(let schema): .object([("application/json", .object([("schema", schema.json)]))])
            case .file: .object([("application/octet-stream", .object([("schema", JSON.object([]))]))])
            }
        }
        let problem = JSON.object([
            ("description", .text("What was wrong, in words.")),
            ("content", .object([("application/problem+json", .object([("schema", APISchema.named("Problem").json)]))])),
        ])
        let taken = JSON.object([
            ("description", .text(status == .noContent ? "It was done." : "The answer.")),
            ("content", answer.map { .object([("application/json", .object([("schema", $0.json)]))]) }),
        ])
        return .object([
            ("operationId", .text(name)), ("summary", .text(summary)), ("description", .text("Scope `\(scope.rawValue)`. \(duty.words.en).")),
            ("parameters", parameters.isEmpty ? nil : .list(parameters)),
            ("requestBody", content.map { .object([("required", .flag(true)), ("content", $0)]) }),
            ("responses", .object([("\(status.code)", taken), ("409", name == "saveStory" ? stale : nil), ("default", problem)])),
        ])
    }

    /// A save on top of a text that is not the newest any more gives that one.
    private var stale: JSON {
        .object([
            ("description", .text("Somebody else has saved the story meanwhile, and nothing was changed: what stands there.")),
            ("content", .object([("application/json", .object([("schema", APISchema.named("Story").json)]))])),
        ])
    }
}
