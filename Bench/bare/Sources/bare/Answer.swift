import Foundation
import HTTPTypes
import NIOCore

/// One page as the harness saved it: its path, and its fields and body in each encoding.
struct Answer: Decodable {
    struct Variant: Decodable {
        let fields: [[String]]
        let body: String
    }

    let path: String
    let identity: Variant
    let gzip: Variant
}

/// The same, ready to be sent.
struct PreparedAnswer: Sendable {
    let headers: HTTPFields
    let body: ByteBuffer

    init(_ variant: Answer.Variant, in folder: String) throws {
        var headers = HTTPFields()
        for field in variant.fields {
            if let name = HTTPField.Name(field[0]) { headers.append(HTTPField(name: name, value: field[1])) }
        }
        self.headers = headers
        body = ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + variant.body)))
    }
}
