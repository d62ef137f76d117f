extension Story {
    /// The words of a story out of its canonical HTML, without reading it as a story: for whoever looks into many at once. They are those of `plainText`,
    /// blocks and cells on lines of their own; an embed without a title has its address.
    package static func words(ofCanonical html: String) -> String {
        var html = html
        return html.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { text in
                var (count, index) = (0, 0)
                func add(_ byte: UInt8) {
                    text[count] = byte
                    count += 1
                }
                while index < bytes.count {
                    switch bytes[index] {
                    case UInt8(ascii: "<"):
                        // In canonical HTML these two stand for nothing but tags.
                        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
                        let isInline = inlineTags.contains { $0.isTag(bytes[min(index + 1, end)..<end]) }
                        if !isInline, count > 0, text[count - 1] != UInt8(ascii: "\n") { add(UInt8(ascii: "\n")) }
                        index = end + 1
                    case UInt8(ascii: "&"):
                        let reference = references.first { bytes[index...].starts(with: $0.written) }
                        add(reference?.byte ?? bytes[index])
                        index += reference?.written.count ?? 1
                    default:
                        add(bytes[index])
                        index += 1
                    }
                }
                if count > 0, text[count - 1] == UInt8(ascii: "\n") { count -= 1 }
                return count
            }
        }
    }

    private static let references = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")].map {
        (written: Array($0.0.utf8), byte: $0.1.utf8.first!)
    }
    private static let inlineTags = ["a", "em", "strong", "code", "sub", "sup", "span"].map { Array($0.utf8) }
}

extension [UInt8] {
    /// Whether it is the name of the tag that is written behind `<`.
    fileprivate func isTag(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = written.first == UInt8(ascii: "/") ? written.dropFirst() : written
        return name.starts(with: self) && (name.count == count || name[name.startIndex + count] == UInt8(ascii: " "))
    }
}
