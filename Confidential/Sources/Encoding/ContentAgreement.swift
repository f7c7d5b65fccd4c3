/// In what two records agree within one block, as far as encodings tell: the levels that a linkage model weighs.
package struct ContentAgreement: Equatable, Sendable {
  package enum Names: Int, CaseIterable, Sendable {
    case missing, differ, onePart, oneToken, similar, same
  }

  package enum Birth: Int, CaseIterable, Sendable {
    case missing, differ, withinThree, sameYear, samePart, swapped, same
  }

  /// Of a value or a set of values: whether one is shared.
  package enum Value: Int, CaseIterable, Sendable { case missing, differ, shared }

  package var names: Names
  package var birth: Birth
  /// Both on the first of January: evidence of the year only.
  package var isNewYear: Bool
  /// One of the two has a year only, or the first of January: in `birth` nothing from `sameYear` on says more than that.
  package var isYearOnly: Bool
  package var identifier: Value
  package var phone: Value
  package var userName: Value
  package var email: Value
  package var alias: Value
  package var nationality: Value
  package var city: Value
  package var sex: Value
  /// The rarer of both.
  package var rarity: UInt8

  /// Filters this much alike are spellings of one name, or of one part of it. Decisions, on the registers in
  /// `docs/without-names.md`; two strangers are at 0.5 after a fold.
  private static let (alike, partAlike) = (0.72, 0.80)

  /// - Precondition: Both are of the same block.
  package init(_ left: EncodedContent, _ right: EncodedContent) {
    typealias Slot = BlockContent.Slot
    names = Self.names(left, right)
    birth = Self.birth(left, right)
    isNewYear = left.flags.contains(.newYear) && right.flags.contains(.newYear)
    isYearOnly = [left, right].contains { !$0.flags.isDisjoint(with: [.newYear, .yearOnly]) }
    identifier = Self.value(left, right, Slot.identifiers)
    phone = Self.value(left, right, Slot.phones)
    userName = Self.value(left, right, Slot.userNames)
    email = Self.value(left, right, Slot.email..<Slot.email + 1)
    alias = Self.value(left, right, Slot.alias..<Slot.alias + 1)
    nationality = Self.value(left, right, Slot.nationality..<Slot.nationality + 1)
    city = Self.value(left, right, Slot.city..<Slot.city + 1)
    sex = Self.value(left, right, Slot.sex..<Slot.sex + 1)
    rarity = max(left.rarity, right.rarity)
  }

  private static func value(_ left: EncodedContent, _ right: EncodedContent, _ slots: Range<Int>) -> Value {
    let (left, right) = (left.tokens(slots), right.tokens(slots))
    guard !left.isEmpty, !right.isEmpty else { return .missing }
    return left.contains { right.contains($0) } ? .shared : .differ
  }

  private static func names(_ left: EncodedContent, _ right: EncodedContent) -> Names {
    let slots = BlockContent.Slot.nameTokens
    let (ours, theirs) = (left.tokens(slots), right.tokens(slots))
    guard !ours.isEmpty, !theirs.isEmpty else { return .missing }
    if left.token(BlockContent.Slot.names) == right.token(BlockContent.Slot.names) { return .same }
    let filters = BlockContent.Filter.allCases.map { (left.filter($0), right.filter($0)) }
    if Dice.of(filters[2].0, filters[2].1) >= alike { return .similar }
    let (straight, crossed) = (
      [Dice.of(filters[0].0, filters[0].1), Dice.of(filters[1].0, filters[1].1)],
      [Dice.of(filters[0].0, filters[1].1), Dice.of(filters[1].0, filters[0].1)]
    )
    if [straight, crossed].contains(where: { $0.allSatisfy { $0 >= alike } }) { return .similar }
    if ours.contains(where: { theirs.contains($0) }) { return .oneToken }
    return (straight + crossed).contains { $0 >= partAlike } ? .onePart : .differ
  }

  private static func birth(_ left: EncodedContent, _ right: EncodedContent) -> Birth {
    typealias Slot = BlockContent.Slot
    func both(_ slot: Int, _ other: Int) -> Bool? {
      let (one, two) = (left.token(slot), right.token(other))
      return one == 0 || two == 0 ? nil : one == two
    }
    guard let isYear = both(Slot.year, Slot.year) else { return .missing }
    let isMonth = both(Slot.month, Slot.month)
    let isDay = both(Slot.day, Slot.day)
    guard isYear else {
      if isMonth == true, isDay == true, !left.flags.contains(.newYear) { return .samePart }
      return Slot.windows.contains { both($0, $0) == true } ? .withinThree : .differ
    }
    if isMonth == true, isDay == true { return .same }
    if both(Slot.month, Slot.day) == true, both(Slot.day, Slot.month) == true { return .swapped }
    return isMonth == true || isDay == true ? .samePart : .sameYear
  }

  /// The weight of evidence in bits with weights by hand: for measuring what an encoding keeps. A model that learns its
  /// weights does better.
  package var handWeight: Double {
    let names = [0, -4.5, 0.5, 3.5, 7, 9][names.rawValue] + (names == .same ? Double(rarity) / 2 : 0)
    let birth = birth == .same && isNewYear ? 3 : [0, -5, -1, 3, 4.5, 6.5, 10][birth.rawValue]
    let numbers = [
      (identifier, -7.0, 18.0), (phone, -0.5, 5), (userName, -0.5, 7), (email, -0.5, 8), (alias, -0.5, 4),
      (nationality, -3.5, 2), (city, -0.7, 2), (sex, -3, 0.8),
    ]
    return names + birth + numbers.reduce(0) { $0 + [0, $1.1, $1.2][$1.0.rawValue] }
  }
}
