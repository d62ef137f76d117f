/// What a password's hash costs to make: Argon2id (RFC 9106) with one lane, the only number of lanes that libsodium has.
package struct PasswordCost: Hashable, Sendable {
    /// Memory, in KiB.
    package let memory: Int
    /// Passes over it.
    package let passes: Int

    /// 19 MiB and two passes (OWASP Password Storage Cheat Sheet; about 22 ms of one processor).
    package static let current = PasswordCost(memory: 19 * 1024, passes: 2)

    /// Beyond this a hash from the database is not computed: a row must not be able to take the machine.
    static let memoryBounds = 8...262_144
    static let passesBounds = 1...16

    package init(memory: Int, passes: Int) {
        self.memory = memory
        self.passes = passes
    }

    var isBounded: Bool { Self.memoryBounds.contains(memory) && Self.passesBounds.contains(passes) }
}
