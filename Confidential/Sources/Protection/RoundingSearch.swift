/// Controlled rounding where an integer programme does not end: simulated annealing over the inner cells.
///
/// The energy is how many steps cells are beyond an adjacent multiple (Σ excess, squared where a cell is more than one step
/// beyond). A move turns one inner cell, or turns two of one sum against each other; a move that costs g is made with
/// probability qᵍ, and q falls in stages by a factor (Kirkpatrick, Gelatt and Vecchi 1983). When nothing is beyond, or q is
/// at its end, moves that bring cells nearer to what they are and nothing beyond are made until none is left.
/// Whole numbers, IEEE multiplication and a seed: the same bytes on any machine.
struct RoundingSearch {
  private let base: Int
  private let rows: [RoundingProgramme.Row]
  private let lows, highs: [Int32]
  private let remainders, weights: [Int32]
  private let isRelation: [Bool]
  /// The rows of each choice, packed.
  private var starts: [Int] = [0]
  private var places: [(row: Int32, coefficient: Int32)] = []
  private var random: SplitMix
  private(set) var choices: [Int32]
  private var sums: [Int32]
  private var beyond = 0

  /// Probability of a move that costs one, at first; it falls by `cooling` in each of `stages`.
  private static let warmth = 0.135
  private static let cooling = 0.9
  private static let stages = 22
  /// Turns of each inner cell, on average, and at most so many in all: about three seconds of a processor.
  private static let sweeps = 12_000
  private static let turns = 14_000_000
  /// At the end two cells are turned against each other within sums of so few.
  private static let partners = 12

  init(base: Int, remainders: [Int], rows: [RoundingProgramme.Row], seed: UInt64) {
    self.base = base
    self.rows = rows
    (lows, highs) = (rows.map { Int32($0.low) }, rows.map { Int32($0.high) })
    (self.remainders, weights) = (rows.map { Int32($0.remainder) }, rows.map { Int32($0.weight) })
    isRelation = rows.map { $0.weight == 0 }
    var found = [[(row: Int32, coefficient: Int32)]](repeating: [], count: remainders.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms { found[term.choice].append((Int32(index), Int32(term.coefficient))) }
    }
    for list in found {
      places += list
      starts.append(places.count)
    }
    random = SplitMix(state: seed)
    choices = [Int32](repeating: 0, count: remainders.count)
    sums = [Int32](repeating: 0, count: rows.count)
    start(remainders)
  }

  /// Each inner cell in turn goes where the sums it is in are nearest to what they should be so far.
  private mutating func start(_ remainders: [Int]) {
    var drift = [Int](repeating: 0, count: rows.count)
    for choice in choices.indices {
      var gain = 0
      for place in places[starts[choice]..<starts[choice + 1]] {
        let sign = Int(place.coefficient)
        let (up, down) = (
          drift[Int(place.row)] + sign * (base - remainders[choice]), drift[Int(place.row)] - sign * remainders[choice]
        )
        gain += up * up - down * down
      }
      let isUp = gain < 0
      for place in places[starts[choice]..<starts[choice + 1]] {
        drift[Int(place.row)] += Int(place.coefficient) * ((isUp ? base : 0) - remainders[choice])
      }
      if isUp { turn(choice) }
    }
    beyond = rows.indices.reduce(0) { $0 + Int(excess($1, sums[$1])) }
  }

  /// Searches until nothing is beyond an adjacent multiple or the stages are over, then comes nearer.
  mutating func settle() {
    let sweeps = max(200, min(Self.sweeps, Self.turns / max(1, choices.count)))
    var chance = Self.warmth
    var best = (beyond, choices)
    for _ in 0..<Self.stages where beyond > 0 {
      let accepted = Self.thresholds(chance)
      for _ in 0..<(sweeps / Self.stages * choices.count) {
        step(accepted)
        if beyond < best.0 {
          best = (beyond, choices)
          if beyond == 0 { break }
        }
      }
      chance *= Self.cooling
    }
    if best.0 < beyond { for choice in choices.indices where choices[choice] != best.1[choice] { turn(choice) } }
    beyond = best.0
    comeNearer()
  }

  /// qᵍ in 53 bits, for g from 0.
  private static func thresholds(_ chance: Double) -> [UInt64] {
    var result: [UInt64] = []
    var power = 1.0
    for _ in 0..<32 {
      result.append(UInt64(power * 9_007_199_254_740_992))
      power *= chance
    }
    return result
  }

  private mutating func step(_ accepted: [UInt64]) {
    let choice = random.below(choices.count)
    var cost = Int(cost(choice))
    if random.next() & 1 == 0 {
      guard isAccepted(cost, accepted) else { return }
      turn(choice)
      beyond += cost
      return
    }
    guard let other = partner(of: choice) else { return }
    turn(choice)
    cost += Int(self.cost(other))
    if isAccepted(cost, accepted) {
      turn(other)
      beyond += cost
    } else {
      turn(choice)
    }
  }

  /// Another inner cell of a sum it is in, that stands the other way.
  private mutating func partner(of choice: Int) -> Int? {
    let count = starts[choice + 1] - starts[choice]
    guard count > 0 else { return nil }
    let row = Int(places[starts[choice] + random.below(count)].row)
    let other = rows[row].terms[random.below(rows[row].terms.count)].choice
    return choices[other] == choices[choice] ? nil : other
  }

  private mutating func isAccepted(_ cost: Int, _ accepted: [UInt64]) -> Bool {
    cost <= 0 || (cost < accepted.count && random.next() >> 11 < accepted[cost])
  }

  @inline(__always) private func excess(_ row: Int, _ sum: Int32) -> Int32 {
    let over = max(lows[row] - sum, sum - highs[row], 0)
    return isRelation[row] ? 8 * over : over * over
  }

  /// What turning a choice adds to the energy.
  @inline(__always) private func cost(_ choice: Int) -> Int32 {
    let sign: Int32 = choices[choice] == 0 ? 1 : -1
    var result: Int32 = 0
    for index in starts[choice]..<starts[choice + 1] {
      let place = places[index]
      let row = Int(place.row)
      result += excess(row, sums[row] + sign * place.coefficient) - excess(row, sums[row])
    }
    return result
  }

  @inline(__always) private mutating func turn(_ choice: Int) {
    let sign: Int32 = choices[choice] == 0 ? 1 : -1
    choices[choice] += sign
    for index in starts[choice]..<starts[choice + 1] {
      sums[Int(places[index].row)] += sign * places[index].coefficient
    }
  }

  // MARK: - Nearer

  /// What turning a choice adds to the sum of the changes of all cells.
  private func distance(_ choice: Int) -> Int {
    let sign: Int32 = choices[choice] == 0 ? 1 : -1
    var result: Int32 = 0
    for index in starts[choice]..<starts[choice + 1] {
      let row = Int(places[index].row)
      let now = Int32(base) * sums[row] - remainders[row]
      result += weights[row] * (abs(now + Int32(base) * sign * places[index].coefficient) - abs(now))
    }
    return Int(result)
  }

  /// Turns one inner cell, or two of one sum, as long as that brings cells nearer and none beyond.
  private mutating func comeNearer() {
    var isMoving = true
    while isMoving {
      isMoving = false
      for choice in choices.indices where nearer(choice) { isMoving = true }
    }
  }

  private mutating func nearer(_ choice: Int) -> Bool {
    let (alone, near) = (Int(cost(choice)), distance(choice))
    if alone < 0 || (alone == 0 && near < 0) {
      turn(choice)
      beyond += alone
      return true
    }
    let first = choices[choice]
    turn(choice)
    for index in starts[choice]..<starts[choice + 1] {
      let terms = rows[Int(places[index].row)].terms
      for term in terms where terms.count <= Self.partners && term.choice != choice && choices[term.choice] != first {
        let both = alone + Int(cost(term.choice))
        guard both < 0 || (both == 0 && near + distance(term.choice) < 0) else { continue }
        turn(term.choice)
        beyond += both
        return true
      }
    }
    turn(choice)
    return false
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
