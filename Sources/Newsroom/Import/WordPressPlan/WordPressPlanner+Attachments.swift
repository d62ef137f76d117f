import Basics
import Foundation

extension WordPressPlanner {
    func attachment(_ item: WordPressItem, _ notes: inout [Phrase]) -> WordPressPlan.Outcome {
        guard let id = item.id else { return .skip(Phrase(ar: "ملف بلا رقم", en: "a file without a number")) }
        let url = item.attachmentURL ?? (item.guid.hasPrefix("http") ? item.guid : nil)
        let relative = item.meta("_wp_attached_file").flatMap { $0.isEmpty ? nil : $0 } ?? url.flatMap(Self.belowUploads)
        let name = (relative ?? url ?? "").split(separator: "/").last.map { String($0).removingPercentEncoding ?? String($0) } ?? item.title
        guard let kind = Self.kind(of: name) else {
            return .skip(Phrase(ar: "ملف من نوع لا يُقبل: \(name)", en: "a file of a kind that is not taken: \(name)"))
        }
        let texts = MediaTexts(
            alt: PlainText.of(item.meta("_wp_attachment_image_alt") ?? ""),
            caption: PlainText.of(item.excerpt.isEmpty ? item.content : item.excerpt), credit: credit(of: item))
        let language = language(of: item) ?? mainLanguage
        let pages = item.link.isEmpty ? [] : [item.link]
        return .attachment(
            PlannedAttachment(
                id: id, url: url, kind: kind, fileName: name, relativePath: relative, language: language, texts: texts, createdAt: item.date,
                oldPaths: pages + [url].compactMap(\.self).filter { Redirects.host(of: $0) == terms.host }
                    + terms.oldPaths("/?attachment_id=\(id)", [])))
    }

    /// What the picture itself says of who took it, as WordPress read it from the file.
    private func credit(of item: WordPressItem) -> String {
        guard let text = item.meta("_wp_attachment_metadata"), let data = PHPSerialized(text)?["image_meta"] else { return "" }
        return PlainText.of([data["credit"]?.string, data["copyright"]?.string].compactMap(\.self).first { !$0.isEmpty } ?? "")
    }

    private static func belowUploads(_ url: String) -> String? {
        let path = url.range(of: "/uploads/").map { String(url[$0.upperBound...]) } ?? url.split(separator: "/").last.map(String.init)
        return path.map { $0.removingPercentEncoding ?? $0 }
    }

    /// By the name's ending: the bytes decide when the file is there.
    private static func kind(of name: String) -> MediaItem.Kind? {
        switch name.lowercased().split(separator: ".").last.map(String.init) {
        case "jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "heic", "bmp", "tif", "tiff": .picture
        case "pdf": .document
        case "mp3", "m4a", "ogg", "oga", "wav": .audio
        case "mp4", "m4v", "webm", "mov", "ogv": .video
        default: nil
        }
    }
}
