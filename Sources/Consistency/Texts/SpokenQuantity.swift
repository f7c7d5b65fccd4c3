/// A share, a factor or a change that a sentence gives in words: *two thirds of*, *one in four*, *doubled*.
struct SpokenQuantity: Equatable {
  var kind: Kind
  /// What is said: 0.667 for two thirds, 2 for doubled and for halved.
  var said: Double
  var leaning: Leaning
  /// Place among the tokens: the first, and the one after the last.
  var tokens: Range<Int>
  /// Of a share in digits, how far what is meant can be from what is said.
  var room: Double?

  enum Kind: Equatable {
    /// Of a whole.
    case share
    /// From one year to another: times so much, or a part so large of it.
    case multiplied, divided
  }

  /// What the words before it leave open.
  enum Leaning: Equatable {
    case none, around, almost, above, below
    /// *Just over*, *ruim*, *un peu plus de*: above, and not far.
    case justAbove
  }

  /// What may be meant. A decision: a fraction by itself stands for what is no further from it than a fifth of the way
  /// to nothing or to all (40 to 60 per cent for a half, 27 to 40 for a third, 60 to 73 for two thirds), and three
  /// tenths where *about* stands before it; *almost* and *more than* hold to half a per cent on their own side, and *almost*
  /// and *just over* to three tenths on the other. A factor
  /// stands for an eighth less to a sixth more of itself (1.75 to 2.35 for doubled), or a quarter to either side.
  var range: ClosedRange<Double> {
    switch kind {
    case .share:
      let way = min(said, 1 - said)
      // Of digits one in the last is all that is left open.
      let (room, edge) = room.map { leaning == .none ? (0, $0) : (min(way, 0.1), $0) } ?? (way, 0.005)
      switch leaning {
      case .none: return (said - 0.2 * room - edge)...(said + 0.2 * room + edge)
      case .around: return (said - 0.3 * room - edge)...(said + 0.3 * room + edge)
      case .almost: return (said - 0.3 * room - edge)...(said + edge)
      case .above: return (said - edge)...1
      case .justAbove: return (said - edge)...(said + 0.3 * room + edge)
      case .below: return 0...(said + edge)
      }
    case .multiplied, .divided:
      switch leaning {
      case .none: return (0.875 * said)...(1.175 * said)
      case .around: return (0.75 * said)...(1.25 * said)
      case .almost: return (0.75 * said)...(1.005 * said)
      case .above: return (0.995 * said)...Double.greatestFiniteMagnitude
      case .justAbove: return (0.995 * said)...(1.5 * said)
      case .below: return 0...(1.005 * said)
      }
    }
  }
}

/// Finds what a sentence says in words of shares and factors, in English, Dutch, German, French and Spanish.
struct SpokenQuantities {
  let tokens: [TextToken]

  private func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

  func all() -> [SpokenQuantity] {
    var found: [SpokenQuantity] = []
    for index in tokens.indices where !(found.last?.tokens.contains(index) ?? false) {
      if let quantity = factor(at: index) ?? fraction(at: index) ?? ratio(at: index) { found.append(quantity) }
    }
    return found
  }

  // MARK: - Shares

  /// *two thirds of*, *a quarter of*, *half of*, *driekwart van*
  private func fraction(at index: Int) -> SpokenQuantity? {
    var (said, next): (Double, Int)
    if let half = Self.halves[word(index)] {
      guard !Self.ordinals.contains(word(index - 1)), !isByHow(index) else { return nil }
      (said, next) = (half, index + 1)
    } else {
      guard let count = Self.counts[word(index)], let parts = Self.parts[word(index + 1)], count < parts else {
        return nil
      }
      guard !isByHow(index) else { return nil }
      (said, next) = (count / parts, index + 2)
    }
    if Self.partWords.contains(word(next)) { next += 1 }
    guard Self.ofWords.contains(word(next)), !isTime(next + 1) else { return nil }
    return SpokenQuantity(kind: .share, said: said, leaning: leaning(before: index), tokens: index..<next)
  }

  /// *by a third*, *met de helft*, *um die Hälfte*: how much it changed, and no share.
  private func isByHow(_ index: Int) -> Bool {
    let before = Self.articles.contains(word(index - 1)) ? word(index - 2) : word(index - 1)
    return ["by", "met", "um"].contains(before)
      && !TextWords.rises.union(TextWords.falls).isDisjoint(
        with: tokens.map(\.folded))
  }

  /// *half of 2020*, *a quarter of the year*
  private func isTime(_ index: Int) -> Bool {
    (index..<index + 3).contains { place in
      SentenceNumbers.year(word(place)) != nil && place < index + 2 || TextWords.months.contains(word(place))
        || TextWords.otherUnits.contains(word(place))
    }
  }

  /// *one in four*, *vier op de tien*, *trois sur quatre*, *uno de cada tres*
  private func ratio(at index: Int) -> SpokenQuantity? {
    guard let count = number(at: index) else { return nil }
    for links in Self.links where links.enumerated().allSatisfy({ word(index + 1 + $0.offset) == $0.element }) {
      let last = index + 1 + links.count
      guard let all = number(at: last), count < all, all <= 20, !TextWords.otherUnits.contains(word(last + 1)) else {
        continue
      }
      return SpokenQuantity(
        kind: .share, said: count / all, leaning: leaning(before: index), tokens: index..<(last + 1))
    }
    return nil
  }

  private func number(at index: Int) -> Double? {
    Self.counts[word(index)] ?? TextWords.numerals[word(index)]
  }

  // MARK: - Factors

  /// *doubled*, *gehalveerd*, *se redujo a la mitad*
  private func factor(at index: Int) -> SpokenQuantity? {
    if let times = Self.multiplied[word(index)] {
      let isAbove = word(index + 1) == "con" && word(index + 2) == "creces"
      return SpokenQuantity(
        kind: .multiplied, said: times, leaning: isAbove ? .above : leaning(before: index), tokens: index..<(index + 1))
    }
    let isHalf = Self.halved.contains(word(index))
    let isToHalf =
      word(index) == "moitie" && word(index - 1) == "de" && !TextWords.falls.isDisjoint(with: before(index))
      || word(index) == "mitad" && word(index - 1) == "la" && word(index - 2) == "a"
      || isByHow(index) && ["half", "helft", "halfte"].contains(word(index))
        && !TextWords.falls.isDisjoint(with: tokens.map(\.folded))
    guard isHalf || isToHalf else { return nil }
    return SpokenQuantity(
      kind: .divided, said: 2, leaning: leaning(before: isHalf ? index : index - 1), tokens: index..<(index + 1))
  }

  private func before(_ index: Int) -> Set<String> {
    Set((max(0, index - 3)..<index).map(word))
  }

  // MARK: - What stands before

  private func leaning(before index: Int) -> SpokenQuantity.Leaning {
    var place = index - 1
    while Self.articles.contains(word(place)) && !Self.isComparison(word(place - 1)) { place -= 1 }
    let (one, two) = (word(place), word(place - 1))
    if Self.comparisons.contains(one) {
      if Self.more.contains(two) { return Self.slightly.contains(word(place - 2)) ? .justAbove : .above }
      if Self.less.contains(two) { return .below }
    }
    if Self.almost.contains(one) { return .almost }
    if Self.justAbove.contains(one) || one == "over" && two == "just" { return .justAbove }
    if Self.above.contains(one) || one == "least" && two == "at" || one == "minste" && two == "ten" { return .above }
    return Self.around.contains(one) || Self.around.contains(two) ? .around : .none
  }

  private static func isComparison(_ word: String) -> Bool { more.contains(word) || less.contains(word) }

  /// Whether a word may be the first of those that say how far a quantity reaches.
  static func leans(_ word: String) -> Bool {
    isComparison(word) || almost.contains(word) || above.contains(word) || around.contains(word)
      || justAbove.contains(word)
  }
}
