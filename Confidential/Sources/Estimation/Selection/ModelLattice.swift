/// All hierarchical models with main effects, up to an order, as a tree in which each node adds one term to its parent.
///
/// Terms are added in canonical order, so that a term comes after all its subsets and every model occurs exactly once:
/// 8 models for three lists, 113 for four, 6,893 for five (1,024 with pairs only), 32,768 for six with pairs and
/// 3,702,013 with triples. Models are numbered as bits over `interactions`.
struct ModelLattice: Sendable {
  let lists: Int
  /// The terms of two lists and more that a model may have, in canonical order.
  let interactions: [UInt32]
  /// For each interaction, the interactions of one list fewer that it needs, as bits.
  let needs: [UInt64]

  /// - Parameter order: The largest number of lists in a term; never all lists, for then nothing is left to test.
  init(lists: Int, order: Int) {
    self.lists = lists
    let largest = max(1, min(order, lists - 1))
    var interactions: [UInt32] = []
    if largest >= 2 { for size in 2...largest { interactions += listSets(of: size, among: lists) } }
    self.interactions = interactions
    needs = interactions.map { term in
      var bits: UInt64 = 0
      for (index, other) in interactions.enumerated() where other != term && other & term == other {
        bits |= 1 << UInt64(index)
      }
      return bits
    }
  }

  /// How many models there are, by walking the tree.
  func count() -> Int {
    func below(_ model: UInt64, _ next: Int) -> Int {
      var total = 1
      for index in next..<interactions.count where needs[index] & ~model == 0 {
        total += below(model | 1 << UInt64(index), index + 1)
      }
      return total
    }
    return below(0, 0)
  }

  /// Every model, parents before children.
  var allModels: [HierarchicalModel] {
    func below(_ bits: UInt64, _ next: Int) -> [HierarchicalModel] {
      (next..<interactions.count).filter { needs[$0] & ~bits == 0 }
        .reduce(into: [model(bits)]) { $0 += below(bits | 1 << UInt64($1), $1 + 1) }
    }
    return below(0, 0)
  }

  func terms(_ model: UInt64) -> [UInt32] {
    interactions.indices.filter { model & (1 << UInt64($0)) != 0 }.map { interactions[$0] }
  }

  func model(_ bits: UInt64) -> HierarchicalModel { HierarchicalModel(lists: lists, generators: terms(bits)) }
}
