/// The best so many of all matches: a heap with the worst of them on top.
struct BestMatches {
    private let limit: Int
    private var heap: [(match: Ranking.Match, edition: Int64)] = []

    init(limit: Int) { self.limit = limit }

    /// Whether a match would be among the best so far.
    func wants(_ match: Ranking.Match, _ edition: Int64) -> Bool {
        heap.count < limit || (limit > 0 && Self.isBetter((match, edition), heap[0]))
    }

    mutating func add(_ match: Ranking.Match, _ edition: Int64) {
        if heap.count < limit {
            heap.append((match, edition))
            var index = heap.count - 1
            while index > 0, Self.isBetter(heap[(index - 1) / 2], heap[index]) {
                heap.swapAt(index, (index - 1) / 2)
                index = (index - 1) / 2
            }
        } else {
            heap[0] = (match, edition)
            sink()
        }
    }

    var sorted: [Ranking.Match] { heap.sorted(by: Self.isBetter).map(\.match) }

    private mutating func sink() {
        var index = 0
        while true {
            var worst = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && Self.isBetter(heap[worst], heap[child]) { worst = child }
            if worst == index { return }
            heap.swapAt(index, worst)
            index = worst
        }
    }

    /// The newest first among equals.
    private static func isBetter(_ a: (match: Ranking.Match, edition: Int64), _ b: (match: Ranking.Match, edition: Int64)) -> Bool {
        if a.match.kind != b.match.kind { return a.match.kind.rawValue > b.match.kind.rawValue }
        return a.match.score == b.match.score ? a.edition > b.edition : a.match.score > b.match.score
    }
}
