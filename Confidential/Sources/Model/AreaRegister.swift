/// Municipalities and regions through time: who was a member when, and what became of each.
///
/// Reporter and area are independent: any source may report about any area, and the register knows no sources.
public struct AreaRegister: Equatable, Sendable {
  /// In the order of `areas.csv`. Rows of one code do not overlap in time.
  public var areas: [Area]

  public init(_ areas: [Area]) { self.areas = areas }

  /// The regions by name, in the order in which they first occur.
  public var regions: [String] {
    var seen: Set<String> = []
    return areas.compactMap(\.region).filter { seen.insert($0).inserted }
  }

  /// Every code once, in the order of the register.
  public var codes: [String] {
    var seen: Set<String> = []
    return areas.map(\.code).filter { seen.insert($0).inserted }
  }

  /// The area as it is on a day, or as it last was (or first will be) when it does not exist then.
  public func area(_ code: String, on day: String) -> Area? {
    let rows = areas.filter { $0.code == code }
    return rows.first { $0.exists(on: day) } ?? rows.last { ($0.to ?? "9999") < day } ?? rows.first
  }

  /// The members of a region on a day, in the order of the register.
  ///
  /// - Parameter region: Nil for the members of any region.
  public func members(of region: String? = nil, on day: String) -> [Area] {
    areas.filter { $0.exists(on: day) && $0.region != nil && (region == nil || $0.region == region) }
  }

  // MARK: Then and now

  /// A part of an area of then, in an area of now. Exact: `numerator / denominator` of it.
  public struct Share: Equatable, Sendable {
    public var code: String
    public var numerator: Int
    public var denominator: Int

    public init(code: String, numerator: Int, denominator: Int) {
      self.code = code
      self.numerator = numerator
      self.denominator = denominator
    }

    public var isWhole: Bool { numerator == denominator }
  }

  /// Where an area went: the areas of the given day that it became, through any number of mergers, in the order of the
  /// register. Itself while it exists; empty when it did not exist yet, or when it ended and became nothing known.
  public func shares(of code: String, on day: String) -> [Share] {
    var sums: [String: Share] = [:]
    add(code, 1, 1, on: day, depth: 0, to: &sums)
    return codes.compactMap { sums[$0] }
  }

  private func add(
    _ code: String, _ numerator: Int, _ denominator: Int, on day: String, depth: Int, to sums: inout [String: Share]
  ) {
    let rows = areas.filter { $0.code == code }
    // A chain is never longer than the register; `areas.csv` with a ring in it is refused when it is read.
    guard depth <= areas.count else { return }
    if rows.contains(where: { $0.exists(on: day) }) {
      let before = sums[code] ?? Share(code: code, numerator: 0, denominator: 1)
      let top = before.numerator * denominator + numerator * before.denominator
      sums[code] = Share(code: code, reducing: top, over: before.denominator * denominator)
      return
    }
    guard let last = rows.last, let end = last.to, end < day else { return }
    for successor in last.successors {
      let part = Share(code: code, reducing: numerator * successor.percent, over: denominator * 100)
      add(successor.code, part.numerator, part.denominator, on: day, depth: depth + 1, to: &sums)
    }
  }

  /// The areas that together are the area of the given day: itself first, then those that became it as a whole.
  ///
  /// An area that was split is nobody's predecessor: its counts cannot be added to one successor. See `splits`.
  package func predecessors(of code: String, on day: String) -> [String] {
    [code]
      + codes.filter { other in
        guard other != code else { return false }
        let shares = shares(of: other, on: day)
        return shares.count == 1 && shares[0].code == code && shares[0].isWhole
      }
  }

  /// Areas of before the day of which a part, not the whole, is in the area on that day.
  package func splits(into code: String, on day: String) -> [String] {
    codes.filter { other in shares(of: other, on: day).contains { $0.code == code && !$0.isWhole } }
  }

  // MARK: Change

  /// Something that changed the membership of the regions in a year.
  public struct Change: Equatable, Sendable {
    /// The first year with the new boundaries.
    public var year: Int
    /// Members that ended or left, in the order of the register.
    public var ended: [Area]
    /// Members that began or joined.
    package var begun: [Area]
    /// Members that were there already, to which others went.
    public var inside: [Area]
    /// Areas outside the regions that members went to.
    public var outside: [Area]
  }

  /// What changed among the members of the regions after the first of these years and until the last, by year and then
  /// by what the areas became.
  public func changes(in years: ClosedRange<Int>) -> [Change] {
    var changes: [Change] = []
    for year in years.dropFirst() {
      var begun = areas.filter { $0.region != nil && $0.from != nil && $0.years.lowerBound == year }
      let ended = areas.filter { $0.region != nil && $0.yearAfter == year }
      var destinations: [[String]] = []
      for area in ended where !destinations.contains(Self.destination(area)) {
        destinations.append(Self.destination(area))
      }
      for codes in destinations {
        let same = ended.filter { Self.destination($0) == codes }
        let joined = begun.filter { codes.contains($0.code) }
        begun.removeAll { codes.contains($0.code) }
        let others = areas.filter { area in
          codes.contains(area.code) && area.exists(in: year) && !(same + joined).contains { $0.code == area.code }
        }
        changes.append(
          Change(
            year: year, ended: same, begun: joined, inside: others.filter { $0.region != nil },
            outside: others.filter { $0.region == nil }))
      }
      if !begun.isEmpty { changes.append(Change(year: year, ended: [], begun: begun, inside: [], outside: [])) }
    }
    return changes
  }

  /// An area without successors that has a later row stays itself: it changed region.
  private static func destination(_ area: Area) -> [String] {
    area.successors.isEmpty ? [area.code] : area.successors.map(\.code).sorted()
  }
}

extension AreaRegister.Share {
  fileprivate init(code: String, reducing numerator: Int, over denominator: Int) {
    var (left, right) = (numerator, denominator)
    while right != 0 { (left, right) = (right, left % right) }
    let divisor = max(left, 1)
    self.init(code: code, numerator: numerator / divisor, denominator: denominator / divisor)
  }
}

extension AreaRegister.Change {
  /// In one sentence: from which year, what became what, or left, or joined.
  public var sentence: LocalizedText {
    let (subject, verb, rest) = clause
    return LocalizedText(
      nl: "Vanaf \(year) \(verb.nl) \(subject.nl) \(rest.nl).", en: "From \(year) \(subject.en) \(verb.en) \(rest.en).")
  }

  /// The same without the year, as the reason of a break that names it.
  public var reason: LocalizedText {
    let (subject, verb, rest) = clause
    return LocalizedText(nl: "\(subject.nl) \(verb.nl) \(rest.nl).", en: "\(subject.en) \(verb.en) \(rest.en).")
  }

  private var clause: (subject: LocalizedText, verb: LocalizedText, rest: LocalizedText) {
    let subject = Self.list((ended.isEmpty ? begun : ended).map(\.name))
    let isOne = (ended.isEmpty ? begun : ended).count == 1
    let belongs = isOne ? LocalizedText(nl: "hoort", en: "belongs") : LocalizedText(nl: "horen", en: "belong")
    let becomes = isOne ? LocalizedText(nl: "is", en: "is") : LocalizedText(nl: "zijn", en: "are")
    if ended.isEmpty { return (subject, belongs, LocalizedText(nl: "bij de regio", en: "to the region")) }
    if begun.map(\.code) == ended.map(\.code) {
      let region = begun.first?.region ?? ""
      return (subject, belongs, LocalizedText(nl: "bij \(region)", en: "to \(region)"))
    }
    if begun.isEmpty, inside.isEmpty, outside.isEmpty {
      return (subject, belongs, LocalizedText(nl: "niet meer bij de regio", en: "to the region no longer"))
    }
    let new = Self.list((begun + inside + outside).map(\.name))
    let (nlEnd, enEnd) = (begun + inside).isEmpty ? (", buiten de regio", ", outside the region") : ("", "")
    return (
      subject, becomes, LocalizedText(nl: "opgegaan in \(new.nl)\(nlEnd)", en: "part of \(new.en)\(enEnd)")
    )
  }

  private static func list(_ names: [String]) -> LocalizedText {
    guard let last = names.last, names.count > 1 else { return LocalizedText(names.first ?? "") }
    let start = names.dropLast().joined(separator: ", ")
    return LocalizedText(nl: "\(start) en \(last)", en: "\(start) and \(last)")
  }
}
