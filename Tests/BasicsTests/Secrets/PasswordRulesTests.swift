import Foundation
import TestSupport
import Testing

@testable import Basics

@Suite("Passwords that may be chosen")
struct PasswordRulesTests {
    private let rules = PasswordRules(own: ["Matbaa Daily", "مطبعة اليوم", "matbaa-daily.example", "Salma Ben Youssef", "salma.by@mail.example"])

    private func isAdmitted(_ password: String, hasFactor: Bool = true) -> Bool { (try? rules.admit(password, hasFactor: hasFactor)) != nil }

    @Test("sentences, random letters and every script are let in")
    func admitted() {
        for password in [
            "correct horse battery staple", "فنجان أزرق فوق سطح البيت", "наше море шумит вечером", "xkqzjwvbtrplmnd", "8462917350264817",
            "🦊🚲🌋🥁🧂🪁🛶🧭🎻🪴🧀🦉🪐🧶🪓",
            "Zv9$ kk!2 pQ~~ 7r", String(repeating: "a b c d e f g h ", count: 4) + "river lamp onion treaty",
        ] { #expect(isAdmitted(password, hasFactor: false), "\(password)") }
        for password in ["xkqzjwvb", "h7#Qw!zp", "50829463", "نقطةزرقاء"] { #expect(isAdmitted(password), "\(password)") }
    }

    @Test("fifteen characters alone, eight with a second factor, counted as code points")
    func lengths() {
        #expect(!isAdmitted("xkqzjwvbtrplmn", hasFactor: false) && isAdmitted("xkqzjwvbtrplmnd", hasFactor: false))
        #expect(!isAdmitted("xkqzjwv") && isAdmitted("xkqzjwvb"))
        #expect(!isAdmitted("🦊🚲🌋🥁🧂🪁🛶") && isAdmitted("🦊🚲🌋🥁🧂🪁🛶🧭"))
        #expect(!isAdmitted(""))
    }

    @Test("up to 1,024 characters are taken whole, one more is refused, and a huge one at once")
    func longest() throws {
        let letters = (0..<1025).map { "abcdefghijklmnopqrstuvwxyzéش0123456789"[$0 * $0 * 7 % 38] }
        let longest = String(letters.prefix(1024))
        let password = try rules.admit(longest, hasFactor: false)
        #expect(password.length == 1024)
        var other = letters.prefix(1024)
        other[1023] = other[1023] == "x" ? "y" : "x"
        #expect(try rules.admit(String(other), hasFactor: false) != password)
        #expect(!isAdmitted(String(letters)))
        #expect(isAdmitted(String(letters.prefix(64)), hasFactor: false))
        let huge = String(repeating: "x\u{301}", count: 5_000_000)
        #expect(processorSeconds { _ = isAdmitted(huge) } < 1)
        #expect(!isAdmitted(huge))
    }

    @Test(
        "what is guessed first is refused with the reason in both languages",
        arguments: [
            ("password1234567", "common"), ("Password2024!", "common"), ("P@ssw0rd", "common"), ("qwertyuiop", ""), ("1qaz2wsx3edc4rfv", ""),
            ("iloveyou1", "common"),
            ("drowssap2020", "common"), ("trustno1trustno1", ""), ("aaaaaaaaaaaaaaaa", "repetition"), ("abababababababab", "repetition"),
            ("abcdefghijklmnop", "row"), ("987654321098765", "row"), ("123456789012345", ""), ("20242024202420", ""), ("mar7aba7abibi", "common"),
            ("Inshallah2023", "common"),
            ("7abibi 7abibi 7abibi", ""), ("كلمة السر", "common"), ("كلمةالسر١٢٣", "common"), ("حبيبي١٩٩٨", "common"), ("ضصثقفغعهخ", "row"),
            ("ابجدهوزح", ""),
            ("بِسْمِ الله", "common"), ("matbaa12345", "name"), ("MatbaaDaily2025", "name"), ("مطبعة اليوم", "name"), ("salma.by1990", "name"),
            ("Youssef!1985", "name"),
            ("ﻣﻄﺒﻌﺔ ٢٠٢٤", "name"),
        ])
    func guessed(password: String, reason: String) throws {
        let refusal = try #require(throws: Refusal.self) { try rules.admit(password, hasFactor: true) }
        #expect(refusal.field == "password" && refusal.kind == .invalid && !refusal.words.ar.isEmpty)
        #expect(reason.isEmpty || refusal.words.en.contains(reason), "\(password): \(refusal.words.en)")
    }

    @Test("every entry of the list is refused, as it stands, in capitals and doubled")
    func list() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Sources/CommonPasswords/common-passwords.txt")
        let entries = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(entries.count > 15_000 && entries == entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for (index, entry) in entries.enumerated() {
            #expect(CommonPasswordList.lengths(in: Array(entry.utf8), from: 0).contains(entry.utf8.count))
            guard index % 7 == 0, entry.utf8.count >= 8 else { continue }
            #expect(!isAdmitted(entry) && !isAdmitted(entry.uppercased()) && !isAdmitted(entry + entry))
        }
        #expect(CommonPasswordList.lengths(in: Array("password123".utf8), from: 0).contains(8))
        #expect(CommonPasswordList.lengths(in: Array("\u{0}\n\n zzzzzzzzzz".utf8), from: 0).isEmpty)
        #expect(CommonPasswordList.lengths(in: [0xFF, 0xFF], from: 0).isEmpty && CommonPasswordList.lengths(in: [], from: 0).isEmpty)
    }

    @Test("passwords made to take long are judged quickly", arguments: ["a", "ab", "password", "1q2w", "аaаa", "é", "ﷺ"])
    func slow(unit: String) {
        let long = String(String(repeating: unit, count: 1024).prefix(1023)) + "Z"
        #expect(processorSeconds { _ = isAdmitted(long) } < 2)
    }

    @Test("the same password on two keyboards is the same; case, width and blanks at its ends are kept")
    func prepared() throws {
        #expect(try PreparedPassword("Caf\u{E9} noir") == PreparedPassword("Cafe\u{301}\u{A0}noir"))
        #expect(try PreparedPassword("a\u{3000}b") == PreparedPassword("a b"))
        #expect(try PreparedPassword("Secret") != PreparedPassword("secret") && PreparedPassword(" a") != PreparedPassword("a"))
        #expect(try PreparedPassword("ａ") != PreparedPassword("a"))
        #expect(try PreparedPassword("👩‍💻❤️می‌خواهم").length == 13)
    }

    @Test(
        "what cannot be seen is refused",
        arguments: ["\u{0}", "\n", "\t", "\u{7F}", "\u{85}", "\u{200B}", "\u{200F}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{AD}", "\u{FFFF}"])
    func unseen(mark: String) {
        let refusal = #expect(throws: Refusal.self) { try rules.admit("xkqzjwvbtrp\(mark)lmnd", hasFactor: false) }
        #expect(refusal?.words.en.contains("cannot be seen") == true)
    }
}

extension String {
    fileprivate subscript(index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }
}
