internal import Model

/// An axis of a figure with its words, and the codes that each of its headers stands for.
struct DimensionPlan: Sendable {
  struct Entry: Sendable {
    var key: String
    var label: LocalizedText
    var margin: Margin
    /// A known category: what a ranking is about.
    var isKnown: Bool
  }

  var entries: [Entry]
  /// Everything that the entries show, each case once, or once a member when the unit counts members.
  var shown: Margin

  /// - Parameter members: the set variable whose members the unit counts, if it does.
  init(_ dimension: Figure.Dimension, in columns: Columns, figure: String, members: String?) throws(TabulationError) {
    guard let variable = columns.variable(named: dimension.variable) else {
      throw .unknownVariable(figure: figure, variable: dimension.variable)
    }
    let heads = try Self.heads(dimension, variable, figure)
    switch columns[dimension.variable] {
    case .category, .wideCategory:
      let axis = Axis.category(variable: variable.name, codes: variable.codeCount)
      entries = heads.map { Entry($0, Margin(slices: [Slice(axis: axis, codes: $0.codes)], countsMembers: false)) }
      let codes = Set(heads.flatMap(\.codes)).sorted()
      shown = Margin(slices: [Slice(axis: axis, codes: codes)], countsMembers: false)
    case .set where variable.name == members:
      let codes = Set(heads.flatMap(\.codes)).sorted()
      let slices = Self.slices(codes.map(Self.mask), variable.name)
      let sliceOfCode = Dictionary(uniqueKeysWithValues: zip(codes, slices))
      entries = heads.map { Entry($0, Margin(slices: $0.codes.compactMap { sliceOfCode[$0] }, countsMembers: true)) }
      shown = Margin(slices: entries.flatMap(\.margin.slices), countsMembers: true)
    case .set:
      let masks = heads.map { $0.codes.reduce(UInt64(0)) { $0 | Self.mask($1) } }
      let slices = Self.slices(masks, variable.name)
      entries = zip(heads, slices).map { Entry($0, Margin(slices: [$1], countsMembers: false)) }
      shown = Margin(slices: [Self.union(masks, slices, variable.name)], countsMembers: false)
    case .number, nil: throw .unsuited(figure: figure, variable: variable.name)
    }
  }

  /// A header with the packed codes it takes together.
  fileprivate struct Head {
    var key: String
    var label: LocalizedText
    var codes: [Int]
  }

  private static func heads(
    _ dimension: Figure.Dimension, _ variable: Variable, _ figure: String
  ) throws(TabulationError) -> [Head] {
    func code(_ word: String) throws(TabulationError) -> Int {
      guard let code = variable.code(ofWord: word) else {
        throw .unknownValue(figure: figure, variable: variable.name, value: word)
      }
      return code.place
    }
    var heads: [Head] = []
    for (index, pool) in dimension.pools.enumerated() {
      var codes: [Int] = []
      for word in pool.codes { codes.append(try code(word)) }
      heads.append(Head(key: pool.key ?? "pool-\(index + 1)", label: pool.label, codes: Array(Set(codes)).sorted()))
    }
    guard heads.isEmpty else { return heads }
    let words = dimension.order.isEmpty ? variable.categories.map(\.code) : dimension.order
    for word in words {
      let code = try code(word)
      heads.append(Head(key: word, label: label(of: word, code, dimension, variable), codes: [code]))
    }
    return heads
  }

  private static func label(
    of word: String, _ code: Int, _ dimension: Figure.Dimension, _ variable: Variable
  ) -> LocalizedText {
    if let own = dimension.labels[word] { return own }
    let code = CategoryCode(place: code)
    guard let index = code.category else { return code.missing.map(variable.label(of:)) ?? LocalizedText(word) }
    let category = variable.categories[index]
    return dimension.usesShortLabels ? category.short : category.label
  }

  /// The bit of a packed code in a set.
  private static func mask(_ code: Int) -> UInt64 { CategoryCode(place: code).mask.packed }

  /// For each mask the slice of cases that touch it, on as few axes as hold them.
  private static func slices(_ masks: [UInt64], _ variable: String) -> [Slice] {
    var slices: [Slice] = []
    for start in stride(from: 0, to: masks.count, by: Axis.groupLimit) {
      let part = Array(masks[start..<min(start + Axis.groupLimit, masks.count)])
      let axis = Axis.groups(variable: variable, part)
      for bit in part.indices {
        slices.append(Slice(axis: axis, codes: (0..<axis.codeCount).filter { $0 >> bit & 1 == 1 }))
      }
    }
    return slices
  }

  /// The cases that touch any of the masks.
  private static func union(_ masks: [UInt64], _ slices: [Slice], _ variable: String) -> Slice {
    if masks.count <= Axis.groupLimit, let axis = slices.first?.axis {
      return Slice(axis: axis, codes: Array(1..<axis.codeCount))
    }
    return Slice(axis: .groups(variable: variable, [masks.reduce(0, |)]), codes: [1])
  }
}

extension DimensionPlan.Entry {
  fileprivate init(_ head: DimensionPlan.Head, _ margin: Margin) {
    self.init(
      key: head.key, label: head.label, margin: margin,
      isKnown: head.codes.contains { CategoryCode(place: $0).isKnown })
  }
}
