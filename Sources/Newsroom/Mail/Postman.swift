package import Basics
import Foundation

/// Takes letters where they go: to a server, or into a folder when there is none.
package struct Postman: Sendable {
    package enum Route: Hashable, Sendable {
        case server(MailServer)
        case folder(MailFolder)
    }

    package let route: Route
    package let address: EmailAddress
    /// Whom letters are from, in their language.
    package let name: Phrase
    /// The site's host: letters are named after it, and the newsroom names itself by it to servers.
    let host: String
    /// Between 0 and 1: spreads what is tried again.
    let chance: @Sendable () -> Double

    package init(
        _ route: Route, address: EmailAddress, name: Phrase, host: String, chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.route = route
        self.address = address
        self.name = name
        self.host = host
        self.chance = chance
    }

    /// Sends one letter now, the queue aside. Returns the server's last words, or the path of the letter's file. Throws a `MailFailure`.
    package func send(_ letter: Letter, at moment: Instant) async throws -> String {
        try await send(letter, messageID: "<\(Token().text)@\(host)>", date: moment)
    }

    func send(_ letter: Letter, messageID: String, date: Instant) async throws -> String {
        let from = Mailbox(name: name[letter.language], address: address)
        let message = MailMessage(letter: letter, from: from, messageID: messageID, date: date)
        return try await onOwnThread { stop in
            switch route {
            case .server(let server): try SMTPTransfer(message, to: server, host: host, stop: stop).run()
            case .folder(let folder): try folder.keep(message)
            }
        }
    }
}

extension Postman.Route: CustomStringConvertible {
    /// For the operator.
    package var description: String {
        switch self {
        case .server(let server): server.description
        case .folder(let folder): folder.path
        }
    }
}
