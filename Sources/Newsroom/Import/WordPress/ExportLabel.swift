/// The title and id of an item too broken to be parsed, as far as they can be made out, so that it can be named.
struct ExportLabel {
    private(set) var title: String?
    private(set) var id: Int64?

    init(of bytes: [UInt8]) {
        title = ExportLabel.field("<title>", "</title>", in: bytes)
        id = ExportLabel.field("post_id>", "</", in: bytes).flatMap { Int64($0) }
    }

    private static func field(_ opening: StaticString, _ closing: StaticString, in bytes: [UInt8]) -> String? {
        guard let tag = bytes.find(opening, from: 0) else { return nil }
        let start = tag + opening.utf8CodeUnitCount
        let end = bytes.find(closing, from: start, to: min(start + 2000, bytes.count)) ?? min(start + 200, bytes.count)
        let text = bytes.text(start..<end).replacing("<![CDATA[", with: "").replacing("]]>", with: "")
        let line = text.split(whereSeparator: \.isNewline).first.map { $0.drop(while: \.isWhitespace) }.map(String.init)
        return line?.isEmpty == false ? line : nil
    }
}
