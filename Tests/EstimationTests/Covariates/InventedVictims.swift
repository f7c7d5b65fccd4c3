import Model

@testable import Estimation

/// An invented population shaped like the Dutch study of 2010-2015: six lists, and year, sex, age, form and nationality.
///
/// Nobody in it exists and no number in it was measured. The cells follow a log-linear model with two-way terms among
/// lists, among covariates and between the two, so the model of the worked example holds.
struct InventedVictims {
  static let lists = ["inspectorate", "border", "shelters", "police", "regions", "others"]
  static let covariates: [(name: String, levels: [String])] = [
    ("year", ["2010", "2011", "2012", "2013", "2014", "2015"]), ("sex", ["female", "male"]),
    ("age", ["adult", "minor"]), ("form", ["labour", "other", "sexual"]),
    ("nationality", ["abroad", "dutch", "european"]),
  ]
  static let persons = 30_000

  /// Chance of each list on the logit scale, before anything else.
  private static let listEffects = [-3.6, -3.4, -2.9, -1.3, -2.8, -3.0]

  /// log of the relative number of persons with these levels.
  private static func population(_ x: [Int]) -> Double {
    let year = Double(x[0]) - 2.5
    let shares: [[Double]] = [[0, -0.9], [0, -1.2], [0, -0.4, 0.9], [0, -0.3, 0.5]]
    var sum = 0.05 * year - 0.02 * year * year
    for (index, levels) in shares.enumerated() { sum += levels[x[index + 1]] }
    if x[1] == 1 { sum += [1.6, 0.8, 0][x[3]] }
    if x[2] == 1 { sum += [0, 1.1, 0][x[4]] + [-0.8, 0.2, 0][x[3]] }
    if x[4] == 1 { sum += [-1.5, 0.3, 0.4][x[3]] }
    return sum
  }

  /// What the covariates do to the chance of being on a list.
  private static func attraction(_ list: Int, _ x: [Int]) -> Double {
    let year = Double(x[0]) - 2.5
    switch list {
    case 0: return [1.9, 0.4, 0][x[3]]
    case 1: return [0.8, -1.0, 0][x[4]]
    case 2: return x[1] == 1 ? -0.7 : 0
    case 3: return 0.12 * year - 0.03 * year * year + [-0.5, 0, 0.3][x[3]]
    case 4: return x[2] == 1 ? 0.5 : 0
    default: return x[4] == 1 ? 0.8 : 0
    }
  }

  private static let pairs: [UInt32: Double] = [0b001100: 0.9, 0b011000: 0.7, 0b110000: 0.6]

  /// Persons by history and levels, the unseen included.
  static func drawn() -> [(history: UInt32, levels: [Int], count: Int)] {
    let strata = covariates.reduce([[]]) { all, covariate in
      all.flatMap { some in covariate.levels.indices.map { some + [$0] } }
    }
    var cells: [(history: UInt32, levels: [Int])] = []
    var weights: [Double] = []
    for levels in strata {
      for history in 0..<(UInt32(1) << UInt32(lists.count)) {
        var sum = population(levels)
        for list in lists.indices where history & (1 << UInt32(list)) != 0 {
          sum += listEffects[list] + attraction(list, levels)
        }
        for (pair, effect) in pairs where history & pair == pair { sum += effect }
        cells.append((history, levels))
        weights.append(exp(sum))
      }
    }
    var generator = ReplicateGenerator(seed: 2015, replicate: 0)
    var counts = [Int](repeating: 0, count: cells.count)
    Multinomial.draw(persons, weights: weights, using: &generator, into: &counts)
    return zip(cells, counts).map { ($0.history, $0.levels, $1) }
  }

  /// The table as it is shipped: the persons seen, without the combinations in which nobody was.
  static func csv() -> String {
    let heading = (lists + covariates.map(\.name) + ["count"]).joined(separator: ",")
    let rows = drawn().filter { $0.history != 0 && $0.count > 0 }
      .sorted { a, b in
        a.history != b.history
          ? canonicallyPrecedes(a.history, b.history) : a.levels.lexicographicallyPrecedes(b.levels)
      }
      .map { cell in
        (lists.indices.map { cell.history & (1 << UInt32($0)) != 0 ? "1" : "0" }
          + zip(covariates, cell.levels).map { $0.levels[$1] } + ["\(cell.count)"]).joined(separator: ",")
      }
    return ([heading] + rows).joined(separator: "\n") + "\n"
  }
}
