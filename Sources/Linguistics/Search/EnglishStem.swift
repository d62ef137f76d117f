import CStemmer

/// Snowball's English stems (Porter's second algorithm), by libstemmer. One thread uses one at a time.
final class EnglishStem {
    private let stemmer = sb_stemmer_new("english", "UTF_8")

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a folded word in UTF-8.
    func stem(_ word: [UInt8]) -> [UInt8] {
        guard let stemmer, let stem = sb_stemmer_stem(stemmer, word, Int32(word.count)) else { return word }
        return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }
}
