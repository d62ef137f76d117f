package import Basics
import Foundation

/// Where pictures are developed: libvips, as a separate process with limits, decodes what came in and makes everything that is served anew.
package struct Darkroom: Hashable, Sendable {
    /// Where libvips-tools keeps its programs.
    let tools: String
    let limits: ToolLimits

    static let mostPixels = 100_000_000
    static let longestSide = 30_000

    /// Looks for `vips` and `vipsheader` in the folder `tools`.
    package init(tools: String = "/usr/bin") { self.init(tools: tools, limits: .standard) }

    init(tools: String, limits: ToolLimits) {
        self.tools = tools
        self.limits = limits
    }

    /// What is missing for pictures to be developed, with the package of Debian that brings it; nil when all is there.
    package func available() -> Phrase? {
        let needed = [
            ("\(tools)/vips", "libvips-tools"), ("\(tools)/vipsheader", "libvips-tools"), ("/usr/bin/prlimit", "util-linux"),
            ("/usr/bin/setpriv", "util-linux"),
        ]
        guard let (program, package) = needed.first(where: { access($0.0, X_OK) != 0 }) else { return nil }
        return Phrase(
            ar: "لا يمكن معالجة الصور: البرنامج \(program) غير موجود. ثبّت الحزمة \(package) (apt install \(package)).",
            en: "Pictures cannot be developed: \(program) is missing. Install the package \(package) (apt install \(package)).")
    }

    /// What is missing for credits to be read out of pictures; nil when it is there. Pictures are developed without it.
    package func readsCredits() -> Phrase? {
        guard access("\(tools)/exiv2", X_OK) != 0 else { return nil }
        return Phrase(
            ar: "لا يُقرأ مصدر الصور من ملفاتها: ثبّت الحزمة exiv2 (apt install exiv2).",
            en: "Credits are not read out of pictures: install the package exiv2 (apt install exiv2).")
    }

    /// Makes every variant of a picture in the folder `work`. Throws a `MediaFailure`, permanent when the picture is at fault.
    func develop(_ path: String, as type: MediaType, in work: String) async throws -> Development {
        let negative = "\(work)/negative.tif"
        let seen = try await header(of: path, in: work)
        guard seen.loader == type.loader || seen.loader == type.loader.map({ "\($0)_source" }) else { throw Darkroom.spoilt }
        guard seen.width <= Darkroom.longestSide, seen.height <= Darkroom.longestSide, seen.width * seen.height <= Darkroom.mostPixels else {
            throw MediaFailure.permanent(
                ar: "الصورة كبيرة جدًا (\(seen.width)×\(seen.height)). الحد 100 مليون نقطة و30 ألفًا لكل ضلع.",
                en: "The picture is too large (\(seen.width)×\(seen.height)). The limits are 100 megapixels and 30,000 on a side.")
        }
        // What comes from outside is decoded once, and nothing but its pixels goes on: upright, in sRGB,
        // no wider than the widest variant, no higher than WebP can be.
        try await vips(
            [
                "thumbnail", path, "\(negative)[strip]", String(PrintSize.widest), "--height", "16383", "--size", "down", "--fail-on", "truncated",
                "--export-profile", "srgb",
            ], in: work)
        let upright = try await header(of: negative, in: work)
        var prints: [Development.Print] = []
        for size in PrintSize.all(for: upright) {
            let file = "\(work)/\(size.width).\(size.format.type.ending)"
            try await vips(
                ["thumbnail", negative, file + size.options, String(size.width), "--height", String(size.height), "--size", "force"], in: work)
            prints.append(Development.Print(format: size.format, width: size.width, height: size.height, path: file))
        }
        let turned = seen.isTurned(against: upright)
        return Development(width: turned ? seen.height : seen.width, height: turned ? seen.width : seen.height, prints: prints)
    }

    private func header(of path: String, in work: String) async throws -> PictureHeader {
        let said = try await outcome("vipsheader", ["-a", path], in: work)
        guard let header = PictureHeader(said.output) else { throw Darkroom.spoilt }
        return header
    }

    private func vips(_ arguments: [String], in work: String) async throws {
        _ = try await outcome("vips", arguments, in: work)
    }

    private func outcome(_ program: String, _ arguments: [String], in work: String) async throws -> ToolRun.Outcome {
        let outcome = try await ToolRun(program: "\(tools)/\(program)", arguments: arguments, folder: work, limits: limits).outcome()
        switch outcome.end {
        case .status(0): return outcome
        case .status(126), .status(127): throw available().map { MediaFailure($0, permanent: false) } ?? Darkroom.spoilt
        case .timedOut:
            throw MediaFailure.passing(ar: "استغرقت معالجة الصورة وقتًا طويلًا فأُوقفت.", en: "Developing the picture took too long and was stopped.")
        case .status, .signal: throw Darkroom.spoilt
        }
    }

    private static let spoilt = MediaFailure.permanent(
        ar: "لا يمكن قراءة هذه الصورة: الملف تالف أو ناقص أو بصيغة لا تُفتح.",
        en: "This picture cannot be read: the file is damaged, incomplete or of a form that cannot be opened.")
}
