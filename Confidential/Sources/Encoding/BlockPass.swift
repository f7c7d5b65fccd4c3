/// A reason to compare two records: they have one of these equal. What two records share in no pass is never compared.
///
/// The numbers are in files and keep their meaning.
package enum BlockPass: UInt8, CaseIterable, Sendable {
  case identifier = 1
  case phone
  case userName
  case email
  /// The whole date of birth, unless it is the first of January.
  case birthDate
  /// All names, two at least, in one order.
  case names
  /// A name with the year of birth.
  case nameAndYear
  /// The first two letters of a name with year and nationality.
  case initialsYearNationality
  /// A name with nationality and town.
  case nameNationalityCity
  case aliasAndYear
  /// Day and month, unless 1 January, with nationality.
  case dayAndNationality

  /// By which its keys are derived.
  var use: String { "pass|\(rawValue)" }
}
