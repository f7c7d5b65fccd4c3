/// Groups of records that links above a floor hold together: persons are looked for within each.
struct LinkComponents: Sendable {
  /// Records of component `c` are `records[starts[c]..<starts[c + 1]]`, rising; records that stand alone are in none.
  private(set) var records: [UInt32] = []
  private(set) var starts: [Int] = [0]
  /// Neighbours of each record that is in a component, with the log-odds: those of record `r` are
  /// `neighbours[edgeStarts[r]..<edgeStarts[r + 1]]`.
  private(set) var neighbours: [UInt32] = []
  private(set) var weights: [Float] = []
  private(set) var edgeStarts: [Int]

  /// The component of each record; -1 for one that stands alone.
  private(set) var component: [Int32]

  var count: Int { starts.count - 1 }

  func members(_ component: Int) -> ArraySlice<UInt32> { records[starts[component]..<starts[component + 1]] }

  /// The weight between the two records of a component of two; nil for a larger one.
  func onlyWeight(_ component: Int) -> Double? {
    let first = starts[component]
    guard starts[component + 1] - first == 2 else { return nil }
    let edge = edgeStarts[Int(records[first])]
    return edge < edgeStarts[Int(records[first]) + 1] ? Double(weights[edge]) : nil
  }

  init(_ pairs: ScoredPairs, recordCount: Int, floor: Float) {
    var parent = (0..<recordCount).map { UInt32($0) }
    func root(_ record: UInt32) -> UInt32 {
      var record = record
      while parent[Int(record)] != record {
        parent[Int(record)] = parent[Int(parent[Int(record)])]
        record = parent[Int(record)]
      }
      return record
    }
    edgeStarts = [Int](repeating: 0, count: recordCount + 1)
    component = [Int32](repeating: -1, count: recordCount)
    for pair in 0..<pairs.count where pairs.logOdds[pair] >= floor {
      let (a, b) = (root(pairs.first[pair]), root(pairs.second[pair]))
      // The smaller number is the root, so that the order of pairs does not matter.
      if a < b { parent[Int(b)] = a } else if b < a { parent[Int(a)] = b }
    }
    var sizes = [Int32](repeating: 0, count: recordCount)
    for record in 0..<recordCount { sizes[Int(root(UInt32(record)))] += 1 }
    gather(recordCount, sizes) { root($0) }
    fillEdges(pairs, recordCount) { root($0) }
  }

  private mutating func gather(_ recordCount: Int, _ sizes: [Int32], _ root: (UInt32) -> UInt32) {
    var places = [Int](repeating: -1, count: recordCount)
    var numbers = [Int32](repeating: -1, count: recordCount)
    for record in 0..<recordCount where sizes[record] > 1 && root(UInt32(record)) == record {
      numbers[record] = Int32(count)
      places[record] = starts[starts.count - 1]
      starts.append(starts[starts.count - 1] + Int(sizes[record]))
    }
    records = [UInt32](repeating: 0, count: starts[starts.count - 1])
    for record in 0..<recordCount {
      let top = Int(root(UInt32(record)))
      guard places[top] >= 0 else { continue }
      component[record] = numbers[top]
      records[places[top]] = UInt32(record)
      places[top] += 1
    }
  }

  /// All pairs within a component, those below the floor too: they speak against.
  private mutating func fillEdges(_ pairs: ScoredPairs, _ recordCount: Int, _ root: (UInt32) -> UInt32) {
    var inside = [Bool](repeating: false, count: pairs.count)
    for pair in 0..<pairs.count where root(pairs.first[pair]) == root(pairs.second[pair]) {
      inside[pair] = true
      edgeStarts[Int(pairs.first[pair]) + 1] += 1
      edgeStarts[Int(pairs.second[pair]) + 1] += 1
    }
    for record in 0..<recordCount { edgeStarts[record + 1] += edgeStarts[record] }
    neighbours = [UInt32](repeating: 0, count: edgeStarts[recordCount])
    weights = [Float](repeating: 0, count: neighbours.count)
    var places = edgeStarts
    for pair in 0..<pairs.count where inside[pair] {
      let (a, b) = (Int(pairs.first[pair]), Int(pairs.second[pair]))
      (neighbours[places[a]], weights[places[a]]) = (UInt32(b), pairs.logOdds[pair])
      (neighbours[places[b]], weights[places[b]]) = (UInt32(a), pairs.logOdds[pair])
      (places[a], places[b]) = (places[a] + 1, places[b] + 1)
    }
  }
}

/// One component: its records from 0, and how much each pair speaks for being one person.
struct ComponentGraph {
  let count: Int
  /// Neighbours of each, with weights.
  var edges: [[(to: Int, weight: Double)]]
  /// The weight of a pair that was not compared, or fell below the floor.
  let unscored: Double

  /// - Parameters:
  ///   - shift: What is taken off each weight, so that 0 is where records are put together.
  ///   - files: Where each file has a person once, the file of each record: two of one file are never one person.
  ///   - kinds: Where records are encoded, how each is known: of two that nobody can compare nothing is known, and that
  ///     they were not compared says nothing.
  init(
    _ components: LinkComponents, _ component: Int, unscored: Double, shift: Double = 0, files: [UInt8]? = nil,
    kinds: [Kind]? = nil
  ) {
    let members = Array(components.members(component))
    count = members.count
    self.unscored = unscored
    edges = members.map { record in
      (components.edgeStarts[Int(record)]..<components.edgeStarts[Int(record) + 1]).map { place in
        (Self.place(components.neighbours[place], in: members), Double(components.weights[place]) - shift)
      }
    }
    if let kinds { addIncomparable(members.map { kinds[Int($0)] }) }
    guard let files else { return }
    for i in members.indices {
      for j in members.indices where i != j && files[Int(members[i])] == files[Int(members[j])] {
        edges[i].append((j, Self.veto))
      }
    }
  }

  /// How a record is known, where some are encoded.
  enum Kind: Equatable { case onlyEncoded, neverEncoded, both }

  private mutating func addIncomparable(_ kinds: [Kind]) {
    for i in kinds.indices where kinds[i] == .onlyEncoded {
      let known = Set(edges[i].map(\.to))
      for j in kinds.indices where kinds[j] == .neverEncoded && !known.contains(j) {
        edges[i].append((j, 0))
        edges[j].append((i, 0))
      }
    }
  }

  /// So much against that nothing outweighs it.
  private static let veto = -1000.0

  init(count: Int, edges: [[(to: Int, weight: Double)]], unscored: Double) {
    (self.count, self.edges, self.unscored) = (count, edges, unscored)
  }

  private static func place(_ record: UInt32, in members: [UInt32]) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
