import Basics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The fields of a form as a browser posts it (`application/x-www-form-urlencoded`). Each stands there once.
struct FormBody: Sendable {
    private let fields: [String: String]

    static let mostBytes = 64 << 10
    static let mostFields = 100

    /// Reads the body. Refuses with `invalid` what is no form, is too big, or names a field twice.
    init(_ request: Request, mostBytes: Int = Self.mostBytes) async throws {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
        guard type == "application/x-www-form-urlencoded" else { throw Self.refusal }
        var body = ByteBuffer()
        for try await part in request.body {
            guard body.readableBytes + part.readableBytes <= mostBytes else { throw Self.refusal }
            body.writeImmutableBuffer(part)
        }
        try self.init(text: String(buffer: body))
    }

    /// For a form that is a button alone. Refuses what is no form, as for every other.
    static func empty(_ request: Request) async throws { _ = try await FormBody(request) }

    init(text: String) throws {
        var fields: [String: String] = [:]
        let pairs = text.split(separator: "&")
        guard pairs.count <= Self.mostFields else { throw Self.refusal }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count == 2 ? parts[1] : ""),
                fields.updateValue(value, forKey: name) == nil
            else { throw Self.refusal }
        }
        self.fields = fields
    }

    /// The field as it was typed; empty when it is not there.
    subscript(name: String) -> String { fields[name] ?? "" }

    /// A whole number in its one form: `1a`, `01` and `+1` are none. Throws `Missing` for any other.
    func number(_ name: String) throws -> Int64 {
        guard let number = Int64(self[name]), String(number) == self[name] else { throw Missing() }
        return number
    }

    /// The lines of a field for more than one, without spaces before them and without empty ones.
    func lines(_ name: String) -> [String] {
        self[name].split(whereSeparator: \.isNewline).map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }

    func has(_ name: String) -> Bool { fields[name] != nil }

    fileprivate static func decoded(_ text: Substring) -> String? {
        let value = text.replacing("+", with: " ").removingPercentEncoding
        return value.flatMap { $0.utf8.contains(0) ? nil : $0.replacing("\r\n", with: "\n") }
    }

    /// For a form that came whole, but asks for nothing that there is.
    static let unknown = Refusal(.invalid, ar: "لم يُطلب شيء معروف.", en: "Nothing that is known was asked for.")

    private static let refusal = Refusal(
        .invalid, ar: "وصل النموذج ناقصًا أو مكسورًا. ارجع وأرسله من جديد.", en: "The form came broken or too big. Go back and send it again.")
}

extension Request {
    /// A field of the query as a form that is sent by GET writes it, where a space is a plus; nil when it is not there, or cannot be read.
    func query(_ name: String) -> String? {
        for pair in (uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if FormBody.decoded(parts[0]) == name { return FormBody.decoded(parts.count == 2 ? parts[1] : "") }
        }
        return nil
    }

    /// Which page of a list is asked for: the first when none is named, nil for what is no number of a page.
    var pageNumber: Int? {
        let text = query("page") ?? ""
        guard let number = text.isEmpty ? 1 : Int(text), (1...10_000).contains(number) else { return nil }
        return number
    }
}
