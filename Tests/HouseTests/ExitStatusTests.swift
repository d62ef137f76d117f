import Foundation
import Testing

@Suite("Exit status")
struct ExitStatusTests {
    @Test(
        "wrong use is 2, and says what is wrong",
        arguments: [
            (["nonsense"], "nonsense"), (["serve", "--prot", "80"], "--prot"), (["serve", "--port", "x"], "x"), (["import", "wordpress"], "files"),
            (["import", "wordpress", "/no/such/file.xml", "--data", "/no/such/data"], "/no/such/file.xml"),
            (["import", "markdown", "/no/such/folder", "--data", "/no/such/data"], "/no/such/folder"),
            (["mail", "test", "nobody", "--data", "/no/such/data"], "nobody"),
            (["user", "add", "nobody", "--data", "/no/such/data"], "nobody"),
            (["user", "add", "ada@example.org", "--role", "king", "--data", "/no/such/data"], "chief-editor"),
            (["user", "role", "ada@example.org", "king", "--data", "/no/such/data"], "king"),
            (["check"], "file"), (["check", "/no/such/file.txt"], "/no/such/file.txt"),
            (["check", "--disable", "nonsense", "/dev/null"], "nonsense"),
            (["check", "--fail-on", "never", "/dev/null"], "never"), (["check", "/dev/null", "--names", "/no/such/list.tsv"], "/no/such/list.tsv"),
        ])
    func wrongUse(arguments: [String], named: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2 && outcome.text.contains(named), "\(outcome)")
        // Nothing was opened for it, nor made.
        #expect(!FileManager.default.fileExists(atPath: "/no/such/data"))
    }

    @Test("a test letter is 0 when it lies in the folder, and 1 when there is none to lay it in")
    func mail() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "matbaa-exit-\(UUID().uuidString)")
        let missing = try Program.run(["mail", "test", "reader@example.org", "--data", folder.path])
        #expect(missing.status == 1 && missing.text.contains(folder.path), "\(missing)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let laid = try Program.run(["mail", "test", "reader@example.org", "--data", folder.path])
        #expect(laid.status == 0 && laid.text.contains("\(folder.path)/mail/") && laid.text.contains(".eml"), "\(laid)")
    }

    @Test("people are added once, listed, given another role and let in anew; without an account that is 1, and says so")
    func users() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "matbaa-exit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = ["--data", folder.path]
        let added = try Program.run(["user", "add", "ada@example.org", "--origin", "https://news.example"] + data)
        #expect(added.status == 0 && added.text.contains("https://news.example/ar/link/"), "\(added)")
        let again = try Program.run(["user", "add", "ADA@example.org"] + data)
        #expect(again.status == 1 && again.text.contains("has an account"), "\(again)")
        let listed = try Program.run(["user", "list"] + data)
        #expect(listed.status == 0 && listed.text.contains("ada@example.org: administrator, has not chosen a password yet"), "\(listed)")
        #expect(try Program.run(["user", "role", "ada@example.org", "editor"] + data).status == 1, "the last administrator stays one")
        #expect(try Program.run(["user", "add", "ben@example.org", "--role", "reporter"] + data).status == 0)
        #expect(try Program.run(["user", "role", "ben@example.org", "editor"] + data).text.contains("editor"))
        let nobody = try Program.run(["user", "renew", "nobody@example.org"] + data)
        #expect(nobody.status == 1 && nobody.text.contains("no account"), "\(nobody)")
    }

    @Test("an import is 0 when all is in, and 1 when the file was at fault")
    func imports() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "matbaa-exit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let item = "<item><title>One</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>"
        let head = "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>News</title><wp:wxr_version>1.2</wp:wxr_version>"
        for (name, text, status) in [("good", "\(head)\(item)</channel></rss>", 0), ("cut", "\(head)\(item)<item><title>Tw", 1)]
            as [(String, String, Int32)]
        {
            let file = folder.appending(path: "\(name).xml").path
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let outcome = try Program.run(["import", "wordpress", file, "--data", folder.appending(path: name).path])
            #expect(outcome.status == status && outcome.text.contains("1 created"), "\(outcome)")
        }
    }

    @Test("a check is 0 for a clean text, 1 when something stands out at the level that fails, and reads Markdown and HTML as the file's lines")
    func check() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "matbaa-exit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String, _ text: String) throws -> String {
            let path = folder.appending(path: name).path
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        let clean = try file("clean.txt", "The harbour master closed the port.\n")
        let doubled = try file("doubled.md", "# A title\n\nHe left *the* the room. [Click here](https://news.example/a)\n")
        #expect(try Program.run(["check", clean]).status == 0)
        let found = try Program.run(["check", clean, doubled])
        #expect(found.status == 1 && found.text.contains("doubled.md:3:10: warning"), "\(found)")
        #expect(found.text.contains("[link-text]"), "\(found)")
        #expect(try Program.run(["check", doubled, "--fail-on", "error"]).status == 0)
        #expect(try Program.run(["check", doubled, "--disable", "doubled-word"]).status == 0)
        #expect(try Program.run(["check", doubled, "--language", "ar"]).text.contains("مكررة"))
        let page = try file("page.html", "<p>He left\n<b>the the</b> room.</p>")
        let sarif = try Program.run(["check", page, "--sarif"])
        #expect(sarif.status == 1 && sarif.text.contains("\"version\" : \"2.1.0\"") && sarif.text.contains("\"startLine\" : 2"), "\(sarif)")
    }
}
