import Basics
import Foundation
import HTTPTypes
import NIOCore
import Newsroom
import Storage
import Synchronization
import Testing

@testable import Web

@Suite("The library of the desk")
struct LibraryPageTests {
    @Test("a file comes in by a plain form, is described, stands above a story, and is found")
    func day() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .administrator)
            #expect(try await ada.get("/ar/desk/media").text.contains("لا شيء كهذا في المكتبة."))
            let added = try await ada.postFile("/en/desk/media", "رصيف.png", Self.png)
            let place = try #require(added.headers[.location]?.split(separator: "?").first.map(String.init))
            let page = try await ada.get(place)
            #expect(page.status == .ok && page.text.contains("رصيف.png") && page.text.contains("No story has it now."))
            let fields = [
                "alt-en": "A quay <at> dawn", "alt-ar": "رصيف فجرًا", "caption-en": "", "credit-en": "Ada", "licence": "", "focus-x": "25",
                "focus-y": "100",
            ]
            #expect(try await ada.post(place, fields).status == .seeOther)
            let described = try await ada.get(place)
            #expect(
                described.text.contains("A quay &lt;at&gt; dawn")
                    && described.text.contains("name=\"focus-x\" min=\"0\" max=\"100\" step=\"1\" value=\"25\""))
            #expect(described.text.contains("focus-1-4"))
            for bad in ["101", "-1", "x"] {
                let refused = try await ada.post(place, fields.merging(["focus-x": bad, "alt-en": "Typed"]) { $1 })
                #expect(
                    refused.status == .badRequest && refused.text.contains("The point lies outside the picture.") && refused.text.contains("Typed"),
                    "\(bad)")
            }
            #expect(try await ada.get("/en/desk/media?q=quay+dawn").text.contains(place))
            #expect(try await !ada.get("/en/desk/media?undescribed=en").text.contains(place))

            let story = "/en/desk/stories/\(news.english)"
            let number = try #require(place.split(separator: "/").last.map(String.init))
            #expect(try await ada.get(story + "/details?q=dawn").text.contains("name=\"picture\" value=\"\(number)\""))
            #expect(try await ada.post(story + "/picture", ["picture": number]).status == .seeOther)
            #expect(try await client.execute(uri: "/en/articles/quay-handed-over", method: .get).text.contains("alt=\"A quay &lt;at&gt; dawn\""))
            #expect(try await ada.get(place).text.contains(">Quay handed over</a>"))
            #expect(try await ada.post(place + "/deletion", ["sure": "1"]).status == .conflict)
            #expect(try await ada.post(story + "/picture", ["picture": ""]).status == .seeOther)
            #expect(try await ada.post(place + "/deletion", [:]).status == .badRequest)
            #expect(try await ada.post(place + "/deletion", ["sure": "1"]).status == .seeOther)
            #expect(try await ada.get(place).status == .notFound)
        }
    }

    @Test("another file in its place by a plain form: the page says what is wrong with one that cannot be")
    func replacing() async throws {
        try await WebNewsroom.serve { news, client in
            let (ada, ben) = (try await news.staff(client, "ada", .editor), try await news.staff(client, "ben", .reporter))
            let place = try #require(
                try await ben.postFile("/en/desk/media", "a.png", Self.png).headers[.location]?.split(separator: "?").first.map(String.init))
            let svg = try await ada.postFile(place + "/file", "a.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8))
            #expect(svg.status == .badRequest && svg.text.contains("SVG pictures are not taken"))
            #expect(try await ben.postFile(place + "/file", "b.png", Self.png).status == .forbidden)
            let nothing = try await ada.postFile(place + "/file", "", [])
            #expect(nothing.status == .badRequest && nothing.text.contains("Choose a file, and send it."))
            #expect(
                try await ada.postFile("/en/desk/media", "a.png", Self.png).headers[.location]?.hasPrefix(place) == true,
                "the same file is the same item")
        }
    }

    /// 40 by 30 points.
    static let png: [UInt8] = {
        let base64 =
            "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAPklEQVR42mM4sSUKB5qGA1FHPcOoxaMWj1pMRYtpawEu9aMWj1o8ajE1LR4tMkctHrV4tD4eLTJHLR5kFgMATtgmaOWVXkwAAAAASUVORK5CYII="
        return Data(base64Encoded: base64).map { [UInt8]($0) } ?? []
    }()
}

@Suite("Forms with a file")
struct MultipartFormTests {
    @Test("the file is what was given, however the body was cut on its way and whatever stands in it")
    func cuts() async throws {
        let contents: [[UInt8]] = [
            Array("plain".utf8), Array("\r\n--lin\r\n--li".utf8), [0, 13, 10, 45, 45, 255], Array("\r\n".utf8), Array(repeating: 13, count: 300),
        ]
        for content in contents {
            let body = Browser.multipart("line", "a \"b\".jpg", content)
            for size in [1, 2, 3, 7, 64, body.count] {
                let read = try await MultipartReading.read(body, boundary: "line", parts: size)
                #expect(read.bytes == content && read.name == "a %22b%22.jpg", "\(content) in parts of \(size)")
            }
        }
    }

    @Test("what is no such form, ends early, or holds no file is refused, and a long file is cut off")
    func refused() async throws {
        let whole = Browser.multipart("line", "a.jpg", Array("content".utf8))
        for end in [0, 5, 40, whole.count - 12] {
            await #expect(throws: Refusal.self, "cut at \(end)") {
                try await MultipartReading.read(Array(whole.prefix(end)), boundary: "line", parts: 9)
            }
        }
        for boundary in ["other", "", String(repeating: "b", count: 71)] {
            await #expect(throws: Refusal.self, "\(boundary)") { try await MultipartReading.read(whole, boundary: boundary, parts: 9) }
        }
        let field = Array("--line\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nvalue\r\n--line--\r\n".utf8)
        await #expect(throws: Refusal.self) { try await MultipartReading.read(field, boundary: "line", parts: 9) }
        await #expect(throws: Refusal.self) { try await MultipartReading.read(Browser.multipart("line", "", []), boundary: "line", parts: 9) }
        // A head without an end is not waited for.
        let taken = Mutex(0)
        let endless = AsyncStream<ByteBuffer> {
            let number = taken.withLock { number in
                number += 1
                return number
            }
            return number > 1_000 ? nil : ByteBuffer(string: number == 1 ? "--line\r\nX: " : String(repeating: "x", count: 1_000))
        }
        await #expect(throws: Refusal.self) { try await MultipartReading.read(endless, boundary: "line", most: 1 << 20) }
        #expect(taken.withLock { $0 } < 20)
        await #expect(throws: NewFile.TooLong.self) {
            try await MultipartReading.read(
                Browser.multipart("line", "a.jpg", [UInt8](repeating: 1, count: 5_000)), boundary: "line", parts: 100, most: 4_999)
        }
    }

    @Test("the first file counts, and a path in its name does not")
    func first() async throws {
        let one = Browser.multipart("line", "C:\\folder\\one.jpg", Array("1".utf8)).dropLast("--line--\r\n".utf8.count)
        let read = try await MultipartReading.read(Array(one) + Browser.multipart("line", "two.jpg", Array("2".utf8)), boundary: "line", parts: 11)
        #expect(read.name == "one.jpg" && read.bytes == Array("1".utf8))
    }
}
