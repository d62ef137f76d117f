import Basics

/// What the authenticator says and signs (WebAuthn Level 3, 6.1).
struct AuthenticatorData {
    let partyDigest: [UInt8]
    let flags: Flags
    let signCount: UInt32
    /// Only in a registration.
    let attested: Attested?

    struct Flags: OptionSet {
        let rawValue: UInt8

        static let userPresent = Flags(rawValue: 0x01)
        static let userVerified = Flags(rawValue: 0x04)
        static let backupEligible = Flags(rawValue: 0x08)
        static let backedUp = Flags(rawValue: 0x10)
        static let attested = Flags(rawValue: 0x40)
        static let extended = Flags(rawValue: 0x80)
    }

    /// A new credential (6.5.1).
    struct Attested {
        let credential: [UInt8]
        let key: COSEKey
    }

    /// In bytes. The upper bound is the standard's (6.5.1), the lower one what 100 bits of randomness take at least (4, "Credential ID").
    static let credentialSizes = 16...1023
    private static let headSize = 37
    private static let modelSize = 16

    init(_ source: [UInt8]) throws(Refusal) {
        guard source.count >= Self.headSize, source.count <= CBORReader.largest else { throw PasskeyFault.unreadable.refusal }
        partyDigest = Array(source[0..<32])
        flags = Flags(rawValue: source[32])
        signCount = source[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var offset = Self.headSize
        if flags.contains(.attested) {
            let idStart = offset + Self.modelSize + 2
            guard source.count >= idStart else { throw PasskeyFault.unreadable.refusal }
            let size = Int(source[idStart - 2]) << 8 | Int(source[idStart - 1])
            guard Self.credentialSizes.contains(size), source.count >= idStart + size else { throw PasskeyFault.unreadable.refusal }
            var reader = try CBORReader(source, from: idStart + size)
            attested = Attested(credential: Array(source[idStart..<idStart + size]), key: try COSEKey(&reader, in: source))
            offset = reader.offset
        } else {
            attested = nil
        }
        if flags.contains(.extended) {
            var reader = try CBORReader(source, from: offset)
            guard case .map = try reader.value() else { throw PasskeyFault.unreadable.refusal }
            offset = reader.offset
        }
        guard offset == source.count else { throw PasskeyFault.unreadable.refusal }
    }

    /// What both ceremonies ask for (7.1, 7.2): this site, someone there, who was recognised, and flags that agree.
    func check(_ party: PasskeyParty) throws(Refusal) {
        guard partyDigest.isSame(as: Digest(of: party.id).bytes) else { throw PasskeyFault.elsewhere.refusal }
        guard flags.contains(.userPresent) else { throw PasskeyFault.absent.refusal }
        guard flags.contains(.userVerified) else { throw PasskeyFault.unverified.refusal }
        guard flags.contains(.backupEligible) || !flags.contains(.backedUp) else { throw PasskeyFault.unreadable.refusal }
    }
}
