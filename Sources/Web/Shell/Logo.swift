import Basics
import Foundation
import Newsroom

/// The newsroom's logo: a small PNG, JPEG or WebP beside `newsroom.yaml`, served as it is.
struct Logo: Sendable {
    let bytes: [UInt8]
    let type: String
    let ending: String
    let width: Int
    let height: Int

    private static let mostBytes = 100_000

    /// Nil when the face names none. Refuses with `invalid` what is missing, too large or no PNG.
    static func read(_ face: Face, folder: String) throws -> Logo? {
        guard let name = face.logo else { return nil }
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
            throw refusal(name, ar: "غير موجود", en: "is not there")
        }
        guard data.count <= mostBytes else { throw refusal(name, ar: "أكبر من 100 كيلوبايت", en: "is larger than 100 KB") }
        let bytes = [UInt8](data)
        guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw refusal(name, ar: "ليس صورة PNG", en: "is no PNG picture")
        }
        let number = { (at: Int) in bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        return Logo(bytes: bytes, type: "image/png", ending: "png", width: number(16), height: number(20))
    }

    private static func refusal(_ name: String, ar: String, en: String) -> Refusal {
        Refusal(.invalid, ar: "\(Face.fileName): الشعار \(name) \(ar)", en: "\(Face.fileName): the logo \(name) \(en)", field: "logo")
    }
}
