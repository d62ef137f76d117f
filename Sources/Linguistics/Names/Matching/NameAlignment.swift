/// Sets the parts of two names against each other: in order, joined where one writes two words for one, with parts missing at a price.
struct NameAlignment {
    private let a, b: [NamePart]
    private let costs: SoundCosts
    private var singles: [Float] = []

    init(_ a: NameParts, _ b: NameParts, _ costs: SoundCosts) {
        (self.a, self.b) = (a.parts, b.parts)
        self.costs = costs
    }

    /// What the difference of two names weighs; 1 where they are as likely one as two.
    mutating func difference() -> Float {
        guard !a.isEmpty, !b.isEmpty else { return 9 }
        if a.count == 1, b.count == 1 { return PartAlignment.difference(a[0], b[0], costs) }
        singles.reserveCapacity(a.count * b.count)
        for part in a { for other in b { singles.append(PartAlignment.difference(part, other, costs)) } }
        let ordered = inOrder()
        let isLineage = a.contains { $0.kind == .particle } && b.contains { $0.kind == .particle }
        guard ordered >= 1, min(a.count, b.count) >= 2, !isLineage else { return ordered }
        return min(ordered, inAnyOrder())
    }

    private struct Step {
        var cost: Float = .infinity
        /// What only a or only b has, and how many parts both share.
        var missingA = 0
        var missingB = 0
        var shared = 0
    }

    private func inOrder() -> Float {
        let width = b.count + 1
        var steps = [Step](repeating: Step(), count: (a.count + 1) * width)
        steps[0].cost = 0
        func offer(_ step: Step, at index: Int) { if step.cost < steps[index].cost { steps[index] = step } }
        for i in 0...a.count {
            for j in 0...b.count where steps[i * width + j].cost < .infinity {
                let here = steps[i * width + j]
                if i < a.count { offer(leaving(a, i, here, isA: true), at: (i + 1) * width + j) }
                if j < b.count { offer(leaving(b, j, here, isA: false), at: i * width + j + 1) }
                guard i < a.count, j < b.count else { continue }
                let single = singles[i * b.count + j]
                offer(sharing(a[i], b[j], single, here), at: (i + 1) * width + j + 1)
                guard single > 0.3 else { continue }
                if i + 1 < a.count, a[i].joins(a[i + 1]) {
                    offer(sharing(a[i], b[j], PartAlignment.difference(a[i].joined(a[i + 1]), b[j], costs), here), at: (i + 2) * width + j + 1)
                }
                if j + 1 < b.count, b[j].joins(b[j + 1]) {
                    offer(sharing(a[i], b[j], PartAlignment.difference(a[i], b[j].joined(b[j + 1]), costs), here), at: (i + 1) * width + j + 2)
                }
            }
        }
        return total(steps[steps.count - 1])
    }

    private func sharing(_ part: NamePart, _ other: NamePart, _ difference: Float, _ step: Step) -> Step {
        var step = step
        let isLight = part.kind == .particle || part.kind == .title || part.kind == .kunya || part.kind == .initial
        step.cost += difference * (part.isArabic != other.isArabic ? costs[.crossPart] : costs[.part])
        if !isLight { step.shared += 1 }
        return step
    }

    private func leaving(_ parts: [NamePart], _ index: Int, _ step: Step, isA: Bool) -> Step {
        var step = step
        let part = parts[index]
        var cost: Float
        switch part.kind {
        case .particle, .title: cost = costs[.particle]
        default:
            if isA { step.missingA += 1 } else { step.missingB += 1 }
            let isMiddle = index > 0 && index < parts.count - 1
            // One middle name may be missing; three are somebody else's.
            let many = Float(isA ? step.missingA : step.missingB)
            cost = isMiddle ? costs[.missingMiddle] * many : costs[index == 0 ? .missingFirst : .missingLast]
        }
        step.cost += cost
        return step
    }

    private func total(_ step: Step) -> Float {
        var cost = step.cost
        if step.missingA > 0, step.missingB > 0 { cost += costs[.conflict] }
        if step.shared < 2, step.missingA + step.missingB > 0 { cost += costs[.alone] }
        if step.shared == 0 { cost += costs[.conflict] }
        return cost
    }

    /// Each part of the shorter name takes the nearest part of the other that is still free.
    private func inAnyOrder() -> Float {
        var free = Array(repeating: true, count: b.count)
        var step = Step(cost: costs[.order])
        for i in a.indices {
            var nearest: Int?
            for j in b.indices where free[j] && singles[i * b.count + j] < (nearest.map { singles[i * b.count + $0] } ?? 1.5) { nearest = j }
            if let nearest {
                free[nearest] = false
                step = sharing(a[i], b[nearest], singles[i * b.count + nearest], step)
            } else {
                step = leaving(a, i, step, isA: true)
            }
        }
        for j in b.indices where free[j] { step = leaving(b, j, step, isA: false) }
        return total(step)
    }
}
