import Foundation

/// The processor time in seconds that `body` takes on this thread. Other work on the machine does not lengthen it, so that a bound on it tells a
/// hostile input from a busy machine.
package func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = threadSeconds()
    try body()
    return threadSeconds() - start
}

private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
