package import Basics
package import Storage

/// The first places of a front page: some given by hand, the others by rule, which is what is pinned and then the newest.
package enum FrontPlaces {
    /// The lead, and the top stories beside it.
    package static let count = 4

    /// The works that were put there by hand, by their places from nought.
    package static func byHand(_ tx: Transaction, _ language: Language) throws -> [Int: ID<Work>] {
        try tx.all("SELECT position, work_id FROM front_places WHERE language = \(language)") {
            (try $0["position"] as Int, try $0["work_id"] as ID<Work>)
        }
        .reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    /// Who stands where: a place whose story readers cannot read any more is filled by rule.
    package static func filled(_ tx: Transaction, _ language: Language, newest: [Teaser]) throws -> [Teaser] {
        let places = try byHand(tx, language)
        let chosen = places.isEmpty ? [] : try Articles.teasers(tx, .works(Array(places.values)), language, limit: count)
        let pinned = try Articles.teasers(tx, .pinned, language, limit: count)
        var taken = Set(chosen.map(\.workID))
        var rest = (pinned + newest).filter { taken.insert($0.workID).inserted }[...]
        return (0..<count).compactMap { place in
            places[place].flatMap { work in chosen.first { $0.workID == work } } ?? rest.popFirst()
        }
    }
}

extension Desk {
    /// Puts works on the first places of a front page; the others are filled by rule. Refuses with `invalid` what readers cannot read in that language,
    /// and a work at two places.
    package static func arrange(_ tx: Transaction, _ language: Language, _ places: [Int: ID<Work>], by actor: Reader) throws {
        guard actor.role.may(.arrange) else { throw forbidden(.arrange) }
        try requireThawed(tx)
        guard places.keys.allSatisfy((0..<FrontPlaces.count).contains), Set(places.values).count == places.count else {
            throw Refusal(.invalid, ar: "خبر واحد في موضعين.", en: "A story stands at two places.")
        }
        let published = try Articles.teasers(tx, .works(Array(places.values)), language, limit: FrontPlaces.count)
        guard published.count == places.count else {
            throw Refusal(.invalid, ar: "لا يوضع إلا خبر منشور.", en: "Only a published story can be put there.")
        }
        let before = try FrontPlaces.byHand(tx, language)
        guard before != places else { return }
        try tx.run("DELETE FROM front_places WHERE language = \(language)")
        for (place, work) in places {
            try tx.run("INSERT INTO front_places (language, position, work_id) VALUES (\(language), \(place), \(work))")
        }
        try Outbox.append(tx, "front.arranged", tags: [.latest(language)])
        let words = { (places: [Int: ID<Work>]) in places.sorted { $0.key < $1.key }.map { "\($0.key + 1) work:\($0.value)" }.joined(separator: ", ")
        }
        try Audit.append(tx, "front.arranged", by: actor.id, on: "front:\(language.rawValue)", was: words(before), became: words(places))
    }
}
