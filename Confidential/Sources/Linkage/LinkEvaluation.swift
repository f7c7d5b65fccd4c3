internal import Glibc

/// How good links are beside a truth: over all true pairs, also those that were never compared.
public struct LinkEvaluation: Equatable, Sendable {
  /// Precision, recall and their harmonic mean F1, with the counts behind them.
  public struct Score: Equatable, Sendable {
    /// Pairs said to be of one person, and how many of them are.
    public var said, right: Int
    /// Pairs that are of one person.
    public var all: Int

    public var precision: Double { said == 0 ? 1 : Double(right) / Double(said) }
    public var recall: Double { all == 0 ? 1 : Double(right) / Double(all) }
    public var f1: Double { said + all == 0 ? 1 : 2 * Double(right) / Double(said + all) }
  }

  /// What was promised in a band of chances, and what came of it.
  public struct Band: Equatable, Sendable {
    public var from, to: Double
    public var count: Int
    /// The mean chance, and the share that is right.
    public var promised, real: Double
  }

  public var records: Int
  /// Over all pairs of records within persons.
  public var closure: Score
  /// B-cubed (Bagga & Baldwin 1998): per record the share of its person that is right, and of its true person that is
  /// found, on average; and F1 of both.
  public var bCubedPrecision, bCubedRecall: Double
  /// Persons that are exactly as in the truth.
  public var exactPersons: Int
  public var persons, truePersons: Int
  /// Of the records: how sure they were said to be, and how right.
  public var reliability: [Band]

  public var bCubedF1: Double {
    let sum = bCubedPrecision + bCubedRecall
    return sum == 0 ? 0 : 2 * bCubedPrecision * bCubedRecall / sum
  }

  /// The error of the number of persons, as a share of the true one.
  public var countError: Double { Double(persons - truePersons) / Double(max(1, truePersons)) }

  /// - Parameters:
  ///   - persons: For each record the number of its person, from 0.
  ///   - truth: For each record the number of its true person, from 0.
  ///   - certainty: For each record how sure it was said to be.
  public init(persons: [Int], truth: [Int], certainty: [Double]) {
    records = persons.count
    let (said, real) = (Self.sizes(persons), Self.sizes(truth))
    var shared: [UInt64: Int] = [:]
    let key = { (record: Int) in UInt64(persons[record]) << 32 | UInt64(truth[record]) }
    for record in persons.indices { shared[key(record), default: 0] += 1 }
    var (precision, recall) = (0.0, 0.0)
    var bands = Bands()
    for record in persons.indices {
      let both = shared[key(record)] ?? 0
      let (person, truePerson) = (said[persons[record]], real[truth[record]])
      precision += Double(both) / Double(person)
      recall += Double(both) / Double(truePerson)
      let right = person > 1 ? Double(both - 1) / Double(person - 1) : truePerson == 1 ? 1 : 0
      bands.add(certainty[record], right: right)
    }
    let count = Double(max(1, records))
    (bCubedPrecision, bCubedRecall) = (precision / count, recall / count)
    closure = Score(
      said: Self.pairs(said), right: shared.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }, all: Self.pairs(real))
    (self.persons, truePersons) = (said.count { $0 > 0 }, real.count { $0 > 0 })
    exactPersons = shared.reduce(0) { sum, entry in
      let (person, truePerson) = (Int(entry.key >> 32), Int(entry.key & 0xFFFF_FFFF))
      return sum + (said[person] == entry.value && real[truePerson] == entry.value ? 1 : 0)
    }
    reliability = bands.bands
  }

  /// The score and reliability of single pairs, of which those of at least `threshold` count as said.
  public static func pairs(
    _ pairs: [(first: Int, second: Int, probability: Double)], threshold: Double, truth: [Int]
  ) -> (score: Score, reliability: [Band]) {
    var score = Score(said: 0, right: 0, all: Self.pairs(sizes(truth)))
    var bands = Bands()
    for pair in pairs {
      let isRight = truth[pair.first] == truth[pair.second]
      bands.add(pair.probability, right: isRight ? 1 : 0)
      guard pair.probability >= threshold else { continue }
      score.said += 1
      score.right += isRight ? 1 : 0
    }
    return (score, bands.bands)
  }

  private static func sizes(_ numbers: [Int]) -> [Int] {
    var sizes = [Int](repeating: 0, count: (numbers.max() ?? -1) + 1)
    for number in numbers { sizes[number] += 1 }
    return sizes
  }

  private static func pairs(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  private struct Bands {
    private static let edges = [0, 0.01, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 1]
    private var counts = [Int](repeating: 0, count: edges.count - 1)
    private var promised = [Double](repeating: 0, count: edges.count - 1)
    private var real = [Double](repeating: 0, count: edges.count - 1)

    mutating func add(_ chance: Double, right: Double) {
      let band = max(0, (Self.edges.firstIndex { chance < $0 } ?? Self.edges.count - 1) - 1)
      counts[band] += 1
      promised[band] += chance
      real[band] += right
    }

    var bands: [Band] {
      counts.indices.filter { counts[$0] > 0 }.map { band in
        Band(
          from: Self.edges[band], to: Self.edges[band + 1], count: counts[band],
          promised: promised[band] / Double(counts[band]), real: real[band] / Double(counts[band]))
      }
    }
  }
}
