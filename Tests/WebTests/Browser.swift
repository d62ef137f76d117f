import Basics
import Foundation
import HTTPTypes
import NIOCore
import Newsroom
import Storage
import TestSupport

@testable import Web

/// A reader at a browser without scripts: keeps cookies, posts forms as a browser does, follows to where it is led.
actor Browser {
    private let client: SiteClient
    private(set) var jar: [String: String] = [:]

    init(_ client: SiteClient) { self.client = client }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> SiteClient.Answer {
        try await send(path, .get, headers)
    }

    /// Posts a form from a page of the site itself.
    @discardableResult
    func post(_ path: String, _ fields: [String: String], headers: HTTPFields = [.secFetchSite: "same-origin"]) async throws -> SiteClient.Answer {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map { "\(URLComponent.encode($0.key))=\(URLComponent.encode($0.value))" }.joined(separator: "&")
        return try await send(path, .post, headers, body)
    }

    /// What a page's script sends.
    func put(_ path: String, _ fields: [String: String]) async throws -> SiteClient.Answer {
        let body = fields.map { "\(URLComponent.encode($0.key))=\(URLComponent.encode($0.value))" }.joined(separator: "&")
        return try await send(path, .put, [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded;charset=UTF-8"], body)
    }

    func forget(_ cookie: String) { jar[cookie] = nil }

    func hold(_ cookie: String, _ value: String) { jar[cookie] = value }

    func send(_ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: String = "") async throws -> SiteClient.Answer {
        try await send(path, method, headers, bytes: Array(body.utf8))
    }

    func send(_ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, bytes: [UInt8]) async throws -> SiteClient.Answer {
        var headers = headers
        if !jar.isEmpty { headers[.cookie] = jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(bytes: bytes))
        for field in answer.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            jar[pair[0]] = field.contains("Max-Age=0") ? nil : pair[1]
        }
        return answer
    }
}

extension WebNewsroom {
    struct Received: Sendable {
        let kind: String
        let recipient: String
        let subject: String
        let plain: String

        /// The path of the link in it.
        var link: String? {
            plain.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("https://news.example/") && $0.contains("/link/") }
                .map { String($0.dropFirst("https://news.example".count)) }
        }
    }

    /// Does what was asked for, as the running server does each second; gives the letters posted so far, oldest first.
    func letters() async throws -> [Received] {
        try await site.accounts.fulfil()
        return try await newsroom.database.letters().map {
            Received(kind: $0.kind, recipient: $0.to.text, subject: $0.subject, plain: $0.plain)
        }
    }

    static let password = "seven grey herons wait"

    /// A browser in which a new reader is logged in.
    func reader(_ client: SiteClient, _ email: String = "layla@mail.example") async throws -> Browser {
        let browser = Browser(client)
        try await browser.post("/en/sign-up", ["email": email, "name": "Layla"])
        guard let link = try await letters().last(where: { $0.recipient == email })?.link else { throw NoLetter() }
        _ = try await browser.get(link)
        try await browser.post("/en/choose-password", ["password": Self.password])
        return browser
    }

    struct NoLetter: Error {}
}
