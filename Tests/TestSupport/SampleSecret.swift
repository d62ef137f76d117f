package import Basics
package import Newsroom
package import Storage

extension SecretKeys {
    /// The keys of a newsroom in tests.
    package static let sample = SecretKeys(secret: [UInt8](repeating: 7, count: size)) ?? .none

    private static var none: SecretKeys { preconditionFailure("A secret of the right size was refused.") }
}

extension SealedBox {
    package static let sample = SealedBox(.sample)
}

extension Database {
    /// The letters that wait, opened, oldest first: the one way for tests to read them.
    package func letters(_ box: SealedBox = .sample) async throws -> [Letter] { try await read { try Mail.waiting($0, box) } }
}
