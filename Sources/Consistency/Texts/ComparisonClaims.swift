/// Two rows of a table that a sentence sets against each other: *more men than women*, *women outnumber men*, *four times as
/// many men as women*.
///
/// It is doubted where it is false of every year that the sentence leaves open, and where nothing else is said: a word more, and
/// it may be about those who voted, or were ill.
struct ComparisonClaims {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  /// Tokens from the word for more to that for than at most. A decision.
  private static let mostApart = 9
  /// How far a factor may be off: a whole one is said of what is a quarter to either side. A decision.
  private static let factorRoom = 0.25

  private struct Told {
    var isMore: Bool
    /// The place of the word between what is compared.
    var than: Int
    var start: Int
    /// How many times as many.
    var factor: TextNumber?
  }

  func turned() -> WordClaims.Claim? {
    guard !reading.isHedged, let told = told() else { return nil }
    let found = words.filter { !$0.isOfOtherYears }.compactMap { claim(told, $0) }
    return tables.agree(found) ? found.first : nil
  }

  // MARK: - What is told

  private func told() -> Told? {
    let all = reading.tokens.indices.compactMap { told(at: $0) }
    return all.count == 1 ? all.first : nil
  }

  private func told(at index: Int) -> Told? {
    let word = reading.word(index)
    if Self.outnumbering.contains(word) { return Told(isMore: true, than: index, start: index) }
    let (isMore, isLess) = (Self.more.contains(word), Self.less.contains(word))
    guard isMore != isLess || Self.times.contains(word) else { return nil }
    let than = (index + 1..<index + Self.mostApart).first { Self.than.contains(reading.word($0)) }
    guard let than else { return nil }
    if Self.times.contains(word) {
      let number = reading.numbers.first { $0.tokens.upperBound == index && !$0.isPercent }
      return number.map { Told(isMore: true, than: than, start: index, factor: $0) }
    }
    return Self.times.contains(reading.word(index - 1)) ? nil : Told(isMore: isMore, than: than, start: index)
  }

  private static let more: Set<String> = ["more", "meer", "vaker", "mehr", "plus", "mas"]
  private static let less: Set<String> = ["fewer", "less", "minder", "weniger", "moins", "menos"]
  private static let than: Set<String> = ["than", "dan", "als", "que", "qu", "as", "wie"]
  private static let outnumbering: Set<String> = ["outnumber", "outnumbered"]
  private static let times: Set<String> = ["times", "keer", "maal", "mal", "fois", "veces"]
  /// Beside those that say nothing anyhow.
  private static let fillers: Set<String> = [
    "many", "much", "often", "vaak", "zoveel", "veel", "viele", "oft", "haufig", "nombreux", "nombreuses", "numerous",
    "numerosos", "numerosas", "tantos", "tantas", "autant",
  ]

  // MARK: - In the tables

  private func claim(_ told: Told, _ words: FigureWords) -> WordClaims.Claim? {
    guard let (axis, first, second) = pair(told, words), isPlain(told, words) else { return nil }
    let blocks = words.figure.blocks.filter { block in
      (block.isCount || block.isPercent || told.factor == nil) && block.labels[axis].isSuperset(of: [first, second])
    }
    guard blocks.count == 1, let block = blocks.first,
      let one = BoundPlace(words, block, around: nil, alignment: [axis: first]),
      let other = BoundPlace(words, block, around: nil, alignment: [axis: second]),
      one.cells.count == other.cells.count, one.mixed == 0, other.mixed == 0,
      isOpenAlongYears(one, words), isSaid(one.cells + other.cells, told, block)
    else { return nil }
    let pairs = zip(one.cells, other.cells).compactMap { left, right -> (Int, Int, Double, Double)? in
      guard let x = tables.cells[left].value, let y = tables.cells[right].value else { return nil }
      return (left, right, x, y)
    }
    guard pairs.count == one.cells.count, let last = pairs.max(by: { year(of: $0.0) < year(of: $1.0) }),
      pairs.allSatisfy({ isFalse(told, $0.2, $0.3, block) })
    else { return nil }
    if let factor = told.factor { return WordClaims.Claim(kind: .times(factor.value), cells: [last.0, last.1]) }
    return WordClaims.Claim(kind: told.isMore ? .moreThan : .lessThan, cells: [last.0, last.1])
  }

  private func year(of cell: Int) -> Int {
    tables.cells[cell].dimensions.flatMap { TextLabel.years(in: $0.value) }.max() ?? 0
  }

  private func isFalse(_ told: Told, _ first: Double, _ second: Double, _ block: TextFigure.Block) -> Bool {
    guard let factor = told.factor else {
      return told.isMore ? first < second - 2 * block.grain : first > second + 2 * block.grain
    }
    guard first > 0, second > 0 else { return false }
    let ratio = first / second / factor.value
    let room = factor.decimals > 0 ? 0.1 : Self.factorRoom
    switch factor.softening {
    case .above: return ratio < 0.95
    case .below: return ratio > 1.05
    case .none, .around: return ratio < 1 - room - 0.05 || ratio > 1 + 1.6 * room
    }
  }

  /// What is compared: the label before the word for than, and the one right behind it; the only two of their axis.
  private func pair(_ told: Told, _ words: FigureWords) -> (axis: Int, first: Int, second: Int)? {
    let mentions = reading.mentions.filter { $0.name.figure == words.figureNumber }
    for axis in words.named.indices where words.named[axis].count == 2 {
      let own = mentions.filter { $0.name.axis == axis }.sorted { ($0.tokens.min() ?? 0) < ($1.tokens.min() ?? 0) }
      guard own.count == 2, let first = own.first, let second = own.last, (first.tokens.max() ?? 0) < told.than,
        let next = second.tokens.min(), next > told.than, next <= told.than + 4,
        (first.tokens.min() ?? 0) > told.start || isOfBefore(told),
        own.allSatisfy({ mention in
          let label = tables.label(mention.name)
          return !label.isWhole && label.years.isEmpty
        })
      else { continue }
      return (axis, first.name.label, second.name.label)
    }
    return nil
  }

  /// *Women are more numerous than men*, *women outnumber men*: what is more stands before.
  private func isOfBefore(_ told: Told) -> Bool {
    told.start == told.than
      || told.factor == nil && told.than == told.start + 2 && Self.fillers.contains(reading.word(told.start + 1))
  }

  private func isPlain(_ told: Told, _ words: FigureWords) -> Bool {
    words.strangers.allSatisfy { index in
      let word = reading.word(index)
      return index == told.start || index == told.than || Self.fillers.contains(word) || Self.times.contains(word)
    }
  }

  /// Numbers of the sentence are those of the places, or the factor.
  private func isSaid(_ cells: [Int], _ told: Told, _ block: TextFigure.Block) -> Bool {
    reading.numbers.filter { $0 != told.factor }.allSatisfy { number in
      cells.contains { cell in
        guard let value = tables.cells[cell].value else { return false }
        return block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
      }
    }
  }

  private func isOpenAlongYears(_ place: BoundPlace, _ words: FigureWords) -> Bool {
    place.labels.indices.allSatisfy { axis in
      place.labels[axis].count == 1 || reading.years.isEmpty && words.isYears(axis)
    }
  }
}
