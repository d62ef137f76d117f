/// Brings letters of Latin, Cyrillic and Greek to the 26 plain ones.
enum LatinLetters {
    /// Appends the plain letters of a scalar; false when it is no letter that it knows.
    static func append(_ scalar: Unicode.Scalar, to letters: inout [UInt8]) -> Bool {
        switch scalar.value {
        case 0x61...0x7A:
            letters.append(UInt8(scalar.value))
        case 0x41...0x5A:
            letters.append(UInt8(scalar.value) | 0x20)
        case 0xC0...0x4FF, 0x1E00...0x1EFF:
            guard let plain = table[scalar.value] else { return false }
            letters += plain
        default:
            return false
        }
        return true
    }

    private static let table: [UInt32: [UInt8]] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặǎ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("i", "ìíîïĩīĭįıịỉǐ"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợǒ"),
            ("u", "ùúûüũūŭůűųưụủứừửữựǔ"), ("y", "ýÿŷỳỵỷỹ"), ("ss", "çß"), ("c", "ćċĉ"), ("ch", "č"), ("d", "ďđḍ"), ("dh", "ḏð"), ("g", "ğĝģ"),
            ("gh", "ġḡ"),
            ("j", "ǧĵ"), ("h", "ḥħĥ"), ("kh", "ḫẖ"), ("k", "ķḳ"), ("l", "łľļĺḷ"), ("n", "ñńņňṇ"), ("r", "řŕŗṛ"), ("s", "ṣś"), ("sh", "šşșŝ"),
            ("t", "ťţțṭ"), ("th", "ṯþ"), ("w", "ŵ"), ("z", "źżẓ"), ("zh", "ž"), ("ae", "æ"), ("oe", "œ"),
            ("a", "аαά"), ("b", "б"), ("v", "вβ"), ("g", "гґγ"), ("d", "дδ"), ("e", "еёэєεέ"), ("zh", "ж"), ("z", "зζ"), ("i", "иіїιίηήϊ"),
            ("y", "йыύυ"),
            ("k", "кκ"), ("l", "лλ"), ("m", "мμ"), ("n", "нν"), ("o", "оοόωώ"), ("p", "пπ"), ("r", "рρ"), ("s", "сσς"), ("t", "тτ"), ("u", "уў"),
            ("f", "фφ"), ("kh", "хχ"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("sch", "щ"), ("yu", "ю"), ("ya", "я"), ("th", "θ"), ("x", "ξ"),
            ("ps", "ψ"),
            ("", "ьъ"),
        ]
        var table: [UInt32: [UInt8]] = [:]
        for (plain, letters) in groups {
            for scalar in letters.unicodeScalars {
                table[scalar.value] = Array(plain.utf8)
                for upper in scalar.properties.uppercaseMapping.unicodeScalars { table[upper.value] = Array(plain.utf8) }
            }
        }
        return table
    }()
}
