import Foundation

/// What one run of another program may use.
struct ToolLimits: Hashable, Sendable {
    /// Of address space: what is mapped counts, touched or not.
    var memoryBytes = 1536 << 20
    var processorSeconds = 30
    /// By the clock on the wall; then it is killed.
    var wallSeconds = 60.0
    /// Of any file it writes.
    var fileBytes = 1 << 30
    var openFiles = 64
    /// The kernel counts all processes and threads of the user, the server's own among them: this only stops a flood of them.
    var processes = 4096

    static let standard = ToolLimits()
}

/// Another program, run once: without a shell, with limits and an all but empty environment, in a folder of its own.
struct ToolRun: Hashable, Sendable {
    let program: String
    let arguments: [String]
    /// Where it works, and where it leaves what it says.
    let folder: String
    let limits: ToolLimits

    /// How it ended, and the first of what it said.
    struct Outcome: Hashable, Sendable {
        enum End: Hashable, Sendable {
            case status(Int32)
            case signal(Int32)
            case timedOut
        }

        let end: End
        let output: String
        let complaint: String

        var succeeded: Bool { end == .status(0) }
    }

    /// Runs it on a thread of its own, and kills it when the task is cancelled. Throws a `FolderFault` when it cannot be started.
    func outcome() async throws -> Outcome {
        try await onOwnThread { try run($0) }
    }

    private func run(_ stop: StopFlag) throws -> Outcome {
        let names = (output: "\(folder)/.output", complaint: "\(folder)/.complaint")
        let child = try spawn(names.output, names.complaint)
        let end = wait(for: child, stop)
        defer {
            unlink(names.output)
            unlink(names.complaint)
        }
        return Outcome(end: end, output: ToolRun.beginning(of: names.output), complaint: ToolRun.beginning(of: names.complaint))
    }

    /// The whole command: prlimit sets the limits, setpriv takes away the right to gain any, env enters the folder, and each becomes the next.
    private var command: [String] {
        [
            "/usr/bin/prlimit", "--as=\(limits.memoryBytes)", "--cpu=\(limits.processorSeconds)", "--fsize=\(limits.fileBytes)", "--core=0",
            "--nofile=\(limits.openFiles)", "--nproc=\(limits.processes)", "/usr/bin/setpriv", "--no-new-privs",
            "/usr/bin/env", "--chdir=\(folder)", program,
        ] + arguments
    }

    private var environment: [String] {
        ["VIPS_CONCURRENCY=1", "VIPS_BLOCK_UNTRUSTED=1", "MALLOC_ARENA_MAX=2", "TMPDIR=\(folder)", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
    }

    private func spawn(_ output: String, _ complaint: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, complaint, flags, 0o600)
        for descriptor in 3...ToolRun.highestDescriptor { posix_spawn_file_actions_addclose(&actions, descriptor) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A process group of its own, so that what it starts is killed with it; no signal blocked or ignored by us stays so in it.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var argv = command.map { strdup($0) } + [nil]
        var envp = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/usr/bin/prlimit", &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw FolderFault("spawn", program, code: code) }
        return child
    }

    /// A little above the highest descriptor now open, for one that another thread opens meanwhile.
    private static var highestDescriptor: Int32 {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return (names.compactMap { Int32($0) }.max() ?? 1023) + 64
    }

    private func wait(for child: pid_t, _ stop: StopFlag) -> Outcome.End {
        let deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return .status(-1) }
            if stop.isSet || ContinuousClock.now >= deadline {
                kill(-child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .timedOut
            }
            usleep(3000)
        }
        // What it may have left running goes with it.
        kill(-child, SIGKILL)
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private static func beginning(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        let count = read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
