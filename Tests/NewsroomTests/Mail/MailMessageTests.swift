import Basics
import Foundation
import Markup
import Testing

@testable import Newsroom

@Suite("A letter on the wire")
struct MailMessageTests {
    @Test("a letter in Arabic reads back as it was written: names, subject, both parts, direction")
    func itWorks() throws {
        let letter = try Letter.sample()
        let read = try MailPython.read(message(letter).bytes)
        #expect(read.defects == [])
        #expect(read["Subject"] == letter.subject && read.fromName == "بريد المرسى" && read.fromAddress == "no-reply@news.example.org")
        #expect(read["To"] == "reader@example.org" && read["Message-ID"] == "<abc@news.example.org>" && read["Content-Language"] == "ar")
        #expect(read["Date"] == "Sun, 31 May 2020 18:20:00 +0000")
        #expect(read.types == ["multipart/alternative", "text/plain", "text/html"])
        #expect(read.plain == letter.plain && read.html == letter.html.text)
        #expect(read.html.contains("dir=\"rtl\"") && read.plain.contains("https://news.example.org/ar/reset/secret\n"))
    }

    @Test("every byte is ASCII, in lines that end in CRLF; lines of the head keep to 78, all others to 998")
    func lines() throws {
        let long = String(repeating: "كلمة طويلة ", count: 400)
        let letter = try Letter(
            to: #require(EmailAddress("reader@example.org")), language: .ar, kind: "test", subject: long, plain: long,
            html: HTML(escaping: String(repeating: "a", count: 5_000)))
        let bytes = message(letter, name: long).bytes
        #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 998 && !$0.utf8.contains(0x0A) && !$0.utf8.contains(0x0D) } && lines.last == "")
        let read = try MailPython.read(bytes)
        #expect(read.headLines.allSatisfy { $0.utf8.count <= 78 })
        #expect(read["Subject"] == letter.subject)
        // Python puts a space of its own between the encoded words of a name.
        #expect(read.fromName.filter { $0 != " " } == letter.subject.filter { $0 != " " })
        #expect(read.plain == long && read.html.count == 5_000)
    }

    @Test(
        "nothing in a subject or a name can add a header or a line",
        arguments: [
            "\r\nBcc: evil@example.org", "\nBcc: evil@example.org\n\n<p>body", "x\rBcc: evil@example.org", "x\u{0}\r\n\r\nbody",
            "x\u{2028}Bcc: a@b.org", "x\u{85}Bcc: a@b.org", "=?UTF-8?Q?=0D=0ABcc:_evil@example.org?=", "x\u{B}Bcc: y",
            "\"<evil@example.org>, x", "مرحبا\r\nBcc: evil@example.org",
        ])
    func injection(text: String) throws {
        let plain = try MailPython.read(message(Letter.sample()).bytes)
        let bytes = message(try Letter.sample(subject: text), name: text).bytes
        let read = try MailPython.read(bytes)
        #expect(read.names == plain.names && read.defects == [] && read.fromAddress == "no-reply@news.example.org")
        #expect(!read.headLines.contains { $0.lowercased().hasPrefix("bcc") })
        #expect(read.plain == plain.plain && !bytes.contains(0))
    }

    @Test("an address that was not checked cannot add a header either")
    func trustedAddress() throws {
        let letter = Letter(
            to: EmailAddress(trusted: "a@b.org\r\nBcc: evil@example.org"), language: .en, kind: "x", subject: "x", plain: "x", html: "x")
        #expect(try MailPython.read(message(letter).bytes)["Bcc"] == nil)
    }

    @Test("short words in ASCII stand as they are, all else in encoded words")
    func encodedWords() {
        #expect(HeaderText("A new password").unstructured == "A new password")
        #expect(HeaderText("Café").unstructured == "=?UTF-8?B?Q2Fmw6k=?=")
        #expect(HeaderText(" a\r\n b ").line == "a   b")
        #expect(HeaderText("Marsa Post").phrase == "Marsa Post")
        #expect(HeaderText("Marsa, Post").phrase == "=?UTF-8?B?TWFyc2EsIFBvc3Q=?=")
        // A character is never cut in two.
        let words = HeaderText(String(repeating: "ش", count: 40)).unstructured.components(separatedBy: "\r\n ")
        #expect(words.count == 3 && words.allSatisfy { $0.hasPrefix("=?UTF-8?B?") && $0.utf8.count <= 67 })
    }

    @Test("letters in ASCII can be read in a file as they are")
    func plainParts() throws {
        let text = String(decoding: message(try Letter.sample(.init("a@example.org"), .en)).bytes, as: UTF8.self)
        #expect(text.contains("\r\nChoose a password:\r\nhttps://news.example.org/en/reset/secret\r\n"))
    }

    @Test(
        "a sender is a name and an address, or an address",
        arguments: [
            ("a@b.org", "", "a@b.org"), ("The Post <a@b.org>", "The Post", "a@b.org"), ("\"The, Post\" <a@b.org>", "The, Post", "a@b.org"),
            ("بريد <a@b.org>", "بريد", "a@b.org"), ("<a@b.org>", "", "a@b.org"),
        ])
    func mailbox(text: String, name: String, address: String) {
        #expect(Mailbox(text)?.name == name && Mailbox(text)?.address.text == address)
    }

    @Test("anything else is no sender", arguments: ["", "a", "x <a>", "x <a@b.org", "a@b.org>", "a <x@y.org> <a@b.org>", "x\r\ny <a@b.org>"])
    func noMailbox(text: String) {
        #expect(Mailbox(text) == nil)
    }

    private func message(_ letter: Letter, name: String = "بريد المرسى") -> MailMessage {
        MailMessage(
            letter: letter, from: Mailbox(name: name, address: EmailAddress(trusted: "no-reply@news.example.org")),
            messageID: "<abc@news.example.org>", date: Instant(seconds: 1_590_949_200))
    }
}
