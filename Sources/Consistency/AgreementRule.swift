/// The same quantity at two places of a report.
///
/// Two series are taken for the same when they count in the same unit and agree wherever both can be read, a few places
/// excepted. How many may be excepted depends on what the labels promise: series without a common word must agree in
/// three places of four and in four at least; series of which one label contains the other, in half; series with one
/// and the same label, nowhere. A word that narrows (*uitsluitend*, *exclusief*) on one side breaks the promise. The
/// counts and fractions are decisions, tried on the tables of five reports (`docs/check-tables.md`).
struct AgreementRule {
  let tables: Tables

  /// Agreement in numbers below this is easily chance. A decision.
  static let informative = 10.0
  /// From this many places on a few agreements are no sign.
  static let many = 12
  /// A word that begins a compound (*politie* in *politiemeldingen*) has this many letters. A decision.
  private static let leastOfCompound = 5

  /// Every pair of cells of series that are taken for the same, whether they agree or not; each pair once.
  func relations(among series: [Series]) -> [LinearRelation] {
    var result: [LinearRelation] = []
    var seen: Set<String> = []
    let overlap = SeriesOverlap(series, tables)
    for (index, first) in series.enumerated() {
      for (other, second) in series.enumerated().dropFirst(index + 1)
      where first.block != second.block && first.unit == second.unit && overlap.mayAgree(index, other)
        && !areOfOtherYears(first, second)
      {
        for relation in relations(between: first, second) where seen.insert(signature(relation)).inserted {
          result.append(relation)
        }
      }
    }
    return result
  }

  /// The same number at two places, one of which does not print it.
  func links(among series: [Series]) -> [Equation] {
    var result: [Equation] = []
    var seen: Set<[Int]> = []
    let overlap = SeriesOverlap(series, tables)
    for (index, first) in series.enumerated() {
      for (other, second) in series.enumerated().dropFirst(index + 1)
      where !(first.withheld.isEmpty && second.withheld.isEmpty) && first.block != second.block
        && first.unit == second.unit && overlap.mayAgree(index, other) && !areOfOtherYears(first, second)
        && !relations(between: first, second).isEmpty
      {
        for place in Set(first.withheld.keys).union(second.withheld.keys).sorted() {
          guard let one = first.cell(at: place), let other = second.cell(at: place),
            seen.insert([min(one, other), max(one, other)]).inserted
          else { continue }
          result.append(Equation(same: one, as: other))
        }
      }
    }
    return result
  }

  /// Figures whose names carry different years are two periods, and two numbers.
  private func areOfOtherYears(_ first: Series, _ second: Series) -> Bool {
    guard first.figure != second.figure else { return false }
    let (one, other) = (Period.digits(in: first.figure), Period.digits(in: second.figure))
    return !one.isEmpty && !other.isEmpty && one != other
  }

  private func signature(_ relation: LinearRelation) -> String {
    relation.terms.sorted { $0.cell < $1.cell }.map { "\($0.cell):\(abs($0.sign))" }.joined(separator: ",")
  }

  func relations(between first: Series, _ second: Series) -> [LinearRelation] {
    // The smaller table comes first: it is the one that was made from the other.
    let (small, large) = size(of: first) <= size(of: second) ? (first, second) : (second, first)
    let pairs = Set(small.places + large.places).sorted().compactMap { place -> LinearRelation? in
      guard let left = small.terms(at: place), let right = large.terms(at: place),
        !(left + right).contains(where: { hasPlaceholder($0.cell) })
      else { return nil }
      return .agreement(once(left), once(right))
    }
    .filter { !$0.terms.isEmpty }
    guard !pairs.isEmpty else { return [] }
    let equal = pairs.filter { $0.holds(tables.value) }
    let telling = Set(equal.compactMap { tables.value($0.subject) }.filter { $0 >= Self.informative })
    return isAccepted(equal.count, of: pairs.count, telling: telling.count, promise(small, large)) ? pairs : []
  }

  /// Whether something stands in for a head or label that is not there: the third column of two tables has nothing in common.
  private func hasPlaceholder(_ cell: Int) -> Bool { tables.cells[cell].dimensions.contains(where: \.isPlaceholder) }

  /// A number that stands several times at one place is one number.
  private func once(_ terms: [LinearRelation.Term]) -> [LinearRelation.Term] {
    guard let first = terms.first, terms.count > 1, terms.allSatisfy({ $0.sign == first.sign }),
      Set(terms.map { tables.value($0.cell) }).count == 1
    else { return terms }
    return [first]
  }

  private func size(of series: Series) -> Int { tables.counts[series.block].cells.count }

  /// Enough of `count` places agree, and enough of the numbers in which they do tell something.
  private func isAccepted(_ equal: Int, of count: Int, telling: Int, _ promise: Promise) -> Bool {
    // With many places in common, what is the same agrees nearly everywhere, whatever the labels say.
    if count >= Self.many, 4 * equal < 3 * count { return false }
    return switch promise {
    case .none: telling >= 3 && equal >= 4 && 4 * equal >= 3 * count
    case .contained: telling >= 1 && 2 * equal >= count
    case .derived: telling >= 1 && (2 * equal >= count || (telling >= 2 && 5 * equal >= 2 * count))
    // One name for two things is more likely than that every number of a table is wrong.
    case .same: count < 3 || equal > 0
    case .broken: false
    }
  }

  // MARK: - What the labels promise

  private enum Promise { case none, contained, derived, same, broken }

  private func promise(_ first: Series, _ second: Series) -> Promise {
    if first.origin != .read || second.origin != .read { return derivedPromise(first, second) }
    if first.label.narrowing != second.label.narrowing { return .none }
    if first.label.words.isEmpty || second.label.words.isEmpty { return .none }
    if isSame(first, second) { return .same }
    return holds(first, second) || holds(second, first) ? .contained : .none
  }

  /// One measure printed twice, without categories, under figures that do not each name a subject of their own.
  private func isSame(_ first: Series, _ second: Series) -> Bool {
    first.anchor == nil && second.anchor == nil && Set(first.label.words) == Set(second.label.words)
      && first.label.qualifiers == second.label.qualifiers
      && (first.places + second.places).allSatisfy { $0.categories.isEmpty }
      && (first.subject.isEmpty || second.subject.isEmpty || first.subject == second.subject)
  }

  /// Whether the first series says in words what the second is: its anchor, or all of its measure.
  private func holds(_ first: Series, _ second: Series) -> Bool {
    if let anchor = second.anchor, !anchor.words.isEmpty {
      let compounds = first.label.words
      return anchor.words.allSatisfy { word in
        first.label.mentions(word) || (word.count >= Self.leastOfCompound && compounds.contains { $0.hasPrefix(word) })
      }
    }
    return second.label.words.count >= 2 && second.label.isContained(in: first.label)
  }

  /// *At least* a form is what a whole series of that form counts; what is lost without X is what is *only* in X.
  private func derivedPromise(_ first: Series, _ second: Series) -> Promise {
    let (made, read) = first.origin == .read ? (second, first) : (first, second)
    guard read.origin == .read else { return .broken }
    switch made.origin {
    case .atLeast(let word):
      let isNarrow = !read.label.narrowing.isEmpty
      return read.anchor == nil && !isNarrow && read.label.words.contains { $0.hasPrefix(word) } ? .derived : .broken
    case .difference:
      let isExclusive = !read.label.narrowing.isDisjoint(with: ["uitsluitend", "alleen", "only"])
      let counterparts = made.label.words.filter { read.label.mentions($0) }
      return isExclusive && !counterparts.isEmpty ? .derived : .broken
    case .read: return .none
    }
  }
}

extension Series {
  /// The one cell at a place, with a number or without.
  fileprivate func cell(at place: Place) -> Int? {
    if let withheld = withheld[place] { return withheld }
    guard let terms = values[place], terms.count == 1, terms[0].sign == 1 else { return nil }
    return terms[0].cell
  }
}
