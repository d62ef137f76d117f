/// A custom field: what themes and plugins keep with an item or a term. Values are often PHP's own (`PHPSerialized`).
package struct WordPressMeta: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    init(_ element: XMLElement) {
        var (key, value) = ("", "")
        for child in element.children where child.space == .wordpress {
            if child.name == "meta_key" { key = child.word } else if child.name == "meta_value" { value = child.text }
        }
        self.init(key: key, value: value)
    }
}
