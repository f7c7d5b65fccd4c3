/// What people said of pairs of notifications, in numbers: about their work and about nobody in the notifications.
public struct ReviewTally: Equatable, Sendable {
  /// Pairs that at least one person answered.
  public var pairs: Int
  /// Those of which it is decided whether both are of one person.
  public var decided: Int
  /// Who answered at least one.
  public var people: Int
  /// Pairs that two people answered without knowing of each other, and those on which they agree.
  public var twice, agreed: Int
  /// Cohen's kappa over those, with its interval of 95 per cent; nil where it is undefined.
  public var kappa, kappaLower, kappaUpper: Double?
  /// Answers about a notification that is no longer there.
  public var passedOver: Int

  public init(
    pairs: Int, decided: Int, people: Int, twice: Int, agreed: Int, kappa: Double?, kappaLower: Double?,
    kappaUpper: Double?, passedOver: Int
  ) {
    (self.pairs, self.decided, self.people, self.twice, self.agreed) = (pairs, decided, people, twice, agreed)
    (self.kappa, self.kappaLower, self.kappaUpper) = (kappa, kappaLower, kappaUpper)
    self.passedOver = passedOver
  }

  /// The share on which two people agree; nil where no pair was answered twice.
  public var share: Double? { twice > 0 ? Double(agreed) / Double(twice) : nil }
}
