/// A figure by the words with which a text can speak of it.
struct TextFigure {
  let figure: String
  let axes: [Axis]
  let blocks: [Block]
  /// Folded words of titles, measures, units and names of dimensions that mean something.
  let subject: Set<String>
  /// Years of titles and labels; empty where none is named.
  let years: Set<Int>
  /// As texts refer to it: `2.1`.
  let reference: String?

  struct Axis {
    var name: String
    /// As in the grid: the first is *no label*.
    var labels: [TextLabel]
  }

  struct Block {
    var grid: GridBlock
    /// By axis, those that its cells have.
    var labels: [Set<Int>]
    var isCount: Bool
    var isPercent: Bool
    /// How far what was counted can be from what is printed.
    var grain: Double
    /// What a printed number may stand for: itself, or thousands or millions of it.
    var scales: [Double]
  }

  init(_ figure: FigureArithmetic, cells: [TableCell], title: String) {
    let grid = figure.grid
    self.figure = grid.figure
    var wholes: [Set<Int>] = grid.axes.map { axis in Set(axis.labels.indices.filter { axis.isWhole[$0] }) }
    for structure in figure.structures {
      for (axis, compositions) in structure.compositions.enumerated() {
        for composition in compositions where TextLabel.years(in: grid.axes[axis].labels[composition.whole]).isEmpty {
          wholes[axis].insert(composition.whole)
        }
      }
    }
    axes = grid.axes.enumerated().map { number, axis in
      Axis(
        name: axis.name,
        labels: axis.labels.enumerated().map { TextLabel($1, isWhole: wholes[number].contains($0)) })
    }
    let titles = [title] + grid.blocks.flatMap { [$0.measure, $0.unit] }
    blocks = figure.structures.map { structure in
      Block(structure, axes: grid.axes.count, titles: titles + grid.axes.flatMap(\.labels).filter { $0.count < 60 })
    }
    // Without a title the name of the file says what is counted.
    let isUntitled = title.isEmpty && grid.blocks.allSatisfy(\.measure.isEmpty)
    let telling = titles + grid.axes.map(\.name) + (isUntitled ? [Self.words(ofFile: grid.figure)] : [])
    subject = Set(
      telling.flatMap { Label.allWords(Label.folded($0)) }.filter {
        $0.count > 2 && !TextWords.function.contains($0) && !$0.contains(where: \.isNumber)
      })
    years = Set((titles + grid.axes.flatMap(\.labels)).flatMap(TextLabel.years))
    reference = Self.reference(of: grid.figure) ?? Self.reference(of: title)
  }

  /// *klachten* of `klachten2023`; a name with marks between words has them apart.
  private static func words(ofFile name: String) -> String {
    String(name.map { $0.isLetter ? $0 : " " })
  }

  /// The first number in a name such as `fig-2.4a` or `Tabel 3: …`.
  private static func reference(of name: String) -> String? {
    let words = Label.folded(name).split { $0 == "-" || $0 == " " || $0 == "_" || $0 == ":" }.map(String.init)
    guard words.count > 1,
      ["fig", "tab"].contains(where: { words[0].hasPrefix($0) }) || TextWords.tables.contains(words[0]),
      words[1].first?.isNumber == true
    else { return nil }
    // A name of a file has no point: `tabel_3_1`.
    let isSplit =
      words.count == 3 && words[1...].allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
      && !name.contains { " :".contains($0) }
    if isSplit { return words[1] + "." + words[2] }
    return words[1].last == "." ? String(words[1].dropLast()) : words[1]
  }
}

extension TextFigure.Block {
  fileprivate init(_ structure: BlockStructure, axes: Int, titles: [String]) {
    let block = structure.block
    grid = block
    labels = (0..<axes).map { axis in Set(block.cells.indices.map { Int(block.label($0, axis)) }) }
    isPercent = block.unit.contains("%") || ["percent", "procent", "prozent"].contains(Label.folded(block.unit))
    isCount = !isPercent && (Arithmetic.counts(block))
    let half = structure.grain.half
    grain = half.isFinite ? half : structure.grain.step / 2
    if grain == 0, structure.grain.step < 1 { grain = structure.grain.step / 2 }
    let words = Set(titles.flatMap { Label.allWords(Label.folded($0)) })
    var scales = [1.0]
    let isThousands = titles.contains {
      $0.contains("1 000") || $0.contains("1.000") || $0.contains("1,000") || $0.contains("1000")
    }
    if isThousands
      || !words.isDisjoint(with: ["thousands", "thousand", "duizend", "duizendtallen", "tausend", "tsd", "milliers"])
    {
      scales.append(1000)
    }
    if !words.isDisjoint(with: ["millions", "million", "miljoen", "miljoenen", "mln", "millionen", "mio", "millones"]) {
      scales.append(1e6)
    }
    self.scales = scales
  }
}

extension Arithmetic {
  /// Whether a block counts things that may be added up.
  static func counts(_ block: GridBlock) -> Bool {
    Block.isCount(unit: block.unit, measure: block.measure)
  }
}

/// A label as a text may name it.
struct TextLabel {
  let text: String
  /// Folded words that have to be there; empty where the label cannot be named.
  let words: [String]
  let isWhole: Bool
  /// A word that texts use for other things too.
  let isVague: Bool
  let years: [Int]
  /// Initials only mean the label as they are written.
  let isCode: Bool

  init(_ text: String, isWhole: Bool) {
    self.text = text
    self.isWhole = isWhole
    let label = Label(text)
    var own = Label.allWords(label.name).filter { !Label.smallWords.contains($0) && $0.count > 1 }
    // *Waarvan jongens (2023)* is about boys, and no year.
    let isPart = own.count > 1 && (TextWords.partOf.contains(own[0]) || own[0] == "which")
    if isPart { own = Array(own.dropFirst().drop { TextWords.function.contains($0) }) }
    years = isPart ? [] : Self.years(in: text)
    if isPart, own.count > 1 { own.removeAll { SentenceNumbers.year($0) != nil } }
    let isYear = years.count == 1 && own.count == 1 && label.name.filter(\.isNumber).count == 4
    if isYear { own = ["\(years[0])"] }
    // `2019/20` is one word of a sentence.
    if years.count == 1, own.count == 2, label.name == own.joined(separator: " "), text.contains("/"),
      own.allSatisfy({ $0.allSatisfy(\.isNumber) })
    {
      own = [Label.folded(text)]
    }
    let letters = own.contains { $0.contains(where: \.isLetter) }
    words = letters || !years.isEmpty || Self.isClass(own, text) ? own : []
    let meaning = words.filter { !TextWords.function.contains($0) }
    isVague = meaning.isEmpty || meaning.allSatisfy { TextWords.vague.contains($0) || TextWords.wholes.contains($0) }
    isCode = own.count == 1 && text.count <= 5 && text.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
  }

  /// *18 to 64*: two numbers that rise, with a word between them.
  private static func isClass(_ words: [String], _ text: String) -> Bool {
    guard words.count == 2, let first = Int(words[0]), let last = Int(words[1]) else { return false }
    return first < last && text.contains(where: \.isLetter)
  }

  /// Years from 1600 on that a text names, first and last of a range included.
  static func years(in text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { SentenceNumbers.year(String($0)) }
  }
}
