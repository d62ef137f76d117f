/// The attributes that a story reads.
enum AttributeKey: String, CaseIterable {
    case href, src, alt, title, lang, dir, start, colspan, rowspan, width, height, data, value, name, reversed
    case elementClass = "class"
    /// `on…`: a script; its value is its name.
    case handler

    init?(name: some Collection<UInt8>) {
        guard let packed = PackedName(name) else {
            guard name.starts(with: AttributeKey.on) else { return nil }
            self = .handler
            return
        }
        if let key = AttributeKey.byName[packed] {
            self = key
        } else if name.count > 2, name.prefix(2).elementsEqual(AttributeKey.on, by: { $0 | 0x20 == $1 }) {
            self = .handler
        } else {
            return nil
        }
    }

    private static let on = Array("on".utf8)

    private static let byName: [PackedName: AttributeKey] = {
        var keys: [PackedName: AttributeKey] = [:]
        for key in allCases where key != .handler {
            if let name = PackedName(Array(key.rawValue.utf8)) { keys[name] = key }
        }
        return keys
    }()
}
