internal import Model

/// Which way a number went.
enum Direction: Hashable, Sendable { case up, down, same }

/// What numbers beside a word of change bear: the ways something went, and what more was compared.
struct Proof: Equatable {
  /// From an earlier year to a later one, of one series.
  var changes: Set<Direction> = []
  /// Two numbers of one time, or of two series, were compared.
  var compares = false
  /// One was found to be the highest (`up`) or the lowest (`down`) of several.
  var extremes: Set<Direction> = []
  /// That was found over years.
  var isOverYears = false
  /// A part was found to be more than half, or less.
  var isMajority = false
  var isMinority = false

  static let nothing = Proof()
  /// Where no numbers are at hand, whatever is bound to a number may be borne.
  static let anything = Proof(
    changes: [.up, .down, .same], compares: true, extremes: [.up, .down], isOverYears: true, isMajority: true,
    isMinority: true)

  func joined(with other: Proof) -> Proof {
    Proof(
      changes: changes.union(other.changes), compares: compares || other.compares,
      extremes: extremes.union(other.extremes), isOverYears: isOverYears || other.isOverYears,
      isMajority: isMajority || other.isMajority, isMinority: isMinority || other.isMinority)
  }

  /// Whether it went that way, or, where that is denied, another way; where all ways are open, nothing contradicts it.
  func says(_ direction: Direction, isNegated: Bool) -> Bool {
    guard isNegated, changes.count < 3 else { return changes.contains(direction) }
    return !changes.isEmpty && !changes.contains(direction)
  }
}

// MARK: From conditions

extension ParsedCondition {
  /// What follows when the condition holds, by its form: a later number that is more than an earlier one has risen.
  var proof: Proof { parts.map(\.proof).reduce(.nothing) { $0.joined(with: $1) } }

  /// What follows when it does not hold: only a single comparison tells.
  var refutation: Proof {
    guard parts.count == 1, case .comparison(let left, let comparison, let right, let at) = parts[0] else {
      return .nothing
    }
    switch comparison {
    case .more: return Part.comparison(left, .atMost, right, at: at).proof
    case .atLeast: return Part.comparison(left, .less, right, at: at).proof
    case .less: return Part.comparison(left, .atLeast, right, at: at).proof
    case .atMost: return Part.comparison(left, .more, right, at: at).proof
    case .equal: return .nothing
    }
  }
}

extension ParsedCondition.Part {
  var proof: Proof {
    switch self {
    case .delivered: .nothing
    case .bare: .anything
    case .verdict(let term, let words, _, _): Self.proof(of: term, words: ReadLetters.folded(words))
    case .comparison(let left, let comparison, let right, _): Self.proof(left, comparison, right)
    }
  }

  /// Words of a set, by what they say.
  private static func proof(of term: Term, words: String) -> Proof {
    let ups = [
      "stijg", "gestegen", "verdubbel", "dubbele", "voudig", "toename", "rise", "risen", "doubl", "tripl", "increase",
    ]
    let downs = ["daling", "gedaald", "halv", "afname", "fall", "fell", "decrease", "decline"]
    var proof = Proof()
    if ups.contains(where: words.contains) { proof.changes = [.up] }
    if downs.contains(where: words.contains) { proof.changes = [.down] }
    if ["gelijk", "geen verandering", "unchanged", "no change"].contains(where: words.contains) {
      proof.changes = [.same]
    }
    if case .call(let call) = term, call.function == .share { proof.compares = true }
    return proof
  }

  private static func proof(_ left: Term, _ comparison: ParsedCondition.Comparison, _ right: Term) -> Proof {
    if case .literal(let bound, _, _) = right { return proof(of: left, comparison, bound) }
    if case .literal(let bound, _, _) = left { return proof(of: right, comparison.turned, bound) }
    // Two measures may differ where the counts do not.
    guard left.constants == right.constants else { return .nothing }
    var proof = Proof()
    let calls = left.everyCall + right.everyCall
    proof.extremes = Self.extremes(left, comparison, right)
    if !proof.extremes.isEmpty {
      proof.isOverYears = left.years.union(right.years).count > 1 || calls.contains { $0.function.isOverYears }
    }
    if let order = left.order(to: right) {
      proof.changes = order == .up ? comparison.turned.directions : comparison.directions
    } else {
      proof.compares = true
    }
    return proof
  }

  /// What is as much as the most of several is the most; what is no more than the least, the least.
  private static func extremes(
    _ left: Term, _ comparison: ParsedCondition.Comparison, _ right: Term
  ) -> Set<Direction> {
    var found: Set<Direction> = []
    for (extreme, comparison) in [(right, comparison), (left, comparison.turned)] {
      guard case .call(let call) = extreme else { continue }
      if call.function.findsHighest, [.equal, .atLeast, .more].contains(comparison) { found.insert(.up) }
      if call.function.findsLowest, [.equal, .atMost, .less].contains(comparison) { found.insert(.down) }
    }
    return found
  }

  /// A change, a difference, a ratio, a share or a place beside a bound.
  private static func proof(of term: Term, _ comparison: ParsedCondition.Comparison, _ bound: Fraction) -> Proof {
    guard case .call(let call) = term else { return Proof(compares: true) }
    let zero = call.function == .ratio ? Fraction(1) : .zero
    var proof = Proof()
    switch call.function {
    case .change, .difference, .ratio:
      guard let order = call.order else { return Proof(compares: true) }
      let away = bound.subtracting(zero)?.numerator ?? 0
      let directions: Set<Direction> =
        switch comparison {
        case .more: away >= 0 ? [.up] : []
        case .atLeast: away > 0 ? [.up] : away == 0 ? [.up, .same] : []
        case .less: away <= 0 ? [.down] : []
        case .atMost: away < 0 ? [.down] : away == 0 ? [.down, .same] : []
        case .equal: away == 0 ? [.same] : away > 0 ? [.up] : [.down]
        }
      // More than one way round bears neither.
      proof.changes = directions.count == 1 ? (order == .up ? directions : Set(directions.map(\.turned))) : []
    case .rank: proof.extremes = extremes(ofPlace: comparison, bound)
    case .share, .value:
      proof.compares = true
      let half = Fraction(50)
      switch comparison {
      case .more: proof.isMajority = bound.isLess(than: half) == false
      case .atLeast: proof.isMajority = half.isLess(than: bound) == true
      case .less: proof.isMinority = half.isLess(than: bound) == false
      case .atMost: proof.isMinority = bound.isLess(than: half) == true
      case .equal:
        (proof.isMajority, proof.isMinority) = (half.isLess(than: bound) == true, bound.isLess(than: half) == true)
      }
    default: proof.compares = true
    }
    return proof
  }
}

extension ParsedCondition.Part {
  /// The first place is the highest; a place from some place on may be the lowest.
  private static func extremes(ofPlace comparison: ParsedCondition.Comparison, _ bound: Fraction) -> Set<Direction> {
    let isFirst = bound == Fraction(1)
    switch comparison {
    case .equal: return isFirst ? [.up] : [.down]
    case .atMost: return isFirst ? [.up] : []
    case .less: return bound == Fraction(2) ? [.up] : []
    case .atLeast, .more: return [.down]
    }
  }
}

extension Direction {
  var turned: Direction {
    switch self {
    case .up: .down
    case .down: .up
    case .same: .same
    }
  }
}

extension ParsedCondition.Comparison {
  /// The same said from the other side.
  var turned: ParsedCondition.Comparison {
    switch self {
    case .less: .more
    case .atMost: .atLeast
    case .equal: .equal
    case .atLeast: .atMost
    case .more: .less
    }
  }

  /// Which way it went from the right side to the left; none when it is one of two.
  fileprivate var directions: Set<Direction> {
    switch self {
    case .less: [.down]
    case .more: [.up]
    case .equal: [.same]
    case .atMost, .atLeast: []
    }
  }
}

// MARK: Years and series of terms

extension FunctionName {
  /// Functions whose number is the most, or the least, of several.
  var findsHighest: Bool { [.max, .highest, .highestSince].contains(self) }
  var findsLowest: Bool { [.min, .lowest, .lowestSince].contains(self) }
  /// Functions that look over a range of years.
  var isOverYears: Bool { [.lowest, .highest, .lowestSince, .highestSince].contains(self) }
}

extension Call {
  /// Positions of the keys of columns.
  private var columnKeys: [Key] {
    switch function {
    case .count, .value, .share, .rank, .delivered, .lowest, .highest, .lowestSince, .highestSince, .rate:
      keys.count > 2 ? [keys[2]] : []
    case .total, .names: keys.count > 1 ? [keys[1]] : []
    case .years: keys.last.map { [$0] } ?? []
    case .change, .difference: keys.count == 4 ? [keys[2], keys[3]] : []
    default: []
    }
  }

  /// Years among the columns it names itself.
  var ownYears: Set<Int> { Set(columnKeys.flatMap { Self.years(in: $0.text) } + rowYears) }

  /// Years that are rows.
  private var rowYears: [Int] {
    ![.total, .names, .years].contains(function) && keys.count > 1 ? Self.years(in: keys[1].text) : []
  }

  /// `2019`, `2017..2019`, `2017 + 2019`; columns of other kinds have none.
  static func years(in text: String) -> [Int] {
    let parts = text.split { !($0.isNumber && $0.isASCII) }.map(String.init)
    let years = parts.compactMap { $0.count == 4 ? Int($0) : nil }
    guard years.count == parts.count else { return [] }
    if text.contains(".."), years.count == 2, years[0] <= years[1], years[1] - years[0] < 200 {
      return Array(years[0]...years[1])
    }
    return years
  }

  /// Figure and row, in the form in which they can be compared.
  var series: String {
    guard let figure = keys.first else { return "" }
    if !rowYears.isEmpty {
      return Self.plainFigure(figure.text) + "|" + keys.dropFirst(2).map(\.text).joined(separator: "|")
    }
    let row = function == .total ? "total" : keys.count > 1 ? keys[1].text : ""
    return Self.plainFigure(figure.text) + "|" + row
  }

  static func plainFigure(_ text: String) -> String {
    for prefix in ["fig-", "tab-"] where text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
    return text
  }

  /// Whether it goes from an earlier year to a later one (`up`) or back; nil where it is no change in time.
  var order: Direction? {
    switch function {
    case .change where keys.count == 4, .difference where keys.count == 4:
      guard let from = Self.years(in: keys[2].text).max(), let to = Self.years(in: keys[3].text).max(), from != to
      else {
        return nil
      }
      return from < to ? .up : .down
    case .change where terms.count == 2: return terms[0].order(to: terms[1])
    case .difference where terms.count == 2, .ratio where terms.count == 2: return terms[1].order(to: terms[0])
    default: return nil
    }
  }
}

extension Term {
  var everyCall: [Call] {
    switch self {
    case .call(let call): [call] + call.terms.flatMap(\.everyCall)
    case .literal: []
    case .negated(let term): term.everyCall
    case .operation(_, let left, let right, _): left.everyCall + right.everyCall
    }
  }

  var years: Set<Int> { everyCall.reduce(into: []) { $0.formUnion($1.ownYears) } }

  var series: Set<String> { Set(everyCall.filter { !$0.keys.isEmpty }.map(\.series)) }

  /// Up when the other is of a later year of the same series, down when of an earlier one; nil when they are not years of
  /// one series.
  func order(to other: Term) -> Direction? {
    guard series == other.series, let from = years.max(), let to = other.years.max(), from != to else { return nil }
    return from < to ? .up : .down
  }

  /// Written the same way whatever its place in the text.
  var signature: String {
    switch self {
    case .call(let call):
      let keys = call.keys.enumerated().map { $0 == 0 ? Call.plainFigure($1.text) : $1.text }
      return call.function.rawValue + "(" + (keys + call.terms.map(\.signature)).joined(separator: ",") + ")"
    case .literal(let number, _, _): return "\(number.numerator)/\(number.denominator)"
    case .negated(let term): return "-(\(term.signature))"
    case .operation(let operation, let left, let right, _):
      return "(\(left.signature)\(operation.rawValue)\(right.signature))"
    }
  }
}
