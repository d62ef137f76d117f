import Logging

/// Lines on standard error. What every line of a request is to bear is put into words only when one is written: nearly all requests write none.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let lines: StreamLogHandler

    init(label: String) { lines = .standardError(label: label) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var lines = lines
        lines.metadata = metadata
        lines.log(event: event)
    }
}
