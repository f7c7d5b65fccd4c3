/// A decomposable (chordal) graph over lists: its cliques, and the separators between them with multiplicity.
///
/// Two lists without an edge are independent given the others; a decomposable graph is one whose likelihood is a
/// product over cliques divided by a product over separators. There are 8 for three lists, 61 for four, 822 for five
/// and 18,154 for six.
struct DecomposableGraph: Equatable, Sendable {
  let cliques: [UInt32]
  let separators: [UInt32]

  /// All decomposable graphs over this many lists.
  static func all(lists: Int) -> [DecomposableGraph] {
    let pairs = listSets(of: 2, among: lists)
    return (0..<(1 << pairs.count)).compactMap { choice in
      var neighbours = [UInt32](repeating: 0, count: lists)
      for (index, pair) in pairs.enumerated() where choice & (1 << index) != 0 {
        let first = pair.trailingZeroBitCount
        let second = 31 - pair.leadingZeroBitCount
        neighbours[first] |= 1 << UInt32(second)
        neighbours[second] |= 1 << UInt32(first)
      }
      return DecomposableGraph(neighbours: neighbours)
    }
  }

  /// By maximum cardinality search (Tarjan & Yannakakis 1984): nil when the graph has a cycle without a chord.
  private init?(neighbours: [UInt32]) {
    let lists = neighbours.count
    var visited: UInt32 = 0
    var cliques: [UInt32] = []
    var separators: [UInt32] = []
    var current: UInt32 = 0
    while visited.nonzeroBitCount < lists {
      var next = -1
      for list in 0..<lists where visited & (1 << UInt32(list)) == 0 {
        let seen = (neighbours[list] & visited).nonzeroBitCount
        if next < 0 || seen > (neighbours[next] & visited).nonzeroBitCount { next = list }
      }
      let before = neighbours[next] & visited
      guard Self.isComplete(before, neighbours) else { return nil }
      if visited != 0, before == current {
        current |= 1 << UInt32(next)
      } else {
        if visited != 0 {
          cliques.append(current)
          separators.append(before)
        }
        current = before | 1 << UInt32(next)
      }
      visited |= 1 << UInt32(next)
    }
    self.cliques = cliques + [current]
    self.separators = separators
  }

  private static func isComplete(_ set: UInt32, _ neighbours: [UInt32]) -> Bool {
    neighbours.indices.allSatisfy { set & (1 << UInt32($0)) == 0 || set & ~neighbours[$0] == 1 << UInt32($0) }
  }

  /// The cliques as generators of a log-linear model, `[123,25,34]`.
  func notation(lists: Int) -> String { HierarchicalModel(lists: lists, generators: cliques).notation }
}
