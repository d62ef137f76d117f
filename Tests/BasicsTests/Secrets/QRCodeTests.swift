import Foundation
import Testing

@testable import Basics

@Suite("QR codes")
struct QRCodeTests {
    @Test("a code has its three corners and is drawn in one path without style or script")
    func drawn() throws {
        let code = try #require(QRCode(TOTP(seed: [UInt8](0..<20)).address(account: "salma@mail.example", issuer: "Matbaa")))
        #expect((code.size - 17).isMultiple(of: 4) && code.size > 21)
        for (x, y) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            for step in 0..<7 {
                #expect(code.isDark(x + step, y) && code.isDark(x, y + step) && code.isDark(x + step, y + 6) && code.isDark(x + 6, y + step))
            }
            #expect(!code.isDark(x + 1, y + 1) && code.isDark(x + 3, y + 3))
        }
        let svg = code.svg(title: "A <b> & \"c\"")
        #expect(svg.contains("viewBox=\"0 0 \(code.size + 8) \(code.size + 8)\"") && svg.contains("d=\"M4 4h7v1h-7z"))
        #expect(svg.contains("<title>A &lt;b&gt; &amp; \"c\"</title>") && !svg.contains("style") && svg.utf8.count < 40_000)
    }

    @Test(
        "another program reads from the picture what was written",
        .enabled(if: OtherProgram.isThere("zbarimg") && OtherProgram.isThere("rsvg-convert")), arguments: ["a", "", "جريدة", "long"])
    func read(text: String) throws {
        let address = TOTP().address(account: text == "long" ? String(repeating: "salma", count: 60) : "salma@mail.example", issuer: text)
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("qr-" + Token().text).path
        defer { for ending in [".svg", ".png"] { try? FileManager.default.removeItem(atPath: base + ending) } }
        try #require(QRCode(address)).svg(title: "QR").write(toFile: base + ".svg", atomically: true, encoding: .utf8)
        _ = try OtherProgram.run("rsvg-convert", ["-w", "600", "-o", base + ".png", base + ".svg"])
        #expect(try OtherProgram.run("zbarimg", ["-q", "--raw", base + ".png"]) == address + "\n")
    }

    @Test("nothing, too much and a NUL make none")
    func none() { #expect(QRCode("") == nil && QRCode("a\u{0}b") == nil && QRCode(String(repeating: "a", count: 1025)) == nil) }
}
