import Foundation

/// Runs `work`, which waits for a disk, a server or another program, on a thread of its own: the few threads that serve readers must not wait.
/// The flag is set when the task is cancelled.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable (StopFlag) throws -> Value) async throws -> Value {
    let stop = StopFlag()
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work(stop) }) }
        }
    } onCancel: {
        stop.set()
    }
}
