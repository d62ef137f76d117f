import Basics
import CHunspell
import Foundation
import Synchronization

/// A hunspell dictionary of the system. Its handle serves one thread at a time, so that it stands behind a lock; what it said of a word is kept.
final class SpellingDictionary: Sendable {
    /// The dictionary of a language, or nil when the system has none.
    static func of(_ language: Language) -> SpellingDictionary? {
        switch language {
        case .ar: arabic
        case .en: english
        }
    }

    private static let arabic = SpellingDictionary("ar")
    private static let english = SpellingDictionary("en_US")

    /// Where Debian's packages hunspell-ar and hunspell-en-us put their files.
    private static let folder = "/usr/share/hunspell"

    private struct State: ~Copyable {
        let handle: OpaquePointer
        var known: [String: Bool] = [:]
        var suggested: [String: [String]] = [:]
    }

    private let state: Mutex<State>
    /// What is kept of words before it is forgotten as a whole: a few megabytes.
    private static let most = 60_000
    /// Longer ones are not words; hunspell gives up on them too.
    private static let longest = 60

    private init?(_ name: String) {
        let path = "\(Self.folder)/\(name)"
        guard FileManager.default.isReadableFile(atPath: path + ".aff"), FileManager.default.isReadableFile(atPath: path + ".dic"),
            let handle = Hunspell_create(path + ".aff", path + ".dic")
        else { return nil }
        // Both dictionaries are in UTF-8; another encoding would call every word unknown.
        guard Hunspell_get_dic_encoding(handle).map({ String(cString: $0) }) == "UTF-8" else {
            Hunspell_destroy(handle)
            return nil
        }
        nonisolated(unsafe) let own = handle
        state = Mutex(State(handle: own))
    }

    /// Those of the words that the dictionary does not know.
    func unknown(among words: [String]) -> Set<String> {
        state.withLock { state in
            var unknown: Set<String> = []
            for word in words where !Self.knows(word, &state) { unknown.insert(word) }
            return unknown
        }
    }

    /// Those that the dictionary knows, in their order; they are guesses, so that the answers are not kept.
    func known(among forms: [ArabicForms.Form]) -> [ArabicForms.Form] {
        state.withLock { state in forms.filter { Hunspell_spell(state.handle, $0.word) != 0 } }
    }

    func knows(_ word: String) -> Bool { state.withLock { Self.knows(word, &$0) } }

    /// The same of an Arabic word however its hamzas and its ending are written.
    func knowsInSomeForm(_ word: String) -> Bool {
        knows(word) || ArabicForms.spellings(of: word).contains(where: knows)
    }

    private static func knows(_ word: String, _ state: inout State) -> Bool {
        if let known = state.known[word] { return known }
        guard word.unicodeScalars.count <= longest else { return true }
        let known = Hunspell_spell(state.handle, word) != 0
        if state.known.count >= most { state.known.removeAll(keepingCapacity: true) }
        state.known[word] = known
        return known
    }

    /// What the dictionary would write instead, likeliest first.
    func suggestions(for word: String) -> [String] {
        state.withLock { state in
            if let kept = state.suggested[word] { return kept }
            guard word.unicodeScalars.count <= Self.longest else { return [] }
            var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
            let count = Hunspell_suggest(state.handle, &list, word)
            defer { if count > 0 { Hunspell_free_list(state.handle, &list, count) } }
            let found = (0..<Int(max(0, count))).compactMap { list?[$0].map { String(cString: $0) } }
            if state.suggested.count >= 2_000 { state.suggested.removeAll() }
            state.suggested[word] = found
            return found
        }
    }
}
