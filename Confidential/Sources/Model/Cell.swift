/// One place of a table: what it says and how we come to know it.
public struct Cell: Equatable, Hashable, Sendable {
  public var value: CellValue
  public var rung: Rung
  /// Place in a ranking within the column (1 is first, ties share a place), for top-N tables within the top.
  public var rank: Int?
  /// For a share or a summary over known values: how many there were, in the unit of count.
  public var base: Int?
  /// How sure the number is where it was worked out who is who; nil where keys say so, and where it is no count of cases.
  public var spread: LinkageSpread?

  public init(_ value: CellValue, rung: Rung, rank: Int? = nil, base: Int? = nil, spread: LinkageSpread? = nil) {
    self.value = value
    self.rung = rung
    self.rank = rank
    self.base = base
    self.spread = spread
  }
}

/// Values with different meanings are different cases; none is ever a magic number, and none borrows another's meaning.
///
/// What each is called in tables, texts and open data stands in `CellState` and `Absence`.
public enum CellValue: Equatable, Hashable, Sendable {
  case exact(Quantity)
  case rounded(Quantity, base: Int)
  /// From a delivery that was not declared complete.
  case provisional(Quantity)
  case revised(Quantity, before: Quantity)
  case estimate(Quantity, lower: Quantity, upper: Quantity, percent: Int)
  /// An estimate by a method, or of data, that gives no interval.
  case estimateWithoutInterval(Quantity)
  case suppressed(Suppression)
  case notShown
  case notAsked
  case notDelivered
  case notRecorded
  case notApplicable
  case notDerivable
  case notEstimable
  case undefined

  /// What may be drawn and compared; nil where there is no number.
  public var quantity: Quantity? {
    switch self {
    case .exact(let quantity), .rounded(let quantity, _), .provisional(let quantity), .revised(let quantity, _),
      .estimate(let quantity, _, _, _), .estimateWithoutInterval(let quantity):
      quantity
    case .suppressed, .notShown, .notAsked, .notDelivered, .notRecorded, .notApplicable, .notDerivable, .notEstimable,
      .undefined:
      nil
    }
  }

  /// The limits of an estimate; nil for other values.
  public var interval: (lower: Quantity, upper: Quantity)? {
    if case .estimate(_, let lower, let upper, _) = self { (lower, upper) } else { nil }
  }
}

/// Why a number is withheld: by itself, or because another could be computed from it.
public enum Suppression: String, Sendable { case primary, secondary }

/// The ladder of honesty: how far a number is from something a person has seen.
public enum Rung: Int, CaseIterable, Comparable, Sendable {
  case observed, linked, imputed, estimated, apportioned, judged

  public static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }

  public var label: LocalizedText {
    switch self {
    case .observed: LocalizedText(nl: "waargenomen", en: "observed")
    case .linked: LocalizedText(nl: "gekoppeld", en: "linked")
    case .imputed: LocalizedText(nl: "bijgeschat", en: "imputed")
    case .estimated: LocalizedText(nl: "geschat", en: "estimated")
    case .apportioned: LocalizedText(nl: "toegedeeld", en: "apportioned")
    case .judged: LocalizedText(nl: "beoordeeld", en: "judged")
    }
  }

  public var code: String { String(describing: self) }
}
