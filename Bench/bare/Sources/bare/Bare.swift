import Foundation
import Hummingbird
import Logging

/// `bare FOLDER PORT` answers with the pages that FOLDER/answers.json names, through Hummingbird's router.
@main
struct Bare {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[2]) else {
            FileHandle.standardError.write(Data("usage: bare FOLDER PORT\n".utf8))
            exit(2)
        }
        let folder = CommandLine.arguments[1]
        let answers = try JSONDecoder().decode([Answer].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/answers.json")))
        let router = Router()
        for answer in answers {
            let identity = try PreparedAnswer(answer.identity, in: folder)
            let gzip = try PreparedAnswer(answer.gzip, in: folder)
            router.get(RouterPath(answer.path)) { request, _ -> Response in
                let prepared = request.headers[.acceptEncoding]?.contains("gzip") == true ? gzip : identity
                return Response(status: .ok, headers: prepared.headers, body: ResponseBody(byteBuffer: prepared.body))
            }
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), backlog: 1_024), logger: logger)
        try await application.run()
    }
}
