/// A value as PHP's `serialize()` writes it, which is how WordPress keeps lists: Polylang's translations, the sizes of a picture.
package indirect enum PHPSerialized: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    /// A list, a dictionary or an object, in its order.
    case entries([Entry])

    package struct Entry: Hashable, Sendable {
        package let key: Key
        package let value: PHPSerialized
    }

    package enum Key: Hashable, Sendable {
        case int(Int64)
        case string(String)
    }

    package static let deepest = 32
    package static let longest = 1 << 20

    /// Nil for what is malformed, deeper than `deepest` or longer than `longest`, and for references and self-serialised classes.
    package init?(_ text: String) {
        guard text.utf8.count <= PHPSerialized.longest else { return nil }
        var parsing = PHPParsing(text)
        guard let value = parsing.value(depth: 0), parsing.isAtEnd else { return nil }
        self = value
    }

    package subscript(key: String) -> PHPSerialized? { value(at: .string(key)) }
    package subscript(key: Int64) -> PHPSerialized? { value(at: .int(key)) }

    private func value(at key: Key) -> PHPSerialized? {
        entries.last { $0.key == key }?.value
    }

    /// The entries; empty for a value that has none.
    package var entries: [Entry] {
        if case .entries(let entries) = self { entries } else { [] }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number, also out of a string of digits, as plugins write either.
    package var int: Int64? {
        switch self {
        case .int(let number): number
        case .string(let text): Int64(text)
        default: nil
        }
    }
}
