import Foundation

/// Pictures made for a test: one scene with some grain, in any size and format, written by libvips.
struct SamplePictures {
    let folder: URL

    /// A picture named by what it is to be, as in `photo.jpg[Q=88]`. Returns its path.
    func make(_ name: String, width: Int = 1600, height: Int = 1067, alpha: Bool = false) throws -> String {
        let small = path("\(UUID().uuidString).ppm")
        let large = path("\(UUID().uuidString).tif")
        try Data(Self.scene).write(to: URL(filePath: small))
        defer { for file in [small, large] { try? FileManager.default.removeItem(atPath: file) } }
        try vips(["thumbnail", small, large, String(width), "--height", String(height), "--size", "force"])
        try vips(alpha ? ["bandjoin_const", large, path(name), "128"] : ["copy", large, path(name)])
        return path(String(name.prefix { $0 != "[" }))
    }

    /// 160 by 107 points, as a PPM.
    private static let scene: [UInt8] = {
        var bytes = Array("P6\n160 107\n255\n".utf8)
        var seed: UInt32 = 7
        for y in 0..<107 {
            for x in 0..<160 {
                seed = seed &* 1_664_525 &+ 1_013_904_223
                let grain = Int(seed >> 28)
                bytes += [UInt8(x + grain), UInt8(y + grain), UInt8((x / 4 + y / 4) % 2 * 120 + grain)]
            }
        }
        return bytes
    }()

    /// A JPEG whose Exif block says which way up it is, and where it was taken: 32°53′ N, 13°11′ E. Its XMP block says the latter again.
    func makeTagged(orientation: UInt16) throws -> String {
        let path = try make("tagged.jpg")
        let plain = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let tagged = plain.prefix(2) + Self.exif(orientation: orientation) + Self.xmp + plain.dropFirst(2)
        try Data(tagged).write(to: URL(filePath: path))
        return path
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// What `vipsheader -a` says.
    func header(_ path: String) throws -> String { try run("/usr/bin/vipsheader", ["-a", path]) }

    func vips(_ arguments: [String]) throws { _ = try run("/usr/bin/vips", arguments) }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
        return String(decoding: output, as: UTF8.self)
    }

    private static let xmp: [UInt8] = {
        let text = """
            http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="32,53N"/></rdf:RDF></x:xmpmeta>
            """
        let length = text.utf8.count + 2
        return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + Array(text.utf8)
    }()

    /// A segment of APP1: IFD0 with an orientation and a pointer to a GPS block with two references and two coordinates.
    private static func exif(orientation: UInt16) -> [UInt8] {
        let short = { (value: Int) in [UInt8(value >> 8 & 255), UInt8(value & 255)] }
        let long = { (value: Int) in short(value >> 16) + short(value & 0xFFFF) }
        let entry = { (tag: Int, type: Int, count: Int, value: [UInt8]) in short(tag) + short(type) + long(count) + value }
        var tiff = Array("MM".utf8) + short(42) + long(8)
        tiff += short(2) + entry(0x0112, 3, 1, short(Int(orientation)) + [0, 0]) + entry(0x8825, 4, 1, long(38)) + long(0)
        tiff += short(4) + entry(1, 2, 2, Array("N".utf8) + [0, 0, 0]) + entry(2, 5, 3, long(92)) + entry(3, 2, 2, Array("E".utf8) + [0, 0, 0])
        tiff += entry(4, 5, 3, long(116)) + long(0)
        for (degrees, minutes) in [(32, 53), (13, 11)] { tiff += long(degrees) + long(1) + long(minutes) + long(1) + long(0) + long(1) }
        let body = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, 0xE1] + short(body.count + 2) + body
    }
}
