/// One page out of a longer list, newest or best first.
package struct ResultPage<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Counted from 1.
    package let number: Int
    package let hasNext: Bool

    /// Out of `items`, fetched with one more than `size` so that a next page shows.
    package init(fetched items: [Item], number: Int, size: Int) {
        self.items = Array(items.prefix(size))
        self.number = number
        hasNext = items.count > size
    }

    package init(items: [Item], number: Int, hasNext: Bool) {
        self.items = items
        self.number = number
        self.hasNext = hasNext
    }
}
