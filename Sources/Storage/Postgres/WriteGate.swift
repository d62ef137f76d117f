import Foundation

/// Lets writes of this program pass side by side, and one that keeps losing to the others pass alone.
///
/// The lock guards every field: that is what makes it safe between threads.
final class WriteGate: @unchecked Sendable {
    enum Way {
        case withOthers, alone
    }

    private let condition = NSCondition()
    private var passing = 0
    private var claims = 0
    private var isClaimed = false

    /// Waits for its turn, and runs `body`; reads pass without a way.
    func pass<Value>(_ way: Way?, _ body: () throws -> Value) rethrows -> Value {
        guard let way else { return try body() }
        enter(way)
        defer { leave(way) }
        return try body()
    }

    private func enter(_ way: Way) {
        condition.lock()
        defer { condition.unlock() }
        switch way {
        case .withOthers:
            while isClaimed || claims > 0 { condition.wait() }
            passing += 1
        case .alone:
            claims += 1
            while isClaimed || passing > 0 { condition.wait() }
            claims -= 1
            isClaimed = true
        }
    }

    private func leave(_ way: Way) {
        condition.lock()
        defer { condition.unlock() }
        switch way {
        case .withOthers: passing -= 1
        case .alone: isClaimed = false
        }
        condition.broadcast()
    }
}
