/// The cells of a block that the words around a number bind it to, and how firmly.
struct BoundPlace {
  /// By axis: one label where the words leave no choice.
  var labels: [Set<Int>]
  var cells: [Int] = []
  /// Labels named by themselves, along axes with a choice.
  var named = 0
  /// Axes along which several labels are named and any may be meant.
  var mixed = 0
  /// Axes of which nothing is said and that have no total.
  var open = 0
  /// How many of the labels that are named are no years.
  var namedOther = 0

  /// - Returns: Nil where nothing stands at such a place, or too much.
  init?(_ words: FigureWords, _ block: TextFigure.Block, around number: TextNumber?, alignment: [Int: Int]) {
    labels = []
    for axis in words.figure.axes.indices {
      let present = block.labels[axis]
      let all = words.named[axis].intersection(present)
      // *23% of Canada's population live in Quebec*: the total beside a part is what it is a part of.
      let parts = all.filter { !words.figure.axes[axis].labels[$0].isWhole }
      let said = parts.isEmpty ? all : parts
      if present.count <= 1 {
        labels.append(present)
      } else if let aligned = alignment[axis], present.contains(aligned) {
        labels.append([aligned])
        note(axis, words)
      } else if said.count == 1 {
        labels.append(said)
        note(axis, words)
      } else if said.count > 1 {
        let near = number.map { Self.near($0, axis, said, words) } ?? said
        labels.append(near)
        if near.count == 1 { note(axis, words) } else { mixed += 1 }
      } else {
        let wholes = words.wholes(axis, among: present)
        labels.append(wholes.isEmpty ? present : wholes)
        if wholes.isEmpty { open += 1 }
      }
    }
    for (index, cell) in block.grid.cells.enumerated()
    where labels.indices.allSatisfy({ labels[$0].contains(Int(block.grid.label(index, $0))) }) {
      cells.append(cell)
      if cells.count > Self.mostCells { return nil }
    }
    if cells.isEmpty { return nil }
  }

  private static let mostCells = 40

  /// *Others* and the like say too little to count.
  private mutating func note(_ axis: Int, _ words: FigureWords) {
    let isSaid = labels.last?.contains { number in
      let label = words.figure.axes[axis].labels[number]
      return label.words.isEmpty || !label.words.allSatisfy(TextWords.vague.contains)
    }
    guard isSaid ?? true else { return }
    named += 1
    let isYear = labels.last?.contains { !words.figure.axes[axis].labels[$0].years.isEmpty } ?? true
    if !words.isYears(axis) || !isYear { namedOther += 1 }
  }

  /// Those of several labels that stand in the number's own part of the sentence.
  private static func near(_ number: TextNumber, _ axis: Int, _ said: Set<Int>, _ words: FigureWords) -> Set<Int> {
    let clause = words.reading.clause(around: number.tokens.lowerBound)
    let inside = words.reading.mentions.filter { mention in
      words.figureNumber == mention.name.figure && mention.name.axis == axis && said.contains(mention.name.label)
        && mention.tokens.contains { clause.contains($0) }
    }
    let labels = Set(inside.map(\.name.label))
    return labels.isEmpty ? said : labels
  }
}
