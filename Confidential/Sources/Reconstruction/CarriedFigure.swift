internal import Model

/// A figure over cases with the cliques it is counted over.
///
/// A clique names the figures it carries, or single rows of a series as `figure/row`.
struct CarriedFigure {
  let figure: Figure
  /// Indices of the cliques, in order.
  let carriers: [Int]
  let ranks: RankedFigure
  private let places: [FigurePlaces]

  /// What a published number says about the cells of one clique.
  struct Counted {
    var functional: FigurePlaces.Functional
    var carrier: Int
  }

  /// Nil for a figure that is not counted.
  init?(_ figure: Figure, by tables: [CliqueTable], _ published: [PublishedCell]) {
    guard case .counted(let counted) = figure.numbers else { return nil }
    self.figure = figure
    ranks = RankedFigure(figure, counted, published)
    var carriers: [Int] = []
    var places: [FigurePlaces] = []
    for (index, table) in tables.enumerated() {
      let keys = table.plan.figures.compactMap { Self.row($0, of: figure.id) }
      let isWhole = table.plan.figures.contains(figure.id)
      guard isWhole || !keys.isEmpty else { continue }
      carriers.append(index)
      places.append(
        FigurePlaces(figure, counted, over: table.cases, rowKeys: isWhole ? nil : keys, repeats: table.repeats))
    }
    self.carriers = carriers
    self.places = places
  }

  /// What the number says about each clique that has its row; nil when none does.
  func functionals(of cell: PublishedCell) throws(ReconstructionError) -> [Counted]? {
    var result: [Counted] = []
    for (place, carrier) in zip(places, carriers) {
      if let functional = try place.functional(of: cell) {
        result.append(Counted(functional: functional, carrier: carrier))
      }
    }
    return result.isEmpty ? nil : result
  }

  /// `fig-5/named` names the row `named` of `fig-5`.
  private static func row(_ word: String, of figure: String) -> String? {
    word.hasPrefix(figure + "/") ? String(word.dropFirst(figure.count + 1)) : nil
  }
}
