import Foundation

/// The shell that starts a server and waits at a pipe: it obeys the words that come, and when the pipe closes, because the test process has
/// ended in whatever way, it stops the server and removes its folder.
final class PostgresKeeper: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where the server's data and socket are.
    let folder: String
    private let orders: FileHandle
    private let answers: FileHandle
    private let queue = DispatchQueue(label: "postgres-keeper")

    private init(folder: String, orders: FileHandle, answers: FileHandle) {
        self.folder = folder
        self.orders = orders
        self.answers = answers
    }

    static func start() async throws -> PostgresKeeper {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try startNow() }) }
        }
    }

    /// Gives an order (`restart`, `stop`, `start`) and waits until it is done.
    func tell(_ order: String) async throws {
        let done: String = try await withCheckedThrowingContinuation { continuation in
            queue.async { [orders, answers] in
                continuation.resume(
                    with: Result {
                        try orders.write(contentsOf: Data("\(order)\n".utf8))
                        return PostgresKeeper.line(answers)
                    })
            }
        }
        guard done == "done" else { throw Failure(description: "PostgreSQL would not \(order): \(done)") }
    }

    private static func startNow() throws -> PostgresKeeper {
        guard let binaries else {
            throw Failure(
                description: "PostgreSQL 15 or newer is not installed (no /usr/lib/postgresql/*/bin/initdb). "
                    + "Install Debian's package postgresql, or set MATBAA_TEST_ENGINES=sqlite to test on SQLite only.")
        }
        let (orders, answers) = (Pipe(), Pipe())
        // Another child of this process must not hold the pipe open after this process has ended.
        _ = fcntl(orders.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        let process = Process()
        // initdb refuses to be run by root.
        let asOwner = geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
        // A session of its own, so that it outlives even a signal to the whole group of the tests.
        process.executableURL = URL(filePath: "/usr/bin/setsid")
        process.arguments = asOwner + ["/bin/sh", "-c", script, "postgres-keeper", binaries]
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        let first = line(answers.fileHandleForReading)
        guard first.hasPrefix("/") else { throw Failure(description: "PostgreSQL would not start: \(first)") }
        return PostgresKeeper(folder: first, orders: orders.fileHandleForWriting, answers: answers.fileHandleForReading)
    }

    /// The programs of the newest PostgreSQL there is.
    private static var binaries: String? {
        let root = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).compactMap { Int($0) }.filter { $0 >= 15 }
        guard let newest = versions.max() else { return nil }
        let folder = "\(root)/\(newest)/bin"
        return FileManager.default.isExecutableFile(atPath: "\(folder)/initdb") ? folder : nil
    }

    private static func line(_ handle: FileHandle) -> String {
        var bytes: [UInt8] = []
        while let byte = (try? handle.read(upToCount: 1))?.first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whatever stops the tests must not stop the shell before it has put the server away: it ends with the pipe.
    private static let script = """
        trap '' INT TERM HUP PIPE
        bin=$1
        folder=$(mktemp -d /tmp/matbaa-postgres-XXXXXX) || { echo "no folder in /tmp"; exit 1; }
        logs() { tail -n 3 "$folder/keeper.log" "$folder/server.log" 2>&1 | tr '\\n' ' '; echo; }
        say() { if "$@" >>"$folder/keeper.log" 2>&1; then echo done; else logs; fi; }
        server() { "$bin/pg_ctl" -w -s -m immediate -D "$folder/data" -l "$folder/server.log" \\
            -o "-k $folder -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB" "$@" </dev/null; }
        begin() { "$bin/initdb" -D "$folder/data" -U matbaa --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync && server start; }
        first=$(say begin)
        if [ "$first" = done ]; then echo "$folder"; else echo "$first"; fi
        while read -r order; do say server "$order"; done
        server stop >/dev/null 2>&1
        rm -rf "$folder"
        """
}
