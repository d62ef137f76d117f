// swift-tools-version:6.2
import PackageDescription

// The map of the house, bottom floor first. A floor may import only what its target names here: the build is run with
// `--explicit-target-dependency-import-check error`, and Tests/HouseTests holds the list of imports a floor may write.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func floor(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "matbaa",
    products: [.executable(name: "matbaa", targets: ["matbaa"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // MARK: Debian's C libraries
        /** An HTML5 parser (libgumbo). */
        .systemLibrary(name: "CGumbo"),
        /** Markdown with GitHub's tables (cmark-gfm). */
        .systemLibrary(name: "CMark"),
        /** Hashes (libsodium). */
        .systemLibrary(name: "CSodium"),
        /** Checks signatures made with P-256 and RSA (libcrypto of OpenSSL; libssl is not linked). */
        .systemLibrary(name: "CCrypto"),
        /** Draws QR codes (libqrencode). */
        .systemLibrary(name: "CQR"),
        /** The client of PostgreSQL (libpq). */
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        /** A streaming XML parser (libxml2). */
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),
        /** Streams out of .gz and .zip (libarchive). */
        .systemLibrary(name: "CArchive"),
        /** Stems of words (Snowball). */
        .systemLibrary(name: "CStemmer"),
        /** Spelling by dictionaries (hunspell). */
        .systemLibrary(name: "CHunspell"),
        /** gzip and brotli (zlib, libbrotlienc). */
        .systemLibrary(name: "CCompression"),
        /** Outbound HTTP (libcurl); its variadic calls wrapped. */
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

        // MARK: Basics — identifiers, time, languages, refusals, secrets
        /** A list of common passwords as bytes (`#embed`). */
        .target(name: "CommonPasswords", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        /** Calls of Linux and its C library that Swift does not see. */
        .target(name: "CLinux"),
        floor("Basics", ["CCrypto", "CLinux", "CommonPasswords", "CQR", "CSodium"]),

        // MARK: Linguistics, Storage and Markup — none knows another
        /** Lists of words, names and rules as bytes (`#embed`). */
        .target(name: "EmbeddedLinguistics", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        /** Reads Arabic and English: who said what, names in any spelling, words to search by, what a copy editor would mark. */
        floor("Linguistics", ["Basics", "CHunspell", "CStemmer", "EmbeddedLinguistics"]),
        /** One SQL, two engines. */
        floor(
            "Storage", ["Basics", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        /** The story document: parsed from HTML and Markdown, written as HTML. */
        floor("Markup", ["Basics", "CGumbo", "CMark"]),

        // MARK: Newsroom — what a newsroom does, a room per domain
        floor("Newsroom", ["Basics", "Linguistics", "Storage", "Markup", "CXML", "CArchive", "CCurl", .product(name: "Yams", package: "Yams")]),

        // MARK: Web — what a browser sees
        /** CSS, scripts, icons and type as bytes (`#embed`). */
        .target(name: "EmbeddedAssets", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        /** The same, as named values with their hashes. */
        floor("Assets", ["Basics", "EmbeddedAssets"]),
        /** Routes and pages. */
        floor(
            "Web",
            [
                "Basics", "Linguistics", "Storage", "Markup", "Newsroom", "Assets", "CCompression",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),

        // MARK: matbaa — settings, wiring, one file per command
        .executableTarget(
            name: "matbaa",
            dependencies: [
                "Basics", "Linguistics", "Storage", "Markup", "Newsroom", "Web", "Assets",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),

        // MARK: Tests
        /** Either engine in a test, a clock that can be set, folders that go away. */
        .target(
            name: "TestSupport", dependencies: ["Basics", "Storage", "Newsroom", "CPostgres"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("BasicsTests", ["Basics", "TestSupport"]),
        .testTarget(
            name: "LinguisticsTests", dependencies: ["Basics", "Linguistics"], exclude: ["Statements/Gold"], swiftSettings: strict),
        tests("StorageTests", ["Basics", "Storage", "Newsroom", "TestSupport"]),
        tests("MarkupTests", ["Basics", "Markup", "CGumbo", "TestSupport"]),
        .testTarget(
            name: "NewsroomTests", dependencies: ["Basics", "CSodium", "Linguistics", "Storage", "Markup", "Newsroom", "TestSupport"],
            exclude: ["Import/Fixtures", "Readers/Passkeys/Fixtures"],
            swiftSettings: strict),
        tests(
            "WebTests",
            [
                "Basics", "Linguistics", "Storage", "Markup", "Newsroom", "Web", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        /** The rules of ARCHITECTURE.md and STYLE.md, held by tests. */
        tests("HouseTests", []),
    ],
    swiftLanguageModes: [.v6]
)
