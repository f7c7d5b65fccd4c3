/// What a linkage model knows of a pair of entries: in what they agree, by which block they were found, how many entries
/// that block has, and whether one partner has both. Packed, so that equal ones are counted.
package struct AgreementPattern: Hashable, Comparable, Sendable {
  /// What is compared in a block.
  package enum Field: Int, CaseIterable, Sendable {
    /// `birthYear` where one of the two has a year only, or the first of January, which says no more; `birth` elsewhere.
    case names, birth, identifier, phone, userName, email, alias, nationality, city, sex, birthYear

    /// Of a date of birth one of two is compared.
    var otherOfBirth: Field? {
      switch self {
      case .birth: .birthYear
      case .birthYear: .birth
      default: nil
      }
    }

    /// The levels but for what is missing, as they are called where pairs are written down; the least agreement first.
    package var levelNames: [String] {
      switch self {
      case .names: ["different", "part", "one", "similar", "exact", "exact-rare"]
      case .birth: ["different", "within-three", "year", "part", "swapped", "exact"]
      case .birthYear: ["different", "within-three", "same"]
      default: ["different", "shared"]
      }
    }
  }

  /// Four bits a field from below, then the pass, the class of size and the partner.
  private let bits: UInt64

  /// Names that are the same are rare from this band on.
  private static let rare: UInt8 = 4

  package init(_ agreement: ContentAgreement, pass: BlockPass, blockSize: Int, isOnePartner: Bool) {
    var bits: UInt64 = 0
    for field in Field.allCases {
      bits |= UInt64(Self.level(field, agreement)) << UInt64(4 * field.rawValue)
    }
    let size: UInt64 = blockSize <= 2 ? 0 : blockSize <= 4 ? 1 : blockSize <= 9 ? 2 : 3
    self.bits = bits | UInt64(pass.rawValue) << 48 | size << 52 | (isOnePartner ? 1 : 0) << 54
  }

  private static func level(_ field: Field, _ agreement: ContentAgreement) -> Int {
    switch field {
    case .names: agreement.names == .same && agreement.rarity >= rare ? 6 : agreement.names.rawValue
    case .birth: agreement.isYearOnly ? 0 : agreement.birth.rawValue
    case .birthYear: agreement.isYearOnly ? min(agreement.birth.rawValue, 3) : 0
    case .identifier: agreement.identifier.rawValue
    case .phone: agreement.phone.rawValue
    case .userName: agreement.userName.rawValue
    case .email: agreement.email.rawValue
    case .alias: agreement.alias.rawValue
    case .nationality: agreement.nationality.rawValue
    case .city: agreement.city.rawValue
    case .sex: agreement.sex.rawValue
    }
  }

  /// From 1, the least agreement; 0 where one of the two has no value.
  package func level(_ field: Field) -> Int { Int(bits >> UInt64(4 * field.rawValue) & 0xF) }

  /// The number of the pass, less one.
  var pass: Int { Int(bits >> 48 & 0xF) - 1 }

  /// Pairs for which one share of matches is learnt: of one pass, class of size and kind of partner.
  var group: Int { pass * 8 + Int(bits >> 52 & 7) }
  static let groupCount = BlockPass.allCases.count * 8
  static func isOnePartner(group: Int) -> Bool { group & 4 != 0 }
  var isOnePartner: Bool { Self.isOnePartner(group: group) }

  package static func < (left: AgreementPattern, right: AgreementPattern) -> Bool { left.bits < right.bits }
}
