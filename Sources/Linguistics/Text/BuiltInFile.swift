import EmbeddedLinguistics

/// The lists and rules built into the program: what `Sources/EmbeddedLinguistics` holds.
enum BuiltInFile {
    /// The bytes of a file by its name. A name that is not built in is a fault of the program.
    static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8> {
        for index in 0..<linguistic_file_count where String(cString: linguistic_files[index].name) == name {
            let file = linguistic_files[index]
            return UnsafeBufferPointer(start: file.bytes, count: file.size)
        }
        preconditionFailure("\(name) is not built in")
    }

    /// The lines of a file, without empty ones and those that begin with #.
    static func lines(_ name: String) -> [Substring] {
        String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
}
