/// A number derived from an estimate: a share of it that was seen, or a part of it for a place or a group.
///
/// It is never called an estimate. A share stands on the rung *apportioned*, an apportionment on *judged*.
public struct DerivedPlan: Equatable, Sendable {
  public var name: String
  public var title: LocalizedText
  /// What the derived number is, in the open data too.
  public var measure: LocalizedText
  /// Of an apportionment; a share is in per cent.
  public var unit: UnitOfCount
  public var form: Form
  public var decimals: Int
  public var sourceLine: LocalizedText
  public var notes: [LocalizedText]

  /// The formula.
  public enum Form: Equatable, Sendable {
    /// 100 · seen / (whole · times), in per cent.
    case share(seen: Operand, whole: Operand, times: Factor?)
    /// whole · factor · factor …
    case apportionment(whole: Operand, factors: [Factor], reason: LocalizedText)
  }

  /// A number the derivation starts from.
  public enum Operand: Equatable, Sendable {
    /// A cell of a table of this edition, by the keys of its row and column.
    case cell(figure: String, row: String, column: String)
    /// What a method of an estimate of this edition says.
    case estimate(name: String, method: String)
    /// A number from elsewhere, with its interval when it has one.
    case quoted(Quoted)
  }

  /// A number that was read elsewhere, with its source.
  public struct Quoted: Equatable, Sendable {
    public var label: LocalizedText
    public var value: Quantity
    /// The 95% interval.
    public var interval: Interval?
    public var isEstimate: Bool
    public var source: String

    /// Limits, both included.
    public struct Interval: Equatable, Sendable {
      public var lower: Quantity
      public var upper: Quantity
      public init(lower: Quantity, upper: Quantity) {
        self.lower = lower
        self.upper = upper
      }
    }

    public init(
      label: LocalizedText, value: Quantity, interval: Interval? = nil, isEstimate: Bool = true, source: String
    ) {
      self.label = label
      self.value = value
      self.interval = interval
      self.isEstimate = isEstimate
      self.source = source
    }
  }

  /// A number to multiply by, with what it stands for and where it comes from.
  public struct Factor: Equatable, Sendable {
    public var value: Quantity
    public var label: LocalizedText
    public var source: String
    public init(value: Quantity, label: LocalizedText, source: String) {
      self.value = value
      self.label = label
      self.source = source
    }
  }

  public init(
    name: String, title: LocalizedText, measure: LocalizedText, unit: UnitOfCount, form: Form, decimals: Int,
    sourceLine: LocalizedText = LocalizedText(""), notes: [LocalizedText] = []
  ) {
    self.name = name
    self.title = title
    self.measure = measure
    self.unit = unit
    self.form = form
    self.decimals = decimals
    self.sourceLine = sourceLine
    self.notes = notes
  }

  /// Name of the table and the page, `afgeleid-…`.
  public var figure: String { Self.figure(of: name) }

  /// Name of the table and the page of a derivation of this name.
  public static func figure(of name: String) -> String { "afgeleid-" + name }

  public var rung: Rung {
    switch form {
    case .share: .apportioned
    case .apportionment: .judged
    }
  }
}
