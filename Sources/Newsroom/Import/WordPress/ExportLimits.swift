/// How much of an export is taken in before it is called a trap.
package struct ExportLimits: Hashable, Sendable {
    /// The largest single item; a larger one is a fault and the next is read.
    package var itemBytes: Int
    /// The most bytes that may come out of the file; nil for no bound.
    package var expandedBytes: Int64?
    /// The most bytes that may come out for each byte of a compressed file; nil for no bound. Exports shrink to a tenth or so.
    package var expansion: Int64?

    package init(itemBytes: Int = 64 << 20, expandedBytes: Int64? = nil, expansion: Int64? = 250) {
        self.itemBytes = itemBytes
        self.expandedBytes = expandedBytes
        self.expansion = expansion
    }

    /// Below this the expansion is not looked at: a small file of spaces hurts nobody.
    private static let harmless: Int64 = 64 << 20

    func allow(_ expanded: Int64, outOf read: Int64) -> Bool {
        if let expandedBytes, expanded > expandedBytes { return false }
        if let expansion, expanded > ExportLimits.harmless, expanded / max(read, 1) > expansion { return false }
        return true
    }
}
