import CGumbo

/// Memory for one run of the HTML parser, given back at once: quicker than freeing node by node, and without the recursion that takes.
final class NodeArena {
    private static let chunk = 256 * 1024

    private var chunks: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer?
    private var left = 0

    func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let size = (size + 15) & ~15
        if size > left {
            let fresh = UnsafeMutableRawPointer.allocate(byteCount: max(size, NodeArena.chunk), alignment: 16)
            chunks.append(fresh)
            // A piece larger than a chunk has one of its own; the chunk in use stays.
            if size > NodeArena.chunk { return fresh }
            (next, left) = (fresh, NodeArena.chunk)
        }
        guard let piece = next else { return UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16) }
        next = piece + size
        left -= size
        return piece
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }
}

extension GumboOptions {
    /// For a fragment of a body, its memory from `arena`, which must outlive the result.
    init(fragmentIn arena: NodeArena) {
        self.init(
            allocator: { arena, size in arena.map { Unmanaged<NodeArena>.fromOpaque($0).takeUnretainedValue().allocate(size) } },
            deallocator: { _, _ in },
            userdata: Unmanaged.passUnretained(arena).toOpaque(),
            tab_stop: 8,
            stop_on_first_error: false,
            max_errors: 0,
            fragment_context: GUMBO_TAG_BODY,
            fragment_namespace: GUMBO_NAMESPACE_HTML
        )
    }
}
