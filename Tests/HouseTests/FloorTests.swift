import Foundation
import Testing

@Suite("Floors and rooms")
struct FloorTests {
    /// What a floor may import. What is not here must be argued for in ARCHITECTURE.md first.
    static let allowed: [String: Set<String>] = [
        "Basics": ["CCrypto", "CLinux", "CQR", "CSodium", "CommonPasswords", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"],
        "Linguistics": ["Basics", "CHunspell", "CStemmer", "EmbeddedLinguistics", "Foundation", "Glibc", "Synchronization"],
        "Storage": ["Basics", "CPostgres", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "Synchronization"],
        "Markup": ["Basics", "CGumbo", "CMark", "Foundation", "Glibc", "Synchronization"],
        "Newsroom": [
            "Basics", "CArchive", "CCurl", "CXML", "Dispatch", "Foundation", "Glibc", "Linguistics", "Markup", "Storage", "Synchronization",
            "Yams",
        ],
        "Assets": ["Basics", "EmbeddedAssets", "Foundation"],
        "Web": [
            "Assets", "Basics", "CCompression", "Foundation", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Linguistics", "Logging", "Markup",
            "NIOCore", "NIOHTTP1", "Newsroom", "ServiceLifecycle", "Storage", "Synchronization",
        ],
        "matbaa": [
            "ArgumentParser", "Assets", "Basics", "Configuration", "Foundation", "Linguistics", "Logging", "Markup", "Newsroom", "ServiceLifecycle",
            "Storage",
            "UnixSignals",
            "Web",
        ],
    ]

    @Test("a floor imports only what it may", arguments: allowed.keys.sorted())
    func imports(floor: String) throws {
        let files = House.swiftFiles("Sources/" + floor)
        #expect(!files.isEmpty)
        for file in files {
            let beyond = try House.imports(file).subtracting(Self.allowed[floor] ?? [])
            #expect(beyond.isEmpty, "\(file) imports \(beyond.sorted())")
        }
    }

    @Test("only Storage knows an engine's library, only Web the framework")
    func secrets() throws {
        for floor in Self.allowed.keys {
            for file in House.swiftFiles("Sources/" + floor) {
                let imports = try House.imports(file)
                if floor != "Storage" { #expect(imports.isDisjoint(with: ["GRDB", "GRDBSQLite", "CPostgres"]), "\(file)") }
                if floor != "Web" {
                    #expect(imports.isDisjoint(with: ["Hummingbird", "HummingbirdCore", "NIOCore", "NIOHTTP1", "HTTPTypes"]), "\(file)")
                }
            }
        }
    }

    @Test("SQL is written in rooms: no page and no command holds a statement")
    func statements() throws {
        let health = "Sources/Web/Shell/AssetRoutes.swift"
        for file in House.swiftFiles("Sources/Web") + House.swiftFiles("Sources/matbaa") where file != health {
            let text = try House.text(file)
            for word in ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM"] { #expect(!text.contains("\"" + word), "\(file) holds \(word)") }
        }
    }

    @Test("no file crashes by design, none is left to be finished, and none has grown beyond a look")
    func files() throws {
        for floor in Self.allowed.keys {
            for file in House.swiftFiles("Sources/" + floor) {
                let text = try House.text(file)
                for word in ["try!", "fatal" + "Error(", ".unsafelyUnwrapped", "TO" + "DO", "FIX" + "ME"] {
                    #expect(!text.contains(word), "\(file) holds \(word)")
                }
                #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 300, "\(file) is long")
            }
        }
    }
}
