/// The lines of a file, by the places of its scalars.
struct SourceLines: Sendable {
    struct Position: Hashable, Sendable {
        /// Both from 1; columns count scalars.
        let line: Int
        let column: Int
    }

    private var starts = [0]

    init(_ scalars: [Unicode.Scalar]) {
        for index in scalars.indices {
            let isReturn = scalars[index] == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")
            if scalars[index] == "\n" || isReturn { starts.append(index + 1) }
        }
    }

    func position(of place: Int) -> Position {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return Position(line: low + 1, column: max(0, place - starts[low]) + 1)
    }
}
