import CLinux
import Foundation

/// The memory that the C library gives to all threads of the process.
package enum Heap {
    /// To be called before there are threads: as many parts of the heap as processors. The C library would make eight for each, and leave memory lying in every one
    /// of them, a fifth of what a server of two processors has.
    package static func keepTogether() { clinux_limit_arenas(CInt(max(2, ProcessInfo.processInfo.activeProcessorCount))) }
}
