package import Model

/// What was understood of a figure, in a few lines that a person can check.
struct FigurePicture {
  let figure: FigureArithmetic

  /// The figure, its dimensions with their totals, and what is counted with its grain.
  var lines: [LocalizedText] {
    let count = figure.grid.blocks.reduce(0) { $0 + $1.cells.count }
    let name = figure.grid.figure
    return [LocalizedText(nl: "\(name): \(count) getallen", en: "\(name): \(count) numbers")]
      + figure.grid.axes.indices.filter { figure.grid.axes[$0].labels.count > 1 }.map(axis)
      + figure.structures.map(block)
  }

  private func axis(_ axis: Int) -> LocalizedText {
    let labels = figure.grid.axes[axis].labels
    var sums: [String] = []
    for structure in figure.structures {
      for composition in structure.compositions[axis] where !sums.contains(text(composition, axis)) {
        sums.append(text(composition, axis))
      }
    }
    let shown = sums.prefix(6).joined(separator: "; ")
    let more = sums.count > 6 ? "; …" : ""
    let head = "  \(figure.grid.axes[axis].name): \(labels.count - 1)"
    guard !sums.isEmpty else {
      return LocalizedText(nl: head + ", geen totaal gevonden", en: head + ", no total found")
    }
    return LocalizedText(head + ", " + shown + more)
  }

  private func text(_ composition: Composition, _ axis: Int) -> String {
    let labels = figure.grid.axes[axis].labels
    let whole = composition.whole == 0 ? "Σ" : labels[composition.whole]
    switch composition.parts {
    case .rest: return "\(whole) = Σ"
    case .run(let first, let last): return "\(whole) = \(labels[first]) + … + \(labels[last])"
    case .labels(let parts):
      let names = parts.map { labels[$0] }
      return "\(whole) = "
        + (names.count < 4 ? names.joined(separator: " + ") : "\(names[0]) + … + \(names[names.count - 1])")
    }
  }

  private func block(_ structure: BlockStructure) -> LocalizedText {
    let (block, grain) = (structure.block, structure.grain)
    let name = [block.measure, block.unit].filter { !$0.isEmpty }.joined(separator: ", ")
    let step = NumberText.printed(grain.step, decimals: grain.step < 1 ? decimals(grain.step) : 0)
    let head = "  \(name.isEmpty ? "-" : name): \(block.cells.count)"
    switch grain.rule {
    case .exact: return LocalizedText(nl: head + ", sommen sluiten precies", en: head + ", sums close exactly")
    case .rounded:
      return LocalizedText(
        nl: head + ", elk getal afgerond op \(step.nl)", en: head + ", each number rounded to \(step.en)")
    case .random:
      return LocalizedText(
        nl: head + ", elk getal naar boven of beneden afgerond op een veelvoud van \(step.nl)",
        en: head + ", each number rounded up or down to a multiple of \(step.en)")
    case .none: return LocalizedText(nl: head + ", geen regel gevonden", en: head + ", no rule found")
    }
  }

  private func decimals(_ step: Double) -> Int {
    var (count, rest) = (0, step)
    while rest < 0.999, count < 12 { (count, rest) = (count + 1, rest * 10) }
    return count
  }
}

extension PublishedReport {
  /// What was understood of every figure: dimensions, totals, units, grain.
  package func pictures() -> [LocalizedText] { Arithmetic(cells).figures.flatMap { FigurePicture(figure: $0).lines } }
}
