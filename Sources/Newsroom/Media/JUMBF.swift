/// A superbox of JUMBF (ISO 19566-5), as pictures carry their content credentials in (C2PA 2.1, 11).
struct JUMBF: Hashable, Sendable {
    let label: String
    /// The superboxes in it.
    let boxes: [JUMBF]
    /// The content of its box of CBOR, where it has one that can be read.
    let cbor: CBOR?

    /// In bytes, of a store that is read.
    private static let largest = 16 << 20
    private static let deepest = 8

    /// Reads the superbox that `bytes` begin with; nil when they are none, or nested too deep.
    init?(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        var source = Boxes(bytes)
        guard depth < Self.deepest, let whole = source.next(), whole.type == "jumb" else { return nil }
        var content = Boxes(whole.body)
        guard let description = content.next(), description.type == "jumd", let label = Self.label(description.body) else { return nil }
        var (boxes, cbor): ([JUMBF], CBOR?) = ([], nil)
        while let box = content.next() {
            switch box.type {
            case "jumb":
                guard let inner = JUMBF(box.whole, depth: depth + 1) else { return nil }
                boxes.append(inner)
            case "cbor": cbor = try? CBORReader.whole(Array(box.body), skippingTags: true)
            default: break
            }
        }
        (self.label, self.boxes, self.cbor) = (label, boxes, cbor)
    }

    /// Behind the 16 bytes of its type and the toggles, of which the second says that there is one.
    private static func label(_ description: ArraySlice<UInt8>) -> String? {
        guard description.count > 17, description[description.startIndex + 16] & 2 != 0 else { return nil }
        return String(validating: description.dropFirst(17).prefix { $0 != 0 }, as: UTF8.self)
    }

    // MARK: Where files have it

    /// The store of a picture's manifests; nil where it has none.
    static func store(in file: UnsafeRawBufferPointer, _ type: MediaType) -> JUMBF? {
        let found: [UInt8]? =
            switch type {
            case .jpeg: segments(of: file)
            case .png: chunk("caBX", of: file, from: 8, bigEndian: true, lengthFirst: true, trailer: 4)
            case .webp: chunk("C2PA", of: file, from: 12, bigEndian: false, lengthFirst: false, trailer: 0)
            case .avif, .heic: box(of: file)
            default: nil
            }
        return found.flatMap { $0.count <= largest ? JUMBF($0[...]) : nil }
    }

    /// Of JPEG, in the segments APP11 (ISO 19566-5, Annex D): each begins with `JP`, the number of its box and of the piece, and the head of the box again.
    private static func segments(of file: UnsafeRawBufferPointer) -> [UInt8]? {
        var pieces: [(number: UInt32, bytes: ArraySlice<UInt8>)] = []
        var (place, instance): (Int, UInt16?) = (2, nil)
        while place + 4 <= file.count, file[place] == 0xFF, file[place + 1] != 0xDA {
            let length = Int(file[place + 2]) << 8 | Int(file[place + 3])
            guard length >= 2, place + 2 + length <= file.count else { return nil }
            let body = Array(file[(place + 4)..<(place + 2 + length)])
            if file[place + 1] == 0xEB, body.count > 16, body[0] == 0x4A, body[1] == 0x50 {
                let (box, number) = (UInt16(body[2]) << 8 | UInt16(body[3]), body[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
                if instance == nil { instance = box }
                if box == instance { pieces.append((number, body[8...])) }
            }
            place += 2 + length
        }
        let sorted = pieces.sorted { $0.number < $1.number }
        guard let first = sorted.first else { return nil }
        return sorted.dropFirst().reduce(into: Array(first.bytes)) { $0 += $1.bytes.dropFirst(8) }
    }

    /// Of PNG and WebP, in a chunk of its own.
    private static func chunk(
        _ name: String, of file: UnsafeRawBufferPointer, from start: Int, bigEndian: Bool, lengthFirst: Bool, trailer: Int
    ) -> [UInt8]? {
        var place = start
        while place + 8 <= file.count {
            let (lengthAt, nameAt) = lengthFirst ? (place, place + 4) : (place + 4, place)
            let digits = Array(file[lengthAt..<lengthAt + 4])
            let length = (bigEndian ? digits : digits.reversed()).reduce(0) { $0 << 8 | Int($1) }
            guard length <= file.count - place - 8 else { return nil }
            if file[nameAt..<nameAt + 4].elementsEqual(name.utf8) { return Array(file[(place + 8)..<(place + 8 + length)]) }
            // RIFF pads what is odd.
            place += 8 + length + trailer + (lengthFirst ? 0 : length & 1)
        }
        return nil
    }

    /// Of AVIF and HEIC, in a box `uuid` (C2PA 2.1, A.5): version and flags, the word `manifest`, a place of eight bytes, the store.
    private static func box(of file: UnsafeRawBufferPointer) -> [UInt8]? {
        let identity: [UInt8] = [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81]
        let head = identity + [0, 0, 0, 0] + Array("manifest".utf8) + [0]
        var source = Boxes(Array(file.prefix(largest))[...])
        while let box = source.next() {
            if box.type == "uuid", box.body.starts(with: head), box.body.count > head.count + 8 { return Array(box.body.dropFirst(head.count + 8)) }
        }
        return nil
    }
}

/// The boxes that stand behind each other in some bytes (ISO 14496-12, 4.2).
private struct Boxes: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> (type: String, whole: ArraySlice<UInt8>, body: ArraySlice<UInt8>)? {
        guard rest.count >= 8 else { return nil }
        let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        var (length, head) = (number(rest.prefix(4)), 8)
        let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
        switch length {
        case 0: length = UInt64(rest.count)
        case 1:
            guard rest.count >= 16 else { return nil }
            (length, head) = (number(rest.dropFirst(8).prefix(8)), 16)
        default: break
        }
        guard length >= UInt64(head), length <= UInt64(rest.count) else { return nil }
        let whole = rest.prefix(Int(length))
        rest = rest.dropFirst(Int(length))
        return (type, whole, whole.dropFirst(head))
    }
}
