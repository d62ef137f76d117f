import Basics
import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// Who may ask for a route. Every route says: there is no way to add one without.
enum Access: Hashable, Sendable {
    /// Anyone; the answer is the same for all.
    case everyone
    /// Anyone; the answer is one visitor's own.
    case visitor
    /// Whoever has given a right password and must still show a second factor.
    case halfway
    /// Readers who are logged in; others are led to the log-in page and back.
    case reader
    /// Readers who have shown within the hour that it is them: for what a stolen session must not do.
    case proved
    /// As `reader`, and also staff who have no second factor yet and may do nothing else.
    case enrolling
    /// As `proved`, and also such staff.
    case enrollingProved
    /// Those of the staff whose role has the duty; where the duty asks for it, only within the hour that they have shown that it is them.
    case duty(Duty)
    /// Programs with a token that has this scope, of somebody whose role has the duty.
    case program(APIScope, Duty)

    /// The duty that comes first with a story is asked for again where it is done, of her role as it is at that moment.
    fileprivate var duty: Duty? { if case .duty(let duty) = self { duty } else { nil } }

    fileprivate var isForEnrolling: Bool { self == .enrolling || self == .enrollingProved }
    fileprivate var asksForProof: Bool { self == .proved || self == .enrollingProved || duty?.asksForProof == true }

    var isForPrograms: Bool { if case .program = self { true } else { false } }

    /// All for people.
    static let allCases: [Access] = [.everyone, .visitor, .halfway, .reader, .proved, .enrolling, .enrollingProved] + Duty.allCases.map(Access.duty)
}

/// Someone logged in.
struct SignedIn: Sendable {
    let reader: Reader
    let session: Session

    /// A form may be filled in for a while after its page was opened.
    func isProved(at now: Instant, for method: HTTPRequest.Method) -> Bool {
        let seconds: Int64 = method == .get ? 900 : 3_600
        return session.provedAt.adding(seconds: seconds) > now
    }
}

/// The router, and what it holds as a list that tests go through.
final class RouteTable {
    struct Entry: Hashable, Sendable {
        let method: HTTPRequest.Method
        let path: String
        let access: Access
    }

    private(set) var entries: [Entry] = []
    let router = Router(context: SiteContext.self)
    private let site: Site

    init(_ site: Site) { self.site = site }

    /// A page that is the same for everyone.
    func page(_ path: RouterPath, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response) {
        add(.get, path, .everyone, handler)
    }

    /// What a visitor gets or does without being logged in.
    func visitor(
        _ method: HTTPRequest.Method, _ path: RouterPath, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        add(method, path, .visitor, handler)
    }

    /// What a program does: it asks who it is where it does it.
    func program(_ operation: APIOperation) {
        let api = APIRoutes(site: site)
        add(operation.method, operation.route, .program(operation.scope, operation.duty)) { try await api.answer(operation, $0, $1) }
    }

    /// What a reader gets or does: the handler is given who it is, by the session and nothing else.
    func reader(
        _ method: HTTPRequest.Method, _ path: RouterPath, _ access: Access = .reader,
        use handler: @escaping @Sendable (Request, SiteContext, SignedIn) async throws -> Response
    ) {
        add(method, path, access) { [site] request, context in
            let language = try context.language(site)
            guard let (signedIn, standing) = try await site.visit(request) else { return site.askToLogIn(request, language) }
            switch standing {
            case .halfway where access != .halfway: return site.lead(to: .secondStep, language)
            case .enrolling where !access.isForEnrolling: return site.lead(to: .security, language)
            case .whole where access == .halfway: return site.lead(to: .account, language)
            default: break
            }
            if let duty = access.duty, !signedIn.reader.role.may(duty) {
                let refusal = signedIn.reader.role.isStaff ? Desk.forbidden(duty) : Self.notStaff
                guard Site.isOfScript(request) else { throw refusal }
                return site.json(.forbidden, words: refusal.words[language])
            }
            if access.asksForProof, !signedIn.isProved(at: site.newsroom.database.now, for: request.method) {
                return site.askForProof(request, language)
            }
            return try await handler(request, context, signedIn)
        }
    }

    private static let notStaff = Refusal(.forbidden, ar: "هذا لمن يعمل في غرفة الأخبار.", en: "This is for those who work in the newsroom.")

    private func add(
        _ method: HTTPRequest.Method, _ path: RouterPath, _ access: Access,
        _ handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        entries.append(Entry(method: method, path: path.description, access: access))
        router.on(path, method: method, use: handler)
    }
}
