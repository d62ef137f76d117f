/// The cheapest way from one part's sounds to another's: a weighted edit distance.
enum PartAlignment {
    /// What the difference of two parts weighs: 0 for none, 1 where they are as likely one name as two.
    static func difference(_ a: NamePart, _ b: NamePart, _ costs: borrowing SoundCosts) -> Float {
        if a.kind == .initial || b.kind == .initial, a.sounds != b.sounds { return initialDifference(a, b, costs) }
        guard a.sounds != b.sounds else { return 0 }
        if a.script == .other || b.script == .other { return 4 }
        let crosses = a.isArabic != b.isArabic
        let cost = self.cost(a.sounds, b.sounds, crosses: crosses, costs)
        let weight = Float(min(a.weight, b.weight))
        let allowed =
            if crosses {
                costs[.crossBase] + weight * costs[.crossPerConsonant]
            } else if a.isArabic {
                costs[.arabicBase] + weight * costs[.arabicPerConsonant]
            } else {
                costs[.base] + weight * costs[.perConsonant]
            }
        let whole = cost / max(allowed, 0.05)
        guard whole > 0.6 else { return whole }
        // Kader for Abdelkader, Salah for Salaheddine.
        return min(whole, halfDifference(a, b, costs), halfDifference(b, a, costs))
    }

    private static func halfDifference(_ a: NamePart, _ b: NamePart, _ costs: borrowing SoundCosts) -> Float {
        guard a.servant > 0 || a.faith > 0, b.servant == 0, b.faith == 0 else { return .infinity }
        var half = a
        (half.servant, half.faith) = (0, 0)
        half.sounds = Array(a.sounds[a.servant..<a.sounds.count - a.faith])
        return half.sounds.count < 3 ? .infinity : costs[.half] + difference(half, b, costs)
    }

    private static func initialDifference(_ a: NamePart, _ b: NamePart, _ costs: borrowing SoundCosts) -> Float {
        guard let first = a.sounds.first, let second = b.sounds.first else { return 4 }
        let cost = costs.exchange[Int(first & ~Sound.soft) * Sound.count + Int(second & ~Sound.soft)]
        return cost <= 0.2 ? costs[.initial] : 4
    }

    static func cost(_ a: [UInt8], _ b: [UInt8], crosses: Bool, _ costs: borrowing SoundCosts) -> Float {
        let (soft, split, first) = (costs[.soft], costs[.split], costs[.first])
        let width = b.count + 1
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: width * 3) { rows in
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    costs.exchange.withUnsafeBufferPointer { exchange in
                        (crosses ? costs.crossLoss : costs.loss).withUnsafeBufferPointer { loss in
                            (crosses ? costs.lastCrossLoss : costs.lastLoss).withUnsafeBufferPointer { lastLoss in
                                let table = Table(
                                    a: a, b: b, exchange: exchange, loss: loss, lastLoss: lastLoss, soft: soft, split: split, first: first)
                                return table.cheapest(rows)
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Table {
        let a, b: UnsafeBufferPointer<UInt8>
        let exchange, loss, lastLoss: UnsafeBufferPointer<Float>
        let soft, split, first: Float

        func cheapest(_ rows: UnsafeMutableBufferPointer<Float>) -> Float {
            let width = b.count + 1
            var (before, above, current) = (0, width, 2 * width)
            rows[above] = 0
            for j in 0..<b.count { rows[above + j + 1] = rows[above + j] + lost(b, j) }
            for i in 0..<a.count {
                let lostA = lost(a, i)
                rows[current] = rows[above] + lostA
                let row = Int(a[i] & ~Sound.soft) * Sound.count
                for j in 0..<b.count {
                    var best = rows[above + j + 1] + lostA
                    let other = rows[current + j] + lost(b, j)
                    if other < best { best = other }
                    var swap = exchange[row + Int(b[j] & ~Sound.soft)]
                    if i == 0, j == 0 { swap *= first }
                    if a[i] & b[j] & Sound.soft != 0 { swap = min(swap, soft) }
                    if rows[above + j] + swap < best { best = rows[above + j] + swap }
                    if j > 0, let half = splitCost(a[i], b[j - 1], b[j]), rows[above + j - 1] + half < best { best = rows[above + j - 1] + half }
                    if i > 0, let half = splitCost(b[j], a[i - 1], a[i]), rows[before + j] + half < best { best = rows[before + j] + half }
                    rows[current + j + 1] = best
                }
                (before, above, current) = (above, current, before)
            }
            return rows[above + b.count]
        }

        @inline(__always) private func lost(_ sounds: UnsafeBufferPointer<UInt8>, _ index: Int) -> Float {
            let code = sounds[index]
            if code & Sound.soft != 0 { return soft }
            let cost = index == sounds.count - 1 ? lastLoss[Int(code)] : loss[Int(code)]
            return index == 0 ? cost * first : cost
        }

        /// What it costs to take a group such as "th" for two sounds, t and h.
        @inline(__always) private func splitCost(_ group: UInt8, _ letter: UInt8, _ h: UInt8) -> Float? {
            guard h == Sound.h.rawValue || h == Sound.hah.rawValue || h == Sound.heh.rawValue || h == Sound.lastHeh.rawValue,
                let plain = Sound(rawValue: group)?.withoutH
            else { return nil }
            return split + exchange[Int(plain.rawValue) * Sound.count + Int(letter & ~Sound.soft)]
        }
    }
}
