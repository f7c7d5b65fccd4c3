public import Model
public import Protection

/// What a publisher decided about protecting tables before anyone else sees them.
public enum Policy: Equatable, Sendable {
  /// Every number leaves as it was counted, for a reason that is printed with it.
  case publishAsIs(reason: LocalizedText)
  /// Sensitive counts are hidden, and what would give them away.
  case suppress(rule: ProtectionRule, stricter: [StricterMinimum] = [], reason: LocalizedText)

  /// Names a monitor folder may give, in the order in which they are suggested.
  public static let names = ["publishAsIs", "suppress"]

  /// The policy a monitor chose by name.
  ///
  /// - Throws: `PolicyError.unknown` for a name that is not in `names`; `PolicyError.withoutReason` when the reason is
  ///   empty in either language.
  public init(_ choice: Monitor.PublicationChoice) throws(PolicyError) {
    guard Self.names.contains(choice.policy) else { throw .unknown(name: choice.policy) }
    guard Language.allCases.allSatisfy({ choice.reason[$0].contains { !$0.isWhitespace } }) else {
      throw .withoutReason(name: choice.policy)
    }
    guard choice.policy == "suppress" else {
      self = .publishAsIs(reason: choice.reason)
      return
    }
    let rule = ProtectionRule(
      minimum: choice.minimum, printsZeros: choice.printsZeros,
      level: choice.hidesSmallness ? .whetherSmall : .withinSensitive, assurance: .outside)
    self = .suppress(rule: rule, stricter: choice.stricter, reason: choice.reason)
  }

  public var name: String {
    switch self {
    case .publishAsIs: "publishAsIs"
    case .suppress: "suppress"
    }
  }

  public var reason: LocalizedText {
    switch self {
    case .publishAsIs(let reason), .suppress(_, _, let reason): reason
    }
  }

  /// `, van gemeente die tot en met 9`
  private static func words(_ stricter: [StricterMinimum]) -> LocalizedText {
    func named(_ one: StricterMinimum, _ and: String) -> String {
      one.about.map { $0.category ?? $0.dimension }.joined(separator: and)
    }
    return LocalizedText(
      nl: stricter.map { ", van \(named($0, " en ")) die tot en met \($0.minimum - 1)" }.joined(),
      en: stricter.map { ", of \(named($0, " and ")) those up to \($0.minimum - 1)" }.joined())
  }

  /// What the policy does to the numbers, for the colophon.
  public var label: LocalizedText {
    switch self {
    case .publishAsIs:
      LocalizedText(
        nl: "De aantallen staan er zoals ze geteld zijn; er is niets afgerond of weggelaten.",
        en: "The numbers stand as they were counted; nothing was rounded or left out.")
    case .suppress(let rule, let stricter, _):
      LocalizedText(
        nl:
          "Aantallen van 1 tot en met \(rule.minimum - 1) zijn weggelaten\(Self.words(stricter).nl), en ook andere aantallen, aandelen en "
          + "gemiddelden waaruit zij zouden volgen. Alle tabellen zijn daarna samen nagerekend zoals een buitenstaander dat "
          + "kan.",
        en:
          "Counts from 1 to \(rule.minimum - 1) are left out\(Self.words(stricter).en), and so are other counts, shares and means from which they "
          + "would follow. After that all tables were worked through together, as an outsider can.")
    }
  }
}

/// Why a monitor's choice of policy cannot be followed.
public enum PolicyError: Error, Equatable, Sendable {
  case unknown(name: String)
  case withoutReason(name: String)

  public var message: LocalizedText {
    switch self {
    case .unknown(let name):
      let names = Policy.names.joined(separator: ", ")
      let nearest = suggestion(for: name, among: Policy.names)
      return LocalizedText(
        nl: "Het publicatiebeleid '\(name)' bestaat niet; kies uit: \(names)."
          + (nearest.map { " Bedoelt u '\($0)'?" } ?? ""),
        en: "There is no publication policy '\(name)'; choose from: \(names)."
          + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
    case .withoutReason(let name):
      return LocalizedText(
        nl: "Het publicatiebeleid '\(name)' heeft een reden nodig, Nederlands en Engels; die komt in het colofon.",
        en: "The publication policy '\(name)' needs a reason, in Dutch and in English; it is printed in the colophon.")
    }
  }
}
