/// An element that the quick reader knows, and what it may stand in without the HTML parser moving anything.
struct WellFormedElement {
    enum Place {
        case anywhere
        case inList, inDefinitions, inTable, inRows, inRow, inColumns
    }

    let tag: Tag
    var place = Place.anywhere
    /// Whether an open paragraph would end before it.
    var endsParagraph = false
    var isVoid = false
    /// The name for notes, when the tag stands for several.
    let name: String

    static let byName: [PackedName: WellFormedElement] = {
        var elements: [PackedName: WellFormedElement] = [:]
        func add(_ names: String, place: Place = .anywhere, endsParagraph: Bool = false, isVoid: Bool = false) {
            for name in names.split(separator: " ").map(String.init) {
                guard let packed = PackedName(Array(name.utf8)) else { continue }
                elements[packed] = WellFormedElement(tag: Tag(name: name), place: place, endsParagraph: endsParagraph, isVoid: isVoid, name: name)
            }
        }
        add("p div h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure figcaption pre details summary footer table", endsParagraph: true)
        add("section article main header aside nav address center", endsParagraph: true)
        add("hr", endsParagraph: true, isVoid: true)
        add("li", place: .inList, endsParagraph: true)
        add("dt dd", place: .inDefinitions, endsParagraph: true)
        add("caption colgroup thead tbody tfoot", place: .inTable)
        add("tr", place: .inRows)
        add("td th", place: .inRow)
        add("col", place: .inColumns, isVoid: true)
        add("a b strong i em code span sub sup small cite q abbr u s strike font big tt del ins mark time dfn var kbd samp label bdi bdo")
        add("video audio iframe")
        add("br img source wbr", isVoid: true)
        return elements
    }()

    func mayStand(in parent: Tag) -> Bool {
        switch place {
        case .inList: parent == .ul || parent == .ol
        case .inDefinitions: parent == .dl
        case .inTable: parent == .table
        case .inRows: parent == .tbody || parent == .thead || parent == .tfoot
        case .inRow: parent == .tr
        case .inColumns: parent == .colgroup
        case .anywhere: !parent.isTableStructure
        }
    }
}

extension Tag {
    /// Whether only other parts of a table may stand in it.
    var isTableStructure: Bool {
        switch self {
        case .table, .thead, .tbody, .tfoot, .tr, .colgroup: true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
