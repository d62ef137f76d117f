/// A reference such as `&amp;` or `&#1605;` in broken text, with the place behind it.
enum CharacterReference {
    /// One of XML's five names, or a number of a character that XML allows.
    case legal(end: Int)
    case forbidden(end: Int)
    case none

    init(at place: Int, of source: [UInt8]) {
        self = .none
        let names: [StaticString] = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]
        for name in names where source.has(name, at: place) {
            self = .legal(end: place + name.utf8CodeUnitCount)
            return
        }
        guard source.has("&#", at: place), let end = source.find(UInt8(ascii: ";"), from: place, to: min(place + 12, source.count)) else { return }
        let digits = source.text(place + 2..<end)
        let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number else { return }
        self = CharacterReference.allows(number) ? .legal(end: end + 1) : .forbidden(end: end + 1)
    }

    private static func allows(_ number: UInt32) -> Bool {
        switch number {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
