/// How the lists and the words of a text are made alike: no hamza on alef, yeh for alef maqsura, heh for teh marbuta.
enum ArabicFolding {
    static func folded(_ key: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in key.unicodeScalars { view.append(folded(scalar)) }
        return String(view)
    }

    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "أ", "إ", "آ", "ٱ": "ا"
        case "ى": "ي"
        case "ة": "ه"
        default: scalar
        }
    }
}
