/// What of a record is compared within one block, as it lies in a file: two bytes of flags, one of the rarity of the
/// name, the tokens and three filters. Always as long, so that the length tells nothing.
package enum BlockContent {
  /// Where a token stands. A token of zero is missing; the tokens of one kind stand in ascending order.
  package enum Slot {
    package static let nameTokens = 0..<4
    /// All names together, and their first letters.
    package static let (names, initials) = (4, 5)
    /// Month and day have one key, so that a swap is seen.
    package static let (year, month, day) = (6, 7, 8)
    /// Of years at most three apart some are equal: four less the distance.
    package static let windows = 9..<13
    package static let (nationality, city, sex) = (13, 14, 15)
    package static let identifiers = 16..<18
    package static let phones = 18..<20
    package static let userNames = 20..<22
    package static let (email, alias) = (22, 23)
    package static let count = 24
    /// Of several values that are a set.
    static let sets = [nameTokens, identifiers, phones, userNames]
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let noForename = Flags(rawValue: 1)
    package static let noSurname = Flags(rawValue: 2)
    /// Of a forename or surname only the first letter is known.
    package static let initialForename = Flags(rawValue: 4)
    package static let initialSurname = Flags(rawValue: 8)
    package static let newYear = Flags(rawValue: 16)
    package static let yearOnly = Flags(rawValue: 32)
  }

  /// Which filter.
  package enum Filter: Int, CaseIterable, Sendable { case forename, surname, all }

  static let tokensStart = 3
  static let filtersStart = tokensStart + 4 * Slot.count

  /// Bytes.
  static func size(_ parameters: EncodingParameters) -> Int {
    filtersStart + Filter.allCases.count * parameters.outputBits / 8
  }
}
