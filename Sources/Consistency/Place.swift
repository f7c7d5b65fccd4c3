/// Where a cell stands in its table: its years and its categories, totals left out.
struct Place: Hashable {
  var period: Period?
  /// Sorted by dimension.
  var categories: [Category]

  struct Category: Hashable, Comparable {
    /// Folded name of the dimension.
    var dimension: String
    /// Folded label, codes written out.
    var label: String

    static func < (left: Category, right: Category) -> Bool {
      (left.dimension, left.label) < (right.dimension, right.label)
    }
  }

  /// With one category more, in its order.
  func adding(_ category: Category) -> Place {
    Place(period: period, categories: (categories + [category]).sorted())
  }

  /// Without the categories of a dimension: the total over it.
  func removing(_ dimension: String) -> Place {
    Place(period: period, categories: categories.filter { $0.dimension != dimension })
  }

  func during(_ period: Period?) -> Place { Place(period: period, categories: categories) }

  func label(in dimension: String) -> String? { categories.first { $0.dimension == dimension }?.label }
}

extension Place: Comparable {
  static func < (left: Place, right: Place) -> Bool {
    if left.period != right.period {
      guard let own = left.period, let other = right.period else { return left.period == nil }
      return own < other
    }
    return left.categories.lexicographicallyPrecedes(right.categories)
  }
}

/// One spelling for each category of a report: codes written out, dimensions whose names contain each other the same.
struct Spelling {
  private var codes: [String: String] = [:]
  private var dimensionNames: [String: String] = [:]

  init(of cells: [TableCell]) {
    let labels = Set(cells.flatMap { $0.dimensions.map(\.value) }).sorted()
    for code in labels {
      let written = Set(labels.filter { Label.isCode(code, for: $0) }.map { Label($0).name })
      if written.count == 1, let only = written.first { codes[Label.folded(code)] = only }
    }
    let names = Set(cells.flatMap { $0.dimensions.map { Label.folded($0.name) } })
    for name in names {
      // Four letters: a shorter name (`rol`) ends other words by chance.
      // `vorm` and `mensenhandelvorm` are one axis as long as only one longer name ends that way.
      let longer = names.filter { $0 != name && $0.hasSuffix(name) && name.count >= 4 }
      if longer.count == 1, let only = longer.first { dimensionNames[name] = only }
    }
  }

  /// The folded name of a dimension, the longer one where two are the same axis.
  func dimension(_ name: String) -> String {
    let folded = Label.folded(name)
    return dimensionNames[folded] ?? folded
  }

  /// The folded label without brackets, a code written out.
  func label(_ text: String) -> String {
    let name = Label(text).name
    return codes[name] ?? name
  }
}
