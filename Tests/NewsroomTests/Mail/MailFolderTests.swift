import Basics
import Foundation
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("Letters in a folder")
struct MailFolderTests {
    @Test("without a server a letter becomes a file that only its owner may read, its name in order of time", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withTemporaryFolder { root in
            let folder = root.appending(path: "mail").path
            let postman = try Postman.sample(.folder(MailFolder(folder)))
            try await withDatabase(engine, clock: clock) { database in
                for name in ["one", "two"] {
                    let letter = try Letter.sample("\(name)@example.org")
                    _ = try await database.write { try Mail.post($0, letter, for: nil, sealed: .sample) }
                    clock.advance(seconds: 1)
                }
                #expect(try await postman.deliver(from: database, opening: .sample) == Postman.Round(sent: 2))
                #expect(try await QueuedMail.all(database).allSatisfy { $0.state == .sent && !$0.hasWords })
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names.map { String($0.prefix(20)) } == ["20200531T182000.000Z", "20200531T182001.000Z"])
            #expect(names.allSatisfy { $0.hasSuffix(".eml") })
            let raw = try String(contentsOfFile: "\(folder)/\(names[0])", encoding: .utf8)
            #expect(raw.contains("\r\nاختر كلمة مرور:\r\nhttps://news.example.org/ar/reset/secret\r\n"))
            let letters = try names.map { try MailPython.read([UInt8](Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) }
            #expect(letters.map { $0["To"] } == ["one@example.org", "two@example.org"])
            let expected = try Letter.sample().plain
            #expect(letters.allSatisfy { $0.defects == [] && $0.plain == expected })
            #expect(try [mode("\(folder)/\(names[0])"), mode(folder)] == [0o600, 0o700])
        }
    }

    @Test("the same letter again, after a worker that died while writing, is one whole file")
    func again() async throws {
        try await withTemporaryFolder { root in
            let postman = try Postman.sample(.folder(MailFolder(root.path)))
            func send() async throws -> String {
                try await postman.send(.sample(), messageID: "<a@news.example.org>", date: Instant(seconds: 1_590_949_200))
            }
            let file = try await send()
            try Data("half".utf8).write(to: URL(filePath: file + ".draft"))
            #expect(try await send() == file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).count == 1)
        }
    }

    @Test("a folder that cannot be written is trouble, and the letter waits")
    func unwritable() async throws {
        try await withTemporaryFolder { root in
            let file = root.appending(path: "mail").path
            try Data().write(to: URL(filePath: file))
            let postman = try Postman.sample(.folder(MailFolder(file)))
            try await withDatabase(.sqlite) { database in
                let letter = try Letter.sample()
                _ = try await database.write { try Mail.post($0, letter, for: nil, sealed: .sample) }
                let round = try await postman.deliver(from: database, opening: .sample)
                #expect(round.sent == 0 && round.trouble?.contains(file) == true)
                #expect(try await QueuedMail.all(database).first?.state == .waiting)
            }
        }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
