import Basics
import Testing

@testable import Newsroom

@Suite("What kind of file it is")
struct MediaTypeTests {
    @Test(
        "the first bytes say it",
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png), (Array("GIF89a".utf8), .gif),
            (Array("RIFFxxxxWEBPVP8L".utf8), .webp), (Array("%PDF-1.7".utf8), .pdf), (Array("OggS\0".utf8), .ogg), (Array("ID3\u{3}".utf8), .mp3),
            ([0xFF, 0xFB, 0x90, 0x64], .mp3), (box("avif", "mif1", "avif"), .avif), (box("mif1", "mif1", "avif"), .avif),
            (box("heic", "mif1"), .heic), (box("M4A ", "isom"), .m4a), (box("isom", "mp41"), .mp4),
            ([0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84] + Array("webm".utf8), .webm),
        ] as [([UInt8], MediaType)])
    func known(_ bytes: [UInt8], _ type: MediaType) throws {
        #expect(try MediaType(sniffing: bytes) == type)
    }

    @Test(
        "what may carry a program, or is nothing known, is refused in words",
        arguments: [
            ("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"), ("<?xml version='1.0'?>\n<!-- x --><SVG>", "SVG"),
            ("<!DOCTYPE html><p>", "web page"), ("\n<html>", "web page"), ("MZ\u{90}", "not known"),
            ("PK\u{3}\u{4}", "not known"), ("#!/bin/sh", "not known"), ("", "empty"),
            (" %PDF-1.4", "not known"), ("\u{1A}matroska", "not known"), ("\0\0\0\u{14}ftypqt  \0\0\0\0qt  ", "not known"),
        ])
    func refused(_ text: String, _ word: String) {
        let refusal = #expect(throws: Refusal.self) { try MediaType(sniffing: Array(text.utf8)) }
        #expect(refusal?.kind == .invalid && refusal?.words.en.contains(word) == true && refusal?.words.ar.isEmpty == false)
    }

    private static func box(_ brands: String...) -> [UInt8] {
        [0, 0, 0, UInt8(12 + brands.count * 4)] + Array(("ftyp" + brands[0] + "\0\0\0\0" + brands.dropFirst().joined()).utf8) + [0, 0, 0, 0]
    }
}
