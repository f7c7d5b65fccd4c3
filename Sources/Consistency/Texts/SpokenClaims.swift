/// Holds a share, a factor or a change in words against the tables: *two thirds of the victims are men*.
///
/// Only what no reading of the figures that the sentence names can mean is doubted: the share of every total that the
/// place has, with and without what is unknown, and the factor between the two years that are named.
struct SpokenClaims {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  struct Doubt {
    var quantity: SpokenQuantity
    /// The part, or the later number; and the total, or the earlier one.
    var cell, base: Int
    /// The share or the factor that the cells make.
    var known: Double
    /// Whether it is near to what may be meant.
    var isNear: Bool
  }

  /// Words that the sentence may have beside those of the figure: none, as each may say what the figure does not know;
  /// but so many where the figure is named. A decision.
  private static let mostReferredResidue = 4

  func doubt() -> Doubt? {
    guard !reading.isHedged, let quantity = reading.quantities.isEmpty ? shareInDigits() : reading.quantities.first,
      reading.quantities.count < 2
    else { return nil }
    let referred = words.filter(\.isReferred)
    var found: [Doubt] = []
    for each in referred.isEmpty ? words : referred where !each.isOfOtherYears {
      for block in each.figure.blocks where block.isCount || block.isPercent {
        let readings = readings(quantity, each, block)
        if readings.contains(where: { quantity.range.contains($0.known) }) { return nil }
        let cells = readings.filter { $0.base != nil }
        let latest = cells.map { year(of: $0.cell) }.max()
        guard let told = cells.first(where: { year(of: $0.cell) == latest }), let base = told.base,
          isBound(quantity, each, block), isAlone(told, quantity, block)
        else { continue }
        found.append(
          Doubt(
            quantity: quantity, cell: told.cell, base: base, known: told.known, isNear: isNear(told.known, quantity)))
      }
    }
    return found.first
  }

  /// *88% of the reports*, *of the members 44% are women*: the only percentage of the sentence, with a word for *of* behind it
  /// or at the head.
  private func shareInDigits() -> SpokenQuantity? {
    let percentages = reading.numbers.filter(\.isPercent)
    guard percentages.count == 1, let number = percentages.first, number.value > 0, number.value < 100, !number.isWord
    else { return nil }
    let next = number.tokens.upperBound
    let ofWords = SpokenQuantities.ofWords
    let all = reading.tokens.map(\.folded)
    let isShare = ofWords.contains(reading.word(next)) || ofWords.contains(reading.word(0))
    guard isShare || all.contains(where: Self.sharing.subtracting(["part", "parte"]).contains),
      !all.contains(where: { TextWords.rises.contains($0) || TextWords.falls.contains($0) }),
      !["de", "d"].contains(reading.word(number.tokens.lowerBound - 1))
    else { return nil }
    let leaning: SpokenQuantity.Leaning =
      switch number.softening {
      case .none: .none
      case .around: .around
      case .above: .above
      case .below: .below
      }
    return SpokenQuantity(
      kind: .share, said: number.value / 100, leaning: leaning, tokens: number.tokens,
      room: (number.values.first?.unit ?? 1) / 100 + 0.001)
  }

  private func isNear(_ known: Double, _ quantity: SpokenQuantity) -> Bool {
    let range = quantity.range
    if quantity.room != nil { return known > range.lowerBound - 0.01 && known < range.upperBound + 0.01 }
    if quantity.kind == .share { return known > range.lowerBound - 0.05 && known < range.upperBound + 0.05 }
    return known > 0.9 * range.lowerBound && known < 1.1 * range.upperBound
  }

  /// What a place can mean: a share of a base, or the factor between two years.
  private struct Reading {
    var known: Double
    var cell: Int
    /// Nil where it is no cell but a sum.
    var base: Int?
  }

  private func value(_ cell: Int) -> Double? { tables.cells[cell].value }

  private func year(of cell: Int) -> Int {
    tables.cells[cell].dimensions.flatMap { TextLabel.years(in: $0.value) }.max() ?? 0
  }

  private func readings(_ quantity: SpokenQuantity, _ words: FigureWords, _ block: TextFigure.Block) -> [Reading] {
    guard quantity.kind == .share else { return factors(quantity, words, block) }
    let number = TextNumber(
      values: [.init(value: 100 * quantity.said, decimals: 0, step: 1, unit: 1)], isPercent: true,
      tokens: quantity.tokens)
    guard let place = BoundPlace(words, block, around: number, alignment: [:]), words.isNamed || place.open == 0 else {
      return []
    }
    return place.cells.flatMap { cell -> [Reading] in
      guard let part = value(cell) else { return [] }
      if block.isPercent { return [Reading(known: part / 100, cell: cell, base: cell)] }
      return shares(cell, part, words, block)
    }
  }

  private func factors(_ quantity: SpokenQuantity, _ words: FigureWords, _ block: TextFigure.Block) -> [Reading] {
    guard let pair = YearPair(words, block, tables, isImplied: true), let first = value(pair.first),
      let second = value(pair.second),
      first > 0, second > 0
    else { return [] }
    let known = quantity.kind == .multiplied ? second / first : first / second
    return [Reading(known: known, cell: pair.second, base: pair.first)]
  }

  // MARK: - Shares

  /// The part as a share of each total at its place: along one axis or several; first those of the same years.
  private func shares(_ cell: Int, _ part: Double, _ words: FigureWords, _ block: TextFigure.Block) -> [Reading] {
    guard let coordinates = block.grid.cells.firstIndex(of: cell).map(block.grid.place) else { return [] }
    let narrow = coordinates.indices.filter { axis in
      let label = Int(coordinates[axis])
      return label != 0 && !words.figure.axes[axis].labels[label].isWhole
    }
    let axes = narrow.filter { !words.isYears($0) } + narrow.filter(words.isYears)
    var places = [coordinates]
    for axis in axes {
      let wholes = words.wholes(axis, among: block.labels[axis])
      places += places.flatMap { place in
        wholes.map { whole in
          var other = place
          other[axis] = Int32(whole)
          return other
        }
      }
    }
    var result: [Reading] = []
    for place in places where place != coordinates {
      guard let base = block.grid.cell(at: place), let whole = value(base), whole >= part, whole > 0 else { continue }
      result.append(Reading(known: part / whole, cell: cell, base: base))
    }
    for axis in axes where !words.isYears(axis) {
      result += partial(cell, part, axis, coordinates, words, block)
    }
    return result
  }

  /// The part as a share of its line without what is unknown, and of all that stands in a line without a total.
  private func partial(
    _ cell: Int, _ part: Double, _ axis: Int, _ coordinates: [Int32], _ words: FigureWords, _ block: TextFigure.Block
  ) -> [Reading] {
    var (all, vague, count, hasWhole) = (0.0, 0.0, 0, false)
    for label in block.labels[axis] {
      var other = coordinates
      other[axis] = Int32(label)
      guard let value = block.grid.cell(at: other).flatMap(value) else { continue }
      if label == 0 || words.figure.axes[axis].labels[label].isWhole {
        hasWhole = true
        continue
      }
      (all, count) = (all + value, count + 1)
      if words.figure.axes[axis].labels[label].isVague { vague += value }
    }
    guard count > 1, !hasWhole || vague > 0 else { return [] }
    return (hasWhole ? [all - vague] : [all, all - vague]).filter { $0 > 0 && $0 >= part }.map {
      Reading(known: part / $0, cell: cell, base: nil)
    }
  }

  // MARK: - How firmly

  /// Whether the words leave one place, and nothing in the sentence may narrow what it is about.
  private func isBound(_ quantity: SpokenQuantity, _ words: FigureWords, _ block: TextFigure.Block) -> Bool {
    guard words.isReferred || words.isNamed, isDecided(quantity, words, block), !countsLabels(quantity, words) else {
      return false
    }
    let clause = reading.clause(around: quantity.tokens.lowerBound)
    let residue = words.residue.filter { !quantity.tokens.contains($0) }
    // Digits claim more than words do, and bear less beside them.
    if quantity.room != nil, !words.isReferred, hasStrangers(words) { return false }
    if clause.contains(where: { TextWords.parts.contains(reading.word($0)) }) { return false }
    if words.isReferred { return residue.count <= Self.mostReferredResidue }
    let search = DoubtSearch(tables: tables, words: self.words, reading: reading)
    return residue.isEmpty && search.foreignMentions(words) == 0 && !isNarrowedBefore(words)
      && (!words.subjectWords.isEmpty || saysWhatIsCounted)
  }

  private func hasStrangers(_ words: FigureWords) -> Bool {
    words.strangers.contains { !Self.sharing.contains(reading.word($0)) }
  }

  /// Of whom, and what makes up how much: fine beside a share.
  private static let sharing: Set<String> = [
    "part", "share", "deel", "aandeel", "anteil", "part", "parte", "ieder", "jeder",
  ]

  /// Whether no word stands for what another sentence is about, nor counts it: *their number*, *the number halved*.
  private var saysWhatIsCounted: Bool {
    reading.tokens.indices.allSatisfy { index in
      let word = reading.word(index)
      return !Self.pronouns.contains(word)
        && (!Self.countWords.contains(word) || SpokenQuantities.ofWords.contains(reading.word(index + 1))
          || reading.mentions.contains { $0.tokens.contains(index + 1) })
    }
  }

  private static let pronouns: Set<String> = [
    "their", "its", "them", "they", "it", "those", "these", "hun", "ze", "zij", "deze", "ervan", "daarvan", "hiervan",
    "ihr", "ihre", "ihrer", "ihren", "sie", "deren", "dessen", "davon", "diese", "dieser", "leur", "leurs", "eux",
    "elles", "ils", "elle", "il", "su", "sus", "ellos", "ellas",
  ]
  private static let countWords: Set<String> = [
    "number", "numbers", "total", "aantal", "totaal", "zahl", "anzahl", "gesamtzahl", "nombre", "chiffre", "numero",
    "cifra",
  ]

  /// Whether the sentence has no number but those of the place: any other may narrow what it is about.
  private func isAlone(_ told: Reading, _ quantity: SpokenQuantity, _ block: TextFigure.Block) -> Bool {
    let values = [told.cell, told.base].compactMap { $0.flatMap(value) }
    return reading.numbers.filter { !quantity.tokens.overlaps($0.tokens) }.allSatisfy { number in
      // *Over tien jaar*: a time to come.
      if TextWords.otherUnits.contains(reading.word(number.tokens.upperBound)) { return false }
      return number.isPercent
        ? number.agrees(with: 100 * told.known)
        : values.contains { value in block.scales.contains { number.agrees(with: value * $0, grain: block.grain) } }
    }
  }

  private func isDecided(_ quantity: SpokenQuantity, _ words: FigureWords, _ block: TextFigure.Block) -> Bool {
    guard let place = BoundPlace(words, block, around: nil, alignment: [:]) else {
      return quantity.kind != .share
    }
    guard quantity.kind == .share else { return place.namedOther > 0 || !words.subjectWords.isEmpty }
    // A sentence without a year is false where it is false of every year.
    let isOne = place.cells.count == 1 && place.open == 0 || isOpenAlongYears(place, words)
    return isOne && place.mixed == 0 && place.namedOther > 0
      && (place.named > 1 || !words.subjectWords.isEmpty || words.isReferred)
  }

  private func isOpenAlongYears(_ place: BoundPlace, _ words: FigureWords) -> Bool {
    let open = place.labels.indices.filter { place.labels[$0].count > 1 }
    return reading.years.isEmpty && place.open == 1 && open.count == 1 && open.allSatisfy(words.isYears)
  }

  /// *Three out of four regions*: what is counted are labels, not what the figure counts.
  private func countsLabels(_ quantity: SpokenQuantity, _ words: FigureWords) -> Bool {
    (quantity.tokens.upperBound..<quantity.tokens.upperBound + 3).contains { place in
      words.figure.axes.contains { axis in
        Label.allWords(Label.folded(axis.name)).contains { WordForms.areSame($0, reading.word(place)) }
      }
    }
  }

  /// Whether what stands before the sentence names a part of the figure that the sentence may still be about.
  private func isNarrowedBefore(_ words: FigureWords) -> Bool {
    words.contextual.enumerated().contains { axis, labels in
      words.named[axis].isEmpty
        && labels.contains { label in
          let name = words.figure.axes[axis].labels[label]
          return !name.isWhole && (name.years.isEmpty || !words.isYears(axis))
        }
    }
  }
}
