import Testing

@testable import Basics

@Suite("Sealed boxes")
struct SealedBoxTests {
    private let seed = Array("12345678901234567890".utf8)

    private func box(_ first: UInt8 = 0) throws -> SealedBox { SealedBox(try #require(SecretKeys(secret: [first] + [UInt8](1..<32)))) }

    @Test("what was sealed opens for its owner, and no two boxes are alike")
    func opens() throws {
        let box = try box()
        let sealed = try box.seal(seed, owner: "totp of reader 12")
        #expect(box.open(sealed, owner: "totp of reader 12") == seed)
        #expect(try box.seal(seed, owner: "totp of reader 12") != sealed)
        #expect(sealed.count == 1 + 24 + 20 + 16)
        #expect(box.open(try box.seal([], owner: ""), owner: "") == [])
    }

    @Test("it opens for nobody else, with no other key, and not when any bit of it was changed")
    func tampered() throws {
        let box = try box()
        let sealed = try box.seal(seed, owner: "totp of reader 12")
        #expect(box.open(sealed, owner: "totp of reader 1") == nil && box.open(sealed, owner: "") == nil)
        #expect(try self.box(9).open(sealed, owner: "totp of reader 12") == nil)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << bit
                #expect(box.open(changed, owner: "totp of reader 12") == nil)
            }
        }
        for length in 0..<sealed.count { #expect(box.open(Array(sealed.prefix(length)), owner: "totp of reader 12") == nil) }
        #expect(box.open(sealed + [0], owner: "totp of reader 12") == nil)
    }

    @Test("nothing large is sealed or opened")
    func large() throws {
        let box = try box()
        let most = [UInt8](repeating: 1, count: SealedBox.largest)
        #expect(box.open(try box.seal(most, owner: "x"), owner: "x") == most)
        #expect(throws: Refusal.self) { try box.seal([UInt8](repeating: 1, count: SealedBox.largest + 1), owner: "x") }
        #expect(box.open([1] + [UInt8](repeating: 1, count: 10_000_000), owner: "x") == nil)
    }

    @Test("HMAC-SHA-256 answers RFC 4231's cases")
    func hmac() {
        #expect(
            Digest(trusted: KeyedDigest.of("Hi There", key: [UInt8](repeating: 0x0B, count: 20))).hex
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            Digest(trusted: KeyedDigest.of("what do ya want for nothing?", key: Array("Jefe".utf8))).hex
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect([1, 2].isSame(as: [1, 2]) && ![1, 2].isSame(as: [1, 3]) && ![1, 2].isSame(as: [1]) && [UInt8]().isSame(as: []))
    }
}
