/// How a monitor links notifications to persons, from personal details and from the keys that partners have.
public struct LinkageChoice: Equatable, Sendable {
  /// Variables of the codebook that say something about who a person is, by what they say.
  public var variables: [Evidence: String]
  /// Records are one person where that is more likely than this.
  public var threshold: Double
  /// The share of wrong links, and of lost ones, that nobody has to look at.
  public var tolerance: Double

  public enum Evidence: String, CaseIterable, Sendable {
    case sex, nationality, birthYear, city, region, occupation
  }

  public init(variables: [Evidence: String] = [:], threshold: Double = 0.5, tolerance: Double = 0.01) {
    (self.variables, self.threshold, self.tolerance) = (variables, threshold, tolerance)
  }

  /// Personal details that a source may give, each a column of the vault.
  public static let details = [
    "surname", "givenName", "fullName", "alias", "birthDate", "phone", "email", "userName", "identifier", "street",
    "houseNumber", "postcode", "city", "birthPlace", encodedRow,
  ]

  /// The detail that is no detail: the number under which the partner encoded the record for a linkage unit.
  public static let encodedRow = "encodedRow"
}
