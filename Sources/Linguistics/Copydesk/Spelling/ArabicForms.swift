/// Other ways to write an Arabic word that people mistake it for, the likeliest first.
enum ArabicForms {
    /// What kind of slip parts the word from what was meant.
    enum Slip: Int, Comparable, Sendable {
        /// The hamza of an alef left out or put in: ان, إستقبال.
        case hamza
        /// ه for ة and ى for ي at the end: الجفره, فى.
        case ending
        /// ض and ظ, a hamza on another seat, an alef too much: slips that no name is likely to hide.
        case seat
        /// Letters that sound or look alike or changed places: as likely a foreign name as a slip.
        case sound
        static func < (a: Slip, b: Slip) -> Bool { a.rawValue < b.rawValue }
    }

    struct Form: Sendable {
        let word: String
        let slip: Slip
    }

    /// Longer ones are no words.
    static let longest = 24

    /// Every form one slip away, and those with a hamza and an ending amiss. A word of 24 letters has some 150.
    static func forms(of word: String) -> [Form] {
        let letters = Array(word.unicodeScalars)
        guard letters.count > 1, letters.count <= longest else { return [] }
        let hamza = hamzaForms(letters)
        let endings = endingForms(letters)
        var forms = hamza.map { Form(word: $0.string, slip: .hamza) } + endings.map { Form(word: $0.string, slip: .ending) }
        for ending in endings { forms += hamzaForms(ending).map { Form(word: $0.string, slip: .ending) } }
        forms += seatForms(letters).map { Form(word: $0.string, slip: .seat) }
        forms += soundForms(letters).map { Form(word: $0.string, slip: .sound) }
        return forms
    }

    /// Every way to write an alef among its first letters, each with every way to write its ending. More than `forms` has, which says what was meant: by these one asks
    /// whether a word may be one at all.
    static func spellings(of word: String) -> [String] {
        let letters = Array(word.unicodeScalars)
        guard letters.count > 2, letters.count <= longest else { return [] }
        var forms = [letters]
        for index in letters.indices.prefix(4) where letters[index] == "ا" || alefs.contains(letters[index]) {
            for alef in alefs + ["ا"] where alef != letters[index] {
                var form = letters
                form[index] = alef
                forms.append(form)
            }
        }
        return (forms.dropFirst() + forms.flatMap(endingForms)).map(\.string)
    }

    /// An alef that lost its hamza, and إ at the beginning of a word that has none: استقبال.
    static func hamzaForms(_ letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        guard letters.count > 2 else { return [] }
        var forms: [[Unicode.Scalar]] = []
        let article = letters.starts(with: Array("وال".unicodeScalars)) ? 1 : letters.starts(with: Array("ال".unicodeScalars)) ? 0 : -1
        for index in letters.indices {
            // The alef of the article carries none; a last one is an ending.
            guard letters[index] == "ا", index != article, index < letters.count - 1, index == 0 || letters.count > 4 else { continue }
            for alef in index < 4 ? Self.alefs : Self.alefs.filter({ $0 != "إ" }) {
                var form = letters
                form[index] = alef
                forms.append(form)
            }
        }
        if let first = letters.firstIndex(of: "إ"), first < 3, letters.count > first + 4 {
            var form = letters
            form[first] = "ا"
            forms.append(form)
        }
        return forms
    }

    private static let alefs: [Unicode.Scalar] = ["أ", "إ", "آ"]

    private static func endingForms(_ letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        guard let last = letters.last else { return [] }
        let others: [Unicode.Scalar] =
            switch last {
            case "ه": ["ة"]
            case "ى": ["ي"]
            default: []
            }
        return others.map { letters.dropLast() + [$0] }
    }

    private static let seats: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ض": ["ظ"], "ظ": ["ض"], "ؤ": ["ئ", "ء"], "ئ": ["ؤ", "ء"], "ء": ["ئ", "ؤ", "أ"], "أ": ["ؤ", "ئ", "ء"],
    ]

    private static func seatForms(_ letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var forms: [[Unicode.Scalar]] = []
        for index in letters.indices {
            // بدأوا and جاءوا beside بدؤوا and جاؤوا: both are written.
            if "أء".unicodeScalars.contains(letters[index]), index + 1 < letters.count, letters[index + 1] == "و" || letters[index + 1] == "ي" {
                continue
            }
            // The first letter's hamza is the other slip.
            if index > 0 || !"أء".unicodeScalars.contains(letters[index]) {
                for other in seats[letters[index]] ?? [] {
                    var form = letters
                    form[index] = other
                    forms.append(form)
                }
            }
            guard index > 0, letters.count > 3, "اأإآ".unicodeScalars.contains(letters[index]) else { continue }
            // Two alefs, as in فإاذا; هاذا; and ابتداءا, whose tanwin needs none.
            let before = letters[index - 1]
            if "اأإآ".unicodeScalars.contains(before) || (before == "ء" && index == letters.count - 1) || (before == "ه" && index == 1) {
                var form = letters
                form.remove(at: index)
                forms.append(form)
                if "اأإآ".unicodeScalars.contains(before) {
                    form = letters
                    form.remove(at: index - 1)
                    forms.append(form)
                }
            }
        }
        return forms
    }

    private static let alike: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ض": ["ظ", "د"], "ظ": ["ض", "ط"], "ذ": ["ز", "د"], "ز": ["ذ", "ر"], "د": ["ض", "ذ"], "ث": ["ت", "س"], "ت": ["ط", "ث", "ة"], "ط": ["ت", "ظ"],
        "س": ["ص", "ش"], "ص": ["س", "ض"], "ؤ": ["ئ", "ء", "أ"], "ئ": ["ؤ", "ء", "ي", "أ"], "ء": ["ئ", "ؤ", "أ"], "أ": ["ؤ", "ئ", "ء"], "ق": ["ف"],
        "ف": ["ق"], "غ": ["ع"], "ع": ["غ"], "ح": ["خ", "ج"], "خ": ["ح"], "ج": ["ح"], "ش": ["س"], "ن": ["ت"], "ر": ["ز"], "ي": ["ئ"],
    ]

    private static func soundForms(_ letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var forms: [[Unicode.Scalar]] = []
        for index in letters.indices {
            for other in alike[letters[index]] ?? [] {
                var form = letters
                form[index] = other
                forms.append(form)
            }
            // A letter twice; two letters in each other's place.
            if letters.count > 3, index > 0, letters[index] == letters[index - 1] {
                var form = letters
                form.remove(at: index)
                forms.append(form)
            }
            if index > 0, letters[index] != letters[index - 1], letters.count > 3 {
                var form = letters
                form.swapAt(index, index - 1)
                forms.append(form)
            }
        }
        return forms
    }
}

extension [Unicode.Scalar] {
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}
