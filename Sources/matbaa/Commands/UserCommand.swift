import ArgumentParser
import Basics
import Newsroom
import Storage
import Web

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Look after the accounts of those who work in the newsroom.",
        subcommands: [Add.self, List.self, Role.self, Renew.self])

    static let roles = Reader.Role.allCases.map(\.rawValue).joined(separator: ", ")

    /// The address of a flag or argument. Refuses with `invalid` what is none.
    static func email(_ text: String) throws -> EmailAddress {
        guard let email = EmailAddress(text) else {
            throw Refusal(.invalid, ar: "«\(text)» ليس عنوان بريد.", en: "“\(text)” is no address that mail can be sent to.", field: "address")
        }
        return email
    }

    static func role(_ text: String) throws -> Reader.Role {
        guard let role = Reader.Role(rawValue: text) else {
            throw Refusal(.invalid, ar: "«\(text)» ليس دورًا. الأدوار: \(roles)", en: "“\(text)” is no role; there are \(roles).", field: "role")
        }
        return role
    }

    /// Gives `work` the accounts of the newsroom in the data folder.
    static func open<Value>(_ data: DataOptions, origin: String? = nil, _ work: (Accounts) async throws -> Value) async throws -> Value {
        let settings = try data.settings([.origin: origin])
        let compose = Compose(settings: settings)
        let newsroom = try await compose.newsroom()
        let site = try compose.site(newsroom)
        let value = try await work(site.accounts)
        try await newsroom.database.close()
        return value
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an account, and print the address at which its holder chooses a password within a day.",
            discussion:
                "Staff set up a second step when they first log in."
        )

        @Argument(help: "The holder's e-mail address.")
        var address: String

        @Option(help: "What the account may do: \(UserCommand.roles).")
        var role = Reader.Role.administrator.rawValue

        @Option(help: "How the holder is called.")
        var name = ""

        @Option(help: "The language of mails to the holder: ar or en. Without it, the newsroom's first.")
        var language: String?

        @Option(help: "How readers reach the site, as in https://news.example.org: the printed address is made of it.")
        var origin: String?

        @OptionGroup var data: DataOptions

        mutating func run() async throws {
            let (email, role) = (try UserCommand.email(address), try UserCommand.role(role))
            let called = try ReaderName(name)
            let tongue = try language.map { text in
                guard let language = Language(rawValue: text) else {
                    throw Refusal(.invalid, ar: "اللغات: ar وen.", en: "“\(text)” is no language; there are ar and en.", field: "language")
                }
                return language
            }
            let link = try await UserCommand.open(data, origin: origin) { accounts in
                try await accounts.add(email, name: called, tongue ?? accounts.languages.first ?? .en, role: role)
            }
            print("\(email) is \(role.rawValue). A password is chosen, once and within a day, at\n\(link)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List those who work in the newsroom.")

        @OptionGroup var data: DataOptions

        mutating func run() async throws {
            let staff = try await UserCommand.open(data) { accounts in try await accounts.staff() }
            for (reader, factors) in staff {
                let name = reader.name.isEmpty ? "" : " (\(reader.name))"
                let standing =
                    reader.confirmedAt == nil ? "has not chosen a password yet" : factors.exist ? "has a second step" : "has no second step yet"
                print("\(reader.email)\(name): \(reader.role.rawValue), \(standing)")
            }
            if staff.isEmpty { print("Nobody yet: `matbaa user add ADDRESS` adds the first.") }
        }
    }

    struct Role: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give an account another role; its sessions end.")

        @Argument(help: "The account's e-mail address.")
        var address: String

        @Argument(help: "What it may do from now on: \(UserCommand.roles).")
        var role: String

        @OptionGroup var data: DataOptions

        mutating func run() async throws {
            let (email, role) = (try UserCommand.email(address), try UserCommand.role(role))
            try await UserCommand.open(data) { try await $0.setRole(role, of: email) }
            print("\(email) is \(role.rawValue) from now on.")
        }
    }

    struct Renew: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open an account anew for a holder who has lost password, phone and recovery codes.",
            discussion: "Make sure who asks. Sessions end, second steps are removed, and a new password is chosen at the address that is printed.")

        @Argument(help: "The account's e-mail address.")
        var address: String

        @Option(help: "How readers reach the site, as in https://news.example.org: the printed address is made of it.")
        var origin: String?

        @OptionGroup var data: DataOptions

        mutating func run() async throws {
            let email = try UserCommand.email(address)
            let link = try await UserCommand.open(data, origin: origin) { try await $0.renew(email) }
            print("A new password for \(email) is chosen, once and within a day, at\n\(link)")
        }
    }
}
