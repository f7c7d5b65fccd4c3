internal import Glibc

/// A pair of records that people looked at.
public struct ReviewedPair: Equatable, Sendable {
  /// Records of the table.
  public var first, second: Int
  public var isSame: Bool
  /// For how many pairs like it it stands: one over the chance with which it was drawn.
  public var weight: Double

  public init(first: Int, second: Int, isSame: Bool, weight: Double) {
    (self.first, self.second, self.isSame, self.weight) = (first, second, isSame, weight)
  }

  /// How likely a pair of chance `p` is to be drawn for review, in proportion: most where it is in doubt, and now and then
  /// where it is not.
  static func drawShare(_ p: Double) -> Double { (p * (1 - p)).squareRoot() + 0.003 }

  /// Pairs of rows as pairs of records, of which the rows are given in order; one of a row that is no record is passed over.
  static func numbered(_ pairs: [ReviewedPair], byRows rows: [Int]) -> [ReviewedPair] {
    guard !pairs.isEmpty else { return [] }
    let records = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    return pairs.compactMap { pair in
      guard let first = records[pair.first], let second = records[pair.second] else { return nil }
      return ReviewedPair(first: first, second: second, isSame: pair.isSame, weight: pair.weight)
    }
  }
}

/// What reviewed pairs say about the chances: `w' = a + b w` for the log-odds `w`.
///
/// A weighted logistic regression with the priors `a ~ N(0, 4²)` and `b ~ N(0.7, 0.3²)`: without labels agreement is mostly
/// taken for more than it is worth. The largest posterior by Newton's method; weights are scaled to the number of pairs.
package struct Recalibration: Equatable, Sendable {
  package private(set) var a = 0.0
  package private(set) var b = 0.7

  /// Fewer pairs move no chance but their own. A decision: one slip among a handful moved the number of persons by a tenth.
  package static let fewest = 50

  package init(_ pairs: [(logOdds: Double, isSame: Bool, weight: Double)]) {
    let total = pairs.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    let scale = Double(pairs.count) / total
    for _ in 0..<50 {
      var (gradientA, gradientB) = (-a / 16, -(b - 0.7) / 0.09)
      var (aa, ab, bb) = (1 / 16.0, 0.0, 1 / 0.09)
      for pair in pairs {
        let p = 1 / (1 + exp(-(a + b * pair.logOdds)))
        let (error, weight) = ((pair.isSame ? 1 : 0) - p, pair.weight * scale)
        gradientA += weight * error
        gradientB += weight * error * pair.logOdds
        let curve = weight * p * (1 - p)
        aa += curve
        ab += curve * pair.logOdds
        bb += curve * pair.logOdds * pair.logOdds
      }
      let determinant = aa * bb - ab * ab
      let stepA = (bb * gradientA - ab * gradientB) / determinant
      let stepB = (aa * gradientB - ab * gradientA) / determinant
      // Half steps while far away: the curve of a steep start promises too much.
      let length = max(1, max(abs(stepA) / 2, abs(stepB) / 0.5))
      (a, b) = (a + stepA / length, b + stepB / length)
      if abs(stepA) < 1e-9 && abs(stepB) < 1e-9 { break }
    }
    b = max(0.05, b)
  }
}

extension ScoredPairs {
  /// The log-odds of a pair that people have decided: so sure that nothing but the others decided outweighs it.
  static let decided: Float = 30

  /// Takes what was reviewed: the chances of all pairs are set right by it, and those reviewed are as people said.
  ///
  /// - Parameter reviewed: With records numbered as here.
  mutating func take(_ reviewed: [ReviewedPair]) {
    var answers: [UInt64: ReviewedPair] = [:]
    for pair in reviewed where pair.first != pair.second {
      answers[Self.key(min(pair.first, pair.second), max(pair.first, pair.second))] = pair
    }
    var known: [(logOdds: Double, isSame: Bool, weight: Double)] = []
    var places: [(place: Int, isSame: Bool)] = []
    for place in 0..<count {
      let key = Self.key(Int(first[place]), Int(second[place]))
      guard let answer = answers.removeValue(forKey: key) else { continue }
      // The chances of a linkage unit are of another model.
      if !encoded.contains(place) { known.append((Double(logOdds[place]), answer.isSame, answer.weight)) }
      places.append((place, answer.isSame))
    }
    if known.count >= Recalibration.fewest {
      let right = Recalibration(known)
      for place in 0..<count where !encoded.contains(place) {
        logOdds[place] = Float(right.a + right.b * Double(logOdds[place]))
      }
    }
    for (place, isSame) in places { logOdds[place] = isSame ? Self.decided : -Self.decided }
    // Pairs that were not compared, or fell below the floor.
    for (key, answer) in answers.sorted(by: { $0.key < $1.key }) {
      first.append(UInt32(key >> 32))
      second.append(UInt32(truncatingIfNeeded: key))
      logOdds.append(answer.isSame ? Self.decided : -Self.decided)
      passes.append(0)
    }
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// Draws pairs to review, without doubles, each in proportion to `ReviewedPair.drawShare` (Efraimidis & Spirakis 2006:
  /// the smallest of `-ln(u) / q`), with one over that share as weight.
  func drawn(_ wanted: Int, seed: UInt64) -> [(pair: Int, weight: Double)] {
    var numbers = SeededNumbers(seed: seed)
    var keys: [(key: Double, pair: Int)] = []
    // Of encoded records there is nothing to look at.
    for pair in 0..<count where abs(logOdds[pair]) < Self.decided && !encoded.contains(pair) {
      let share = ReviewedPair.drawShare(probability(pair))
      keys.append((-log(1 - numbers.unit()) / share, pair))
    }
    keys.sort { ($0.key, $0.pair) < ($1.key, $1.pair) }
    return keys.prefix(wanted).map { ($0.pair, 1 / ReviewedPair.drawShare(probability($0.pair))) }
  }
}
