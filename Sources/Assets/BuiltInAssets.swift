import EmbeddedAssets

/// The files built into the program: what `Sources/EmbeddedAssets` holds.
package enum BuiltInAssets {
    /// A file as it was built in.
    package struct File: Sendable {
        /// Its path below `/assets/`, without the ending.
        package let name: String
        package let type: String
        package let bytes: [UInt8]
    }

    package static var stylesheet: String { text(embedded_stylesheet) }
    package static var script: String { text(embedded_script) }
    package static var passkeysScript: String { text(embedded_passkeys) }
    package static var collectionScript: String { text(embedded_collection) }
    /// The mark shown in a browser's tab when the newsroom has no logo of its own.
    package static var icon: String { text(embedded_icon) }

    /// The desk's editor: modules that import each other as `/assets/NAME.js`, and its stylesheet; none when they were not made before the build.
    package static var desk: [File] {
        (0..<embedded_desk_count).map { index in
            let file = embedded_desk[index]
            let name = String(cString: file.name)
            return File(name: name, type: name.hasSuffix(".css") ? "text/css" : "text/javascript", bytes: bytes(file))
        }
    }

    /// The subset fonts; none when they were not made before the build.
    package static var fonts: [File] {
        (0..<embedded_font_count).map { index in
            let file = embedded_fonts[index]
            return File(name: String(cString: file.name), type: "font/woff2", bytes: bytes(file))
        }
    }

    /// The sample newsroom as a tar archive; nil when it was not packed before the build.
    package static var sample: [UInt8]? { embedded_sample.size > 0 ? bytes(embedded_sample) : nil }

    private static func text(_ file: EmbeddedFile) -> String { String(decoding: bytes(file), as: UTF8.self) }

    private static func bytes(_ file: EmbeddedFile) -> [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.size)) }
}
