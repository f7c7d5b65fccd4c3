/// A hierarchical log-linear model: a set of sets of lists that contains every subset of its members.
///
///     log m_w = sum of a_q over q in the model, q inside w
///
/// The empty set (the constant, whose exponent is the expected number of hidden persons) and every single list are
/// always in it. Terms are held in canonical order, so equal models are equal values.
struct HierarchicalModel: Hashable, Sendable {
  let lists: Int
  /// All terms, the empty set first.
  let terms: [UInt32]

  /// The smallest hierarchical model with these interactions.
  init(lists: Int, generators: [UInt32] = []) {
    var terms: Set<UInt32> = [0]
    for list in 0..<lists { terms.insert(1 << UInt32(list)) }
    for generator in generators {
      var subset = generator
      while subset != 0 {
        terms.insert(subset)
        subset = (subset - 1) & generator
      }
    }
    self.lists = lists
    self.terms = terms.sorted(by: canonicallyPrecedes)
  }

  static func mainEffects(lists: Int) -> HierarchicalModel { HierarchicalModel(lists: lists) }

  static func allPairs(lists: Int) -> HierarchicalModel {
    HierarchicalModel(lists: lists, generators: listSets(of: 2, among: lists))
  }

  func contains(_ term: UInt32) -> Bool { terms.contains(term) }

  func adding(_ term: UInt32) -> HierarchicalModel {
    HierarchicalModel(lists: lists, generators: terms + [term])
  }

  /// The largest number of lists in one term.
  var order: Int { terms.last?.nonzeroBitCount ?? 0 }

  /// The terms that are in no other term: most lists first, then in list order.
  var generators: [UInt32] {
    terms.filter { term in term != 0 && !terms.contains { $0 != term && $0 & term == term } }
      .sorted { left, right in
        let sizes = (left.nonzeroBitCount, right.nonzeroBitCount)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : canonicallyPrecedes(left, right)
      }
  }
}

extension HierarchicalModel: CustomStringConvertible {
  /// The generators by the numbers of their lists: `[123,25,34]`; with ten lists or more `[1:2,3:12]`.
  var notation: String {
    let separator = lists > 9 ? ":" : ""
    let parts = generators.map { term in
      (0..<lists).filter { term & (1 << UInt32($0)) != 0 }.map { "\($0 + 1)" }.joined(separator: separator)
    }
    return "[" + parts.joined(separator: ",") + "]"
  }

  var description: String { notation }

  /// Reads `[123,25,34]`, with or without brackets; nil for anything that is not a set of lists.
  init?(lists: Int, notation: String) {
    var generators: [UInt32] = []
    let inner = notation.filter { $0 != "[" && $0 != "]" && $0 != " " }
    for part in inner.split(separator: ",") {
      let numbers = lists > 9 ? part.split(separator: ":").map(String.init) : part.map(String.init)
      var term: UInt32 = 0
      for number in numbers {
        guard let list = Int(number), (1...lists).contains(list) else { return nil }
        term |= 1 << UInt32(list - 1)
      }
      generators.append(term)
    }
    self.init(lists: lists, generators: generators)
  }
}
