import Basics
import Foundation
import TestSupport
import Testing

@testable import Newsroom

@Suite("Writing the newsroom's face")
struct FaceWritingTests {
    @Test("what is written is read back as it was")
    func itWorks() async throws {
        let names = [
            "Port News", "مطبعة", "yes", "null", "~", "12", "1.5e3", "a: b", "- a", "# a", "\"quoted\" 'twice'", "back\\slash", "{a: b}", "[a]", "*a",
            "&a",
            "!a", "%a", "@a", "`a", "| a", "> a", " spaces ", "line\nbreak", "tab\ttab", "\u{202E}over", "emoji 🗞", "a\u{85}b\u{2028}c", "---", "...",
            "?",
            "<<", "2024-09-01", "name:\n  en: x",
        ]
        for name in names {
            try await withTemporaryFolder { folder in
                var face = Face.plain
                face.names = [.ar: name, .en: name]
                face.taglines = [.en: name]
                face.languages = [.en, .ar]
                #expect(try face.writeFirst(to: folder.path))
                let read = try Face.read(from: folder.path)
                #expect(read.names == face.names && read.taglines == face.taglines && read.languages == [.en, .ar], "\(name)")
            }
        }
    }

    @Test("a file that is there is never written over")
    func stays() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: Face.fileName)
            try "name: {en: Mine}\n".write(to: file, atomically: false, encoding: .utf8)
            #expect(try !Face.plain.writeFirst(to: folder.path))
            #expect(try String(contentsOf: file, encoding: .utf8) == "name: {en: Mine}\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [Face.fileName])
        }
    }

    @Test("a folder that cannot be written to is refused by name")
    func refused() throws {
        let refusal = #expect(throws: Refusal.self) { try Face.plain.writeFirst(to: "/nowhere/at/all") }
        #expect(refusal?.kind == .unavailable && refusal?.words.en.contains("/nowhere/at/all/newsroom.yaml") == true)
    }
}
