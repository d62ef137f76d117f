/// A tag as it stands in broken text: nil unless it reads as one up to its `>`.
struct RepairTag {
    private(set) var name: [UInt8] = []
    private(set) var attributes: [(name: [UInt8], value: [UInt8])] = []
    private(set) var isClosing = false
    private(set) var isEmpty = false
    /// The place behind it.
    private(set) var end = 0

    private static let mostAttributes = 32
    private static let longestValue = 4096

    init?(at start: Int, of source: [UInt8]) {
        var place = start + 1
        if place < source.count, source[place] == UInt8(ascii: "/") {
            isClosing = true
            place += 1
        }
        name = RepairTag.name(&place, source)
        guard !name.isEmpty else { return nil }
        while true {
            place = source.skippingSpace(from: place)
            guard place < source.count else { return nil }
            if source[place] == UInt8(ascii: ">") {
                end = place + 1
                return
            }
            if source[place] == UInt8(ascii: "/") {
                isEmpty = true
                place += 1
                continue
            }
            let attribute = RepairTag.name(&place, source)
            guard !attribute.isEmpty, !isClosing, attributes.count < RepairTag.mostAttributes,
                let value = RepairTag.value(&place, source)
            else { return nil }
            if !attributes.contains(where: { $0.name == attribute }) { attributes.append((attribute, value)) }
        }
    }

    private static func name(_ place: inout Int, _ source: [UInt8]) -> [UInt8] {
        let start = place
        while place < source.count, source[place].isXMLName || source[place] == UInt8(ascii: ":") { place += 1 }
        return Array(source[start..<place])
    }

    private static func value(_ place: inout Int, _ source: [UInt8]) -> [UInt8]? {
        place = source.skippingSpace(from: place)
        guard source.has("=", at: place) else { return [] }
        place = source.skippingSpace(from: place + 1)
        guard place < source.count else { return nil }
        let quote = source[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = source.find(quote, from: place + 1, to: min(place + longestValue, source.count))
        else { return nil }
        defer { place = end + 1 }
        return Array(source[place + 1..<end])
    }
}
