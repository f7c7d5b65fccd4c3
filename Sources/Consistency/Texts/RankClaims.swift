/// The most or the least with the number of another row: *Bergeijk has most of all, 6,815*, where that is Bladel's.
///
/// A number of three digits that is exactly the largest or the smallest of a line stands in no sentence about the largest or
/// the smallest by chance. So any word may stand beside it; but the row that has the number may not be named, nor have been
/// named just before.
struct RankClaims {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  /// Digits of the number at least, and rows of the line. Decisions.
  private static let leastDigits = 3
  private static let leastRows = 3

  func ofOther() -> WordClaims.Claim? {
    let isSplit = reading.tokens.contains { Self.limiting.contains($0.folded) }
    guard !reading.isHedged, !isSplit else { return nil }
    let counts = reading.numbers.filter { !$0.isWord && $0.softening == .none && $0.printedDigits >= Self.leastDigits }
    let plain = counts.filter { !$0.isPercent }
    for number in plain.isEmpty ? counts : plain {
      let clause = clause(of: number, among: counts)
      guard clause.contains(where: isSuperlative) else { continue }
      let found = words.filter { !$0.isOfOtherYearsItself }.compactMap { claim(number, clause, $0) }
      if tables.agree(found), let claim = found.first { return claim }
    }
    return nil
  }

  /// All of the sentence where it has one such number, else the part around it.
  private func clause(of number: TextNumber, among all: [TextNumber]) -> Range<Int> {
    all.count { $0.isPercent == number.isPercent } == 1
      ? 0..<reading.tokens.count : reading.clause(around: number.tokens.lowerBound)
  }

  // MARK: - Words

  /// *Highest*, *meeste*, *vaakst*, *wichtigste*, *drukste*: by their endings, as every adjective has one. What is no
  /// superlative does no harm, for the number has to be the largest or the smallest.
  func isSuperlative(_ index: Int) -> Bool {
    let word = reading.word(index)
    if TextWords.most.contains(word) || TextWords.fewest.contains(word) || Self.first.contains(word) { return true }
    guard word.count >= 6, !TextWords.narrowing.contains(word),
      !reading.mentions.contains(where: { $0.tokens.contains(index) })
    else { return false }
    return Self.endings.contains(where: word.hasSuffix)
  }

  private static let endings = ["ste", "sten", "ster", "stes", "est", "kst", "gst", "dst"]

  private static let first: Set<String> = [
    "most", "meest", "vaakst", "laagst", "hoogst", "minst", "drukst", "plus", "premier", "premiere",
  ]

  /// Words by which it is not the first of all, or of something that changes.
  private static let limiting: Set<String> = [
    "second", "third", "tweede", "derde", "zweite", "dritte", "zweiter", "deuxieme", "troisieme", "segundo", "tercero",
    "behalve", "except", "ausser", "sauf", "besides", "naast", "one", "ever", "ooit", "average", "gemiddeld", "per",
    "pro", "par", "stijging", "daling", "toename", "afname", "groei", "rise", "increase", "decrease", "growth",
    "change",
    "anstieg", "zunahme", "ruckgang", "wachstum", "hausse", "baisse", "progression", "aumento", "steeg", "daalde",
    "rose", "fell", "grew", "groeide",
  ]
  private static let comparing: Set<String> = [
    "than", "dan", "als", "que", "after", "na", "nach", "apres", "tras", "before", "voor", "vor", "avant", "boven",
    "above", "vergelijking", "vergeleken", "comparison", "compared", "vergleich", "verglichen", "comparaison",
    "tegenover", "against", "gegenuber", "by", "gevolgd", "followed", "gefolgt", "suivi", "suivie",
  ]

  // MARK: - In the table

  private func claim(_ number: TextNumber, _ clause: Range<Int>, _ words: FigureWords) -> WordClaims.Claim? {
    var found: WordClaims.Claim?
    for axis in words.named.indices {
      guard let named = row(along: axis, clause, words) else { continue }
      for block in words.figure.blocks where block.isPercent == number.isPercent || !block.isCount {
        guard !isOfRow(number, named, axis, words) else { return nil }
        for (index, cell) in block.grid.cells.enumerated() where fits(number, cell, block) {
          let place = block.grid.place(index)
          guard Int(place[axis]) != named, isPossible(place, besides: axis, words),
            isExtreme(cell, place, axis, words, block), !isNamed(Int(place[axis]), axis, words)
          else { continue }
          var own = place
          own[axis] = Int32(named)
          guard found == nil, let other = block.grid.cell(at: own), let value = tables.cells[other].value,
            let best = tables.cells[cell].value
          else { return nil }
          found = WordClaims.Claim(kind: best > value ? .most : .fewest, cells: [other, cell])
        }
      }
    }
    return found
  }

  /// The one label of an axis that the clause names, of which the sentence is told.
  func row(along axis: Int, _ clause: Range<Int>, _ words: FigureWords) -> Int? {
    let mentions = reading.mentions.filter {
      $0.name.figure == words.figureNumber && $0.name.axis == axis && $0.tokens.contains(where: clause.contains)
    }
    guard Set(mentions.map(\.name.label)).count == 1, let mention = mentions.first else { return nil }
    let label = words.figure.axes[axis].labels[mention.name.label]
    let first = mention.tokens.min() ?? 0
    // *Than Bergeijk*, *dan bij de buren*
    let isAfterArticle = TextWords.articles.contains(reading.word(first - 1))
    let before = [1, 2].map { reading.word(first - $0 - (isAfterArticle ? 1 : 0)) }
    let own = reading.clause(around: first)
    let isBeside = own.contains(where: isSuperlative) || reading.numbers.contains { own.contains($0.tokens.lowerBound) }
    let isTold =
      isBeside && !label.isWhole && !label.isVague && label.years.isEmpty
      && !before.contains(where: Self.comparing.contains)
    return isTold ? mention.name.label : nil
  }

  /// Whether the row that is named has the number somewhere, in this table or another.
  private func isOfRow(_ number: TextNumber, _ label: Int, _ axis: Int, _ words: FigureWords) -> Bool {
    let text = words.figure.axes[axis].labels[label].words
    return self.words.contains { other in
      other.figure.axes.indices.contains { axis in
        let same = other.figure.axes[axis].labels.indices.filter { other.figure.axes[axis].labels[$0].words == text }
        return other.figure.blocks.contains { block in
          block.grid.cells.enumerated().contains { index, cell in
            same.contains(Int(block.grid.label(index, axis))) && fits(number, cell, block)
          }
        }
      }
    }
  }

  /// To the last digit that is printed: what only comes near is no evidence.
  func fits(_ number: TextNumber, _ cell: Int, _ block: TextFigure.Block) -> Bool {
    guard let value = tables.cells[cell].value else { return false }
    return number.values.contains { said in
      block.scales.contains { abs(value * $0 - said.value) <= 0.5 * said.unit + Printed.slack * abs(said.value) }
    }
  }

  /// Where the sentence names something along another axis, it is there.
  func isPossible(_ place: [Int32], besides axis: Int, _ words: FigureWords) -> Bool {
    place.indices.allSatisfy { other in
      other == axis || words.named[other].isEmpty || words.named[other].contains(Int(place[other]))
    }
  }

  /// Whether the cell is the largest or the smallest of its line, totals and what is vague left out.
  func isExtreme(
    _ cell: Int, _ place: [Int32], _ axis: Int, _ words: FigureWords, _ block: TextFigure.Block
  ) -> Bool {
    let labels = words.figure.axes[axis].labels
    func counts(_ label: Int) -> Bool { label != 0 && !labels[label].isWhole && !labels[label].isVague }
    let values = block.labels[axis].filter(counts).compactMap { label -> Double? in
      var other = place
      other[axis] = Int32(label)
      return block.grid.cell(at: other).flatMap { tables.cells[$0].value }
    }
    guard let own = tables.cells[cell].value, values.count >= Self.leastRows, counts(Int(place[axis])) else {
      return false
    }
    return own == values.max() || own == values.min()
  }

  /// Whether a row is named, here or in what stands before.
  private func isNamed(_ label: Int, _ axis: Int, _ words: FigureWords) -> Bool {
    words.named[axis].contains(label) || words.contextual[axis].contains(label)
      || reading.context.contains(TextTables.Name(figure: words.figureNumber, axis: axis, label: label))
  }
}
