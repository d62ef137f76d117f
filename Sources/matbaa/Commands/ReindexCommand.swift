import ArgumentParser
import Basics
import Newsroom
import Storage

struct ReindexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex", abstract: "Read all that is published into the index of search anew.",
        discussion: """
            The site may be served meanwhile, and finds what it found before. When it is broken off, the next run goes on where it was. It is not needed \
            after an update: a new program reads what it must by itself.
            """)

    @OptionGroup var data: DataOptions

    mutating func run() async throws {
        let newsroom = try await Compose(settings: try data.settings()).newsroom()
        let line = ProgressLine("articles")
        var count = 0
        try await SearchReading(newsroom.database).readAll { progress in
            count = progress.done
            line.show(progress.done, part: Double(progress.done) / Double(max(1, progress.of)))
        }
        line.finish()
        try await newsroom.database.close()
        print("\(count) articles and pages are in the index")
    }
}
