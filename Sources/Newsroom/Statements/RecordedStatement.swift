package import Basics
import Foundation
package import Linguistics
package import Storage

/// A statement that an editor has confirmed, anchored in an edition's text.
package struct RecordedStatement: Hashable, Sendable {
    package enum State: String, Sendable, SQLColumn {
        case confirmed
        /// Taken back by the newsroom; it stays in the record, said to be so.
        case withdrawn
    }

    /// What a text still has of it.
    package enum Standing: String, Sendable, SQLColumn, Comparable {
        case kept, altered, lost

        package static func < (a: Standing, b: Standing) -> Bool { a.rank < b.rank }
        private var rank: Int { self == .kept ? 0 : self == .altered ? 1 : 2 }
    }

    /// Where its parts stand; the content of a split quotation in several places.
    package struct Anchors: Hashable, Sendable, Codable {
        package var source: [Anchor]
        package var cue: [Anchor]
        package var content: [Anchor]

        package init(_ statement: Statement, in prose: Prose) {
            source = statement.source.map { Anchor($0, in: prose) }
            cue = statement.cue.map { Anchor($0, in: prose) }
            content = statement.content.map { Anchor($0, in: prose) }
        }
    }

    package let id: ID<RecordedStatement>
    package let editionID: ID<Edition>
    /// Of the revision it was last anchored in.
    package let revision: Digest
    package let state: State
    package let kind: Statement.Kind
    package let sourceClass: Statement.SourceClass
    /// Nil for a vague or an unnamed source.
    package let speakerID: ID<Speaker>?
    /// The speaker as the story names her.
    package let name: String
    package let role: String
    package let context: String
    package let anchors: Anchors
    package let createdAt: Instant
    package let updatedAt: Instant

    /// The words, with what was left out between them marked.
    package var words: String { anchors.content.map(\.exact).joined(separator: " … ") }

    /// Where a text has it now, and whether as it was.
    package func place(in prose: Prose) -> (standing: Standing, statement: Statement) {
        let content = anchors.content.map { $0.find(in: prose) }
        let standing = content.map { finding -> Standing in
            switch finding {
            case .kept: .kept
            case .altered: .altered
            case .lost: .lost
            }
        }
        let statement = Statement(
            source: anchors.source.compactMap { $0.find(in: prose).range }, cue: anchors.cue.compactMap { $0.find(in: prose).range },
            content: content.compactMap(\.range), kind: kind, sourceClass: sourceClass, speaker: name.isEmpty ? nil : name,
            role: role.isEmpty ? nil : role, context: context.isEmpty ? nil : context)
        return (standing.max() ?? .lost, statement)
    }

    static let columns: SQL = """
        t.id, t.edition_id, t.revision, t.state, t.kind, t.source_class, t.speaker_id, t.name, t.role, t.context, t.anchors, t.created_at, t.updated_at
        """

    init(_ row: Row) throws {
        id = try row["id"]
        editionID = try row["edition_id"]
        revision = try row["revision"]
        state = try row["state"]
        kind = try row["kind"]
        sourceClass = try row["source_class"]
        speakerID = try row["speaker_id"]
        name = try row["name"]
        role = try row["role"]
        context = try row["context"]
        anchors = try JSONDecoder().decode(Anchors.self, from: Data((try row["anchors"] as String).utf8))
        createdAt = try row["created_at"]
        updatedAt = try row["updated_at"]
    }
}

extension RecordedStatement.Anchors {
    /// As it stands in the database.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension Statement.Kind: SQLColumn {}
extension Statement.SourceClass: SQLColumn {}
