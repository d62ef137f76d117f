/// The quotations of a text: which mark opens, which closes.
struct Quotation: Hashable, Sendable {
    /// Its tokens with its marks.
    var tokens: Range<Int>
    /// Whether its closing mark was found. What is not closed ends with its block.
    var isClosed: Bool
    /// Whether single marks hold it.
    var isSingle: Bool
    /// Whether the next block goes on with it, as newspapers do: it is not closed, and the next block opens with a mark.
    var continues = false
}

extension Prose {
    /// The outermost quotations in order. One that never closes ends with its block, so that it cannot swallow the text.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var fresh = false
        for block in blocks {
            let first = found.count
            readQuotations(of: block.tokens, into: &found)
            if fresh, first < found.count, found[first].tokens.lowerBound == block.tokens.lowerBound { found[first - 1].continues = true }
            fresh = found.count > first && !found[found.count - 1].isClosed && !found[found.count - 1].isSingle
        }
        return found
    }

    private func readQuotations(of range: Range<Int>, into found: inout [Quotation]) {
        var open: (index: Int, single: Bool, depth: Int)?
        var left = range.reduce(into: (opening: 0, closing: 0)) { counts, index in
            if tokens[index].is("“") { counts.opening += 1 } else if tokens[index].is("”") { counts.closing += 1 }
        }
        for index in range {
            let mark = mark(index, range)
            if mark == "“" { left.opening -= 1 } else if mark == "”" { left.closing -= 1 }
            if var now = open {
                if now.single {
                    if ["’", "'", "›"].contains(mark), tokens[index].joined, !sticks(index, range) || tokens[index + 1].kind == .mark {
                        found.append(Quotation(tokens: now.index..<index + 1, isClosed: true, isSingle: true))
                        open = nil
                        continue
                    }
                    // A double mark, or a run too long for single marks: it was an apostrophe.
                    if !["“", "\"", "«"].contains(mark), index - now.index < 60 { continue }
                    open = nil
                } else {
                    switch mark {
                    case "“" where left.closing > left.opening + now.depth: now.depth += 1
                    case "«": now.depth += 1
                    case "”" where !opens(index, range), "»": now.depth -= 1
                    case "\"" where now.depth == 1 && (tokens[index].joined || !sticks(index, range) || tokens[index].key != mark): now.depth = 0
                    default: break
                    }
                    open = now
                    if now.depth == 0 {
                        let end = mark == "\"" && tokens[index].key != mark ? index + 2 : index + 1
                        found.append(Quotation(tokens: now.index..<end, isClosed: true, isSingle: false))
                        open = nil
                    }
                    continue
                }
            }
            switch mark {
            case "“", "„", "«", "\"": open = (index, false, 1)
            case "”" where opens(index, range): open = (index, false, 1)
            case "‘", "'", "‹": if opens(index, range) { open = (index, true, 1) }
            default: break
            }
        }
        if let open, !open.single { found.append(Quotation(tokens: open.index..<range.upperBound, isClosed: false, isSingle: false)) }
    }

    /// A quotation mark: two single ones in a row are a double one, of which the first counts.
    private func mark(_ index: Int, _ range: Range<Int>) -> String {
        guard tokens[index].kind == .mark else { return "" }
        let key = tokens[index].key
        guard key == "'" || key == "’" || key == "‘" || key == "`" else { return key }
        func twin(_ other: Int) -> Bool { range.contains(other) && tokens[other].key == key }
        if twin(index + 1), tokens[index + 1].joined, !(twin(index - 1) && tokens[index].joined) { return "\"" }
        return twin(index - 1) && tokens[index].joined ? "" : key
    }

    /// Whether the next token stands right behind.
    private func sticks(_ index: Int, _ range: Range<Int>) -> Bool { index + 1 < range.upperBound && tokens[index + 1].joined }

    /// Whether a mark stands as an opening one does: space before, none behind.
    private func opens(_ index: Int, _ range: Range<Int>) -> Bool {
        (!tokens[index].joined || ["(", "[", "—", "–"].contains(tokens[index - 1].key)) && sticks(index, range)
    }
}
