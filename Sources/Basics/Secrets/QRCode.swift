import CQR
import Foundation

/// A QR code (ISO/IEC 18004, by libqrencode) as SVG.
package struct QRCode: Sendable {
    /// Modules on each side.
    package let size: Int
    private let isDark: [Bool]

    /// Light modules around the code (ISO/IEC 18004, 5.3.8).
    private static let margin = 4
    private static let longest = 1024

    /// Nil for an empty text, one of more than 1,024 bytes, or one with a NUL. Medium error correction.
    package init?(_ text: String) {
        guard (1...Self.longest).contains(text.utf8.count), !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
            return nil
        }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        size = side
        isDark = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
    }

    package func isDark(_ x: Int, _ y: Int) -> Bool { isDark[y * size + x] }

    /// A picture of one path, dark on white whatever the page's colours are, with `title` for those who do not see it. It carries no style and no script.
    package func svg(title: String) -> String {
        let side = size + 2 * Self.margin
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                let start = x
                while x < size, isDark(x, y) { x += 1 }
                if x > start { path += "M\(start + Self.margin) \(y + Self.margin)h\(x - start)v1h-\(x - start)z" }
                x += 1
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" shape-rendering="crispEdges"><title>\(Self.escaped(title))</title>\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
