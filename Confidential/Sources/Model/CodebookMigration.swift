/// What changed between an earlier version of the codebook and this one.
///
/// A series over years on both sides, of a variable that changed and was not recoded, gets a break marker.
public struct CodebookMigration: Equatable, Sendable {
  /// The earlier version.
  public var version: String
  /// The last year coded with it.
  public var until: Int
  public var reason: LocalizedText
  public var changes: [Change]

  /// One change of one variable.
  public struct Change: Equatable, Sendable {
    public var variable: String
    public var kind: Kind
    /// Earlier codes of categories; for a split, merge or renaming.
    public var from: [String]
    /// Codes of now; for a split, merge or renaming, and for categories that were added.
    public var to: [String]
    /// The earlier years were coded again by the codebook of now, so that the series goes on.
    package var isRecoded: Bool

    public init(variable: String, kind: Kind, from: [String] = [], to: [String] = [], isRecoded: Bool = false) {
      self.variable = variable
      self.kind = kind
      self.from = from
      self.to = to
      self.isRecoded = isRecoded
    }
  }

  /// What changed. Raw values are those of `codebook.yaml`.
  public enum Kind: String, CaseIterable, Sendable {
    /// The variable, or the categories named, did not exist.
    case added
    /// The same words mean something else.
    case redefined
    /// A category has another code.
    case renamed
    /// Several categories became one.
    case merged
    /// One category became several.
    case split

    /// A renaming changes no number.
    var breaksSeries: Bool { self != .renamed }
  }

  public init(version: String, until: Int, reason: LocalizedText, changes: [Change]) {
    self.version = version
    self.until = until
    self.reason = reason
    self.changes = changes
  }

  /// Variables of which earlier and later years cannot be compared.
  var breaking: Set<String> {
    Set(changes.filter { $0.kind.breaksSeries && !$0.isRecoded }.map(\.variable))
  }
}

extension Monitor {
  /// The figures, each with a break marker where it crosses an earlier version of the codebook.
  ///
  /// A figure crosses one when it shows years on both sides and uses a variable that changed: by itself, in a condition,
  /// or through what a rule or `link` makes of it. A marker that the figure has for that year already stays.
  package func markingMigrations() -> Monitor {
    var marked = self
    for migration in codebook.migrations {
      let changed = reach(of: migration.breaking)
      for index in marked.figures.indices {
        let figure = marked.figures[index]
        let year = migration.until + 1
        guard figure.crosses(migration.until, years: years), !changed.isDisjoint(with: figure.variables),
          !figure.breaks.contains(where: { $0.year == year })
        else { continue }
        marked.figures[index].breaks.append(Figure.SeriesBreak(year: year, reason: migration.reason))
        marked.figures[index].breaks.sort { $0.year < $1.year }
      }
    }
    return marked
  }

  /// These variables of notifications and everything that is made of them.
  private func reach(of variables: Set<String>) -> Set<String> {
    var reached = variables
    for combination in link.combinations where variables.contains(combination.variable) && combination.method != .count
    {
      reached.insert(combination.target)
    }
    for rule in rules {
      switch rule.step {
      case .derive(let target, let cases, _):
        if cases.contains(where: { $0.condition.mentions.contains { reached.contains($0.variable) } }) {
          reached.insert(target)
        }
      case .group(let target, let variable): if reached.contains(variable) { reached.insert(target) }
      case .impute(let imputation): if reached.contains(imputation.variable) { reached.insert(imputation.target) }
      case .exclude: break
      }
    }
    return reached
  }
}

extension Figure {
  /// Whether it shows both that year or an earlier one, and a later one.
  package func crosses(_ last: Int, years: ClosedRange<Int>) -> Bool {
    let held = heldYears
    if held.contains(where: { $0 <= last }), held.contains(where: { $0 > last }) { return true }
    return dimensions.contains { axis in
      guard axis.variable == "year" else { return false }
      let pooled = axis.pools.flatMap(\.codes)
      let words = pooled.isEmpty ? axis.order : pooled
      let shown = words.isEmpty ? Array(years) : words.compactMap { Int($0) }
      return shown.contains { $0 <= last } && shown.contains { $0 > last }
    }
  }

  /// The years at which single numbers are held.
  private var heldYears: [Int] {
    guard case .delivered(let delivered) = numbers, case .each(let rows) = delivered.rows else { return [] }
    return rows.flatMap(\.held.fixed).filter { $0.variable == "year" }.compactMap { Int($0.code) }
  }

  /// Every variable that its numbers depend on by name.
  fileprivate var variables: Set<String> {
    var names = Set(dimensions.map(\.variable))
    if case .oncePerYearPer(let variable) = unit.repeats { names.insert(variable) }
    switch numbers {
    case .counted(let counted): names.formUnion(counted.chosenBy)
    case .delivered, .quoted: break
    }
    return names
  }
}

extension Figure.Counted {
  /// The variables of the filter, the series and the summaries.
  fileprivate var chosenBy: [String] {
    var names = summaries.map(\.variable) + (filter?.mentions.map(\.variable) ?? [])
    switch rows {
    case .dimension, .top: break
    case .series(let series):
      for one in series {
        names += one.condition.mentions.map(\.variable)
        if let variable = one.value.variable { names.append(variable) }
        if case .share(let base, _) = one.value { names += base.mentions.map(\.variable) }
      }
    }
    return names
  }
}
