/// What two records are compared on. Fields that go together are one comparison: a name with its order, an address with
/// all its parts; else a household would count as often as it has columns.
package enum LinkField: Int, CaseIterable, Sendable {
  case forename, surname
  /// Whether forename and surname stand in each other's place.
  case order
  case alias, birth, identifier, phone, userName, email, address, sex, nationality, birthPlace, occupation
  /// The key by which a source knows the person.
  case personKey

  package static let count = allCases.count
  /// The level of a field that one of the two records lacks: it says nothing.
  package static let missing: UInt8 = 255
  /// The largest number of levels of a field.
  package static let levelLimit = 12

  /// Names agree by chance more often among people of one origin, so strangers of one origin have chances of their own:
  /// their levels stand behind the others.
  package var isByOrigin: Bool { self == .forename || self == .surname }

  package var variantCount: Int { isByOrigin ? 2 : 1 }

  package var levelCount: Int { matchPrior.count * variantCount }

  package var mask: UInt32 { 1 << UInt32(rawValue) }

  /// What is expected of the levels among records of one person, best level first: where learning starts, and what levels
  /// keep that are never seen. A decision: most fields of most reports about one person agree to the letter, names least.
  package var matchPrior: [Double] {
    switch self {
    case .forename: [0.70, 0.12, 0.04, 0.05, 0.03, 0.06]
    case .surname: [0.70, 0.12, 0.05, 0.05, 0.01, 0.07]
    case .order: [0.97, 0.03]
    case .alias: [0.55, 0.15, 0.30]
    case .birth: [0.72, 0.02, 0.07, 0.03, 0.03, 0.05, 0.02, 0.03, 0.03]
    case .identifier: [0.93, 0.05, 0.02]
    case .phone: [0.65, 0.05, 0.30]
    case .userName: [0.55, 0.10, 0.35]
    case .email: [0.65, 0.15, 0.20]
    case .address: [0.35, 0.10, 0.12, 0.10, 0.05, 0.10, 0.06, 0.12]
    case .sex, .personKey: [0.97, 0.03]
    case .nationality: [0.95, 0.05]
    case .birthPlace: [0.80, 0.10, 0.10]
    case .occupation: [0.70, 0.10, 0.20]
    }
  }

  /// The largest share of records of one person that differ altogether in a field; nil where a person may have several
  /// values. A bound by decision: without it households, of which there may be more pairs than of persons, are taken for
  /// persons where there are no dates of birth.
  package var mostDifferent: Double? {
    switch self {
    case .forename, .birth, .nationality: 0.20
    case .identifier: 0.10
    case .sex: 0.25
    default: nil
    }
  }

  /// What to expect of two persons of one household or case: a surname, an address or a telephone shared, the rest as
  /// between strangers, which nil says.
  package var contextPrior: [Double]? {
    switch self {
    case .surname: [0.60, 0.05, 0.03, 0.04, 0.01, 0.27]
    case .phone: [0.40, 0.01, 0.59]
    case .address: [0.45, 0.10, 0.05, 0.10, 0.05, 0.10, 0.05, 0.10]
    case .nationality: [0.90, 0.10]
    case .birthPlace: [0.60, 0.05, 0.35]
    default: nil
    }
  }

  /// What a level is called where pairs are written down.
  package func levelName(_ level: Int) -> String {
    let names: [String] =
      switch self {
      case .forename, .surname: ["exact", "close", "part", "similar", "initial", "different"]
      case .order: ["straight", "swapped"]
      case .alias: ["exact", "name", "different"]
      case .birth: ["exact", "swapped", "near", "day", "both-year", "year", "year-near", "year-only", "different"]
      case .identifier, .phone: ["exact", "typo", "different"]
      case .userName, .email, .birthPlace, .occupation: ["exact", "close", "different"]
      case .address: ["exact", "house", "street", "postcode-city", "postcode", "city", "region", "different"]
      case .sex, .nationality, .personKey: ["exact", "different"]
      }
    return names[level % names.count]
  }

  package init?(role: LinkRole) {
    switch role {
    case .record, .source, .encodedRow: return nil
    case .forename: self = .forename
    case .surname, .fullName: self = .surname
    case .alias: self = .alias
    case .birthDate, .birthYear: self = .birth
    case .identifier: self = .identifier
    case .phone: self = .phone
    case .userName: self = .userName
    case .email: self = .email
    case .houseNumber, .street, .locality, .city, .postcode, .region: self = .address
    case .sex: self = .sex
    case .nationality: self = .nationality
    case .birthPlace: self = .birthPlace
    case .occupation: self = .occupation
    case .personKey: self = .personKey
    }
  }
}

/// How far two dates of birth agree; the best first.
package enum BirthLevel {
  /// Equal, and not 1 January.
  package static let exact: UInt8 = 0
  package static let swapped: UInt8 = 1
  /// The same year and month, year and day, or one digit apart.
  package static let near: UInt8 = 2
  /// The same day and month, years at most 10 apart.
  package static let dayOnly: UInt8 = 3
  /// Both 1 January or both a year only, the same year.
  package static let bothYear: UInt8 = 4
  /// One of them exact, the other not, the same year.
  package static let year: UInt8 = 5
  /// At least one not exact, years at most 2 apart.
  package static let yearNear: UInt8 = 6
  /// Both exact, the same year, otherwise different.
  package static let yearOnly: UInt8 = 7
  package static let different: UInt8 = 8

  /// Whether the years agree, so that how many people were born in that year counts.
  package static func sharesYear(_ level: UInt8) -> Bool {
    level == exact || level == swapped || level == near || level == bothYear || level == year || level == yearOnly
  }

  package static func level(_ a: UInt32, _ b: UInt32) -> UInt8 {
    let (first, second) = (BirthDate(packed: a), BirthDate(packed: b))
    let apart = abs(first.year - second.year)
    guard first.isExact && second.isExact else {
      if apart == 0 { return first.isExact || second.isExact ? year : bothYear }
      return apart <= 2 ? yearNear : different
    }
    if a == b { return exact }
    let sameDay = first.day == second.day
    let sameMonth = first.month == second.month
    if apart == 0 {
      if first.day == second.month && first.month == second.day { return swapped }
      return sameDay || sameMonth ? near : yearOnly
    }
    if sameDay && sameMonth {
      if digitsApart(first.year, second.year) == 1 && apart > 10 { return near }
      return apart <= 10 ? dayOnly : different
    }
    return different
  }

  private static func digitsApart(_ a: Int, _ b: Int) -> Int {
    var (a, b, differing) = (a, b, 0)
    while a > 0 || b > 0 {
      if a % 10 != b % 10 { differing += 1 }
      (a, b) = (a / 10, b / 10)
    }
    return differing
  }
}

/// How far two addresses agree, over all their parts; the best first.
package enum AddressLevel {
  /// Street, number, and postcode or town.
  package static let exact: UInt8 = 0
  /// Street and number; or number, postcode and town.
  package static let house: UInt8 = 1
  /// Street, and postcode or town.
  package static let street: UInt8 = 2
  package static let postcodeAndCity: UInt8 = 3
  package static let postcode: UInt8 = 4
  package static let city: UInt8 = 5
  package static let region: UInt8 = 6
  package static let different: UInt8 = 7
}
