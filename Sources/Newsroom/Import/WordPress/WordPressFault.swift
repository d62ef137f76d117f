package import Basics

/// Something in an export that is not as it should be: where, how bad, and in words.
package struct WordPressFault: Hashable, Sendable {
    package enum Severity: Hashable, Sendable {
        /// All was kept, some of it mended.
        case warning
        /// Something of the file is missing from what came out.
        case loss
        /// The file, or the rest of it, is not read.
        case refusal
    }

    package enum Kind: Hashable, Sendable {
        case empty, html, notXML, archiveWithoutExport
        /// XML with another root element than an export has.
        case otherXML(root: String)
        case doctypeDeclaresEntities
        case encodingRefused(String)
        case expandsTooFar
        /// The disk or the archive gave an error.
        case unreadable(detail: String)
        /// The file ends inside of an item or record.
        case truncated
        /// The file ends between items, before its own end.
        case endsEarly
        case tooLarge(bytes: Int)
        /// Not to be read as XML, not even mended; the detail is the parser's.
        case broken(detail: String)
        case mended(detail: String)
        /// A tag or a CDATA section was never closed.
        case unclosed
        case headerBroken(detail: String)
        case strayText
        case controlCharacters(count: Int)
        case invalidBytes(count: Int)
        case encodingDiffers(declared: String)
        case encodingConverted(from: String)
        case encodingUnknown(String)
        case doctypeIgnored
        case versionMissing
        case versionUnknown(String)
        case namespaceMissing
    }

    package struct Place: Hashable, Sendable {
        /// The document's name in a zip.
        package var document: String?
        package var line: Int
        /// The number of the item; nil for what is no item.
        package var number: Int?
        package var title: String?
        package var id: Int64?

        package init(document: String? = nil, line: Int, number: Int? = nil, title: String? = nil, id: Int64? = nil) {
            self.document = document
            self.line = line
            self.number = number
            self.title = title
            self.id = id
        }
    }

    package let kind: Kind
    package let place: Place

    package init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    package var severity: Severity {
        switch kind {
        case .empty, .html, .notXML, .archiveWithoutExport, .otherXML, .doctypeDeclaresEntities, .encodingRefused, .expandsTooFar: .refusal
        case .unreadable, .truncated, .endsEarly, .tooLarge, .broken, .headerBroken, .strayText: .loss
        case .mended, .unclosed, .controlCharacters, .invalidBytes, .encodingDiffers, .encodingConverted, .encodingUnknown, .doctypeIgnored,
            .versionMissing, .versionUnknown, .namespaceMissing:
            .warning
        }
    }

    /// Where and what, for the person who brought the file.
    package var words: Phrase {
        let (place, what) = (place.words, kind.words)
        return Phrase(ar: "\(place.ar): \(what.ar)", en: "\(place.en): \(what.en)")
    }
}
