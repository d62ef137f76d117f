import Basics

extension MediaType {
    /// How many of a file's first bytes decide.
    package static let sniffed = 512

    /// Tells a file's type from its first bytes; the ending of its name is never asked.
    ///
    /// Refuses with `invalid`, in words that say what it is instead, anything that is not taken.
    package init(sniffing start: some Collection<UInt8>) throws {
        let bytes = Array(start.prefix(MediaType.sniffed))
        guard let type = MediaType.binary(bytes) else { throw MediaType.refusal(bytes) }
        self = type
    }

    private static func binary(_ bytes: [UInt8]) -> MediaType? {
        let starts = { (text: String, place: Int) in bytes.dropFirst(place).starts(with: text.utf8) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts("GIF87a", 0) || starts("GIF89a", 0) { return .gif }
        if starts("RIFF", 0), starts("WEBPVP8", 8) { return .webp }
        if starts("%PDF-", 0) { return .pdf }
        if starts("OggS", 0) { return .ogg }
        if starts("ftyp", 4) { return boxed(bytes) }
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]), bytes.prefix(64).contains("webm") { return .webm }
        if starts("ID3", 0) || isFrameOfSound(bytes) { return .mp3 }
        return nil
    }

    /// The files of ISO 14496-12 name their brands in their first box.
    private static func boxed(_ bytes: [UInt8]) -> MediaType? {
        let size = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard size >= 16, size <= 4096, bytes.count >= 12 else { return nil }
        let end = min(size, bytes.count)
        let brands = [8] + Array(stride(from: 16, to: max(16, end - 3), by: 4))
        let names = brands.map { String(decoding: bytes[$0..<$0 + 4], as: UTF8.self) }
        switch names[0] {
        case "avif", "avis": return .avif
        case "heic", "heix", "heim", "heis": return .heic
        case "mif1", "msf1": return names.contains("avif") ? .avif : names.contains("heic") ? .heic : nil
        case "M4A ", "M4B ": return .m4a
        case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "MSNV": return .mp4
        default: return nil
        }
    }

    /// The head of a frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist.
    private static func isFrameOfSound(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4, bytes[0] == 0xFF, bytes[1] & 0xE6 == 0xE2, bytes[1] & 0x18 != 0x08 else { return false }
        return bytes[2] >> 4 != 15 && bytes[2] >> 4 != 0 && bytes[2] >> 2 & 3 != 3
    }

    private static func refusal(_ bytes: [UInt8]) -> Refusal {
        if bytes.isEmpty { return Refusal(.invalid, ar: "الملف فارغ.", en: "The file is empty.", field: "file") }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if text.contains("<svg") {
            return Refusal(
                .invalid, ar: "صور SVG غير مقبولة لأنها قد تحمل برامج: حوّلها إلى PNG.",
                en: "SVG pictures are not taken, as they can carry programs: make it a PNG.", field: "file")
        }
        if ["<!doctype html", "<html", "<head", "<body", "<script"].contains(where: text.contains) {
            return Refusal(
                .invalid, ar: "هذا الملف صفحة ويب وليس صورة أو وثيقة.", en: "This file is a web page, not a picture or a document.", field: "file")
        }
        return Refusal(
            .invalid, ar: "نوع الملف غير معروف. المقبول: JPEG وPNG وWebP وAVIF وGIF وHEIC وPDF وMP3 وM4A وOGG وMP4 وWebM.",
            en: "The kind of this file is not known. Taken are JPEG, PNG, WebP, AVIF, GIF, HEIC, PDF, MP3, M4A, OGG, MP4 and WebM.", field: "file")
    }
}

extension Sequence<UInt8> {
    fileprivate func contains(_ text: String) -> Bool {
        String(decoding: Array(self), as: Unicode.ASCII.self).contains(text)
    }
}
