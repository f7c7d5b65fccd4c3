/// A part of a blocking key: what two records must have alike to be compared at all.
package enum BlockingPart: String, CaseIterable, Sendable {
  case personKey, identifier, phone, userName, email
  /// The skeletons of all words of the name, in whatever order.
  case wholeName
  /// The skeleton of one word of forename, surname or alias; a record has as many keys as words.
  case nameWord
  /// The first two letters of the skeleton.
  case forenameStart, surnameStart
  /// The first letters of forename and surname, in whatever order.
  case initials
  /// A full date that is not 1 January.
  case birthDate
  case birthYear
  /// Day and month, not 1 January.
  case birthDay
  case nationality, sex, city, postcode, street, houseNumber, birthPlace, occupation

  /// The fields whose agreement such a key presupposes.
  var fields: UInt32 {
    switch self {
    case .personKey: LinkField.personKey.mask
    case .identifier: LinkField.identifier.mask
    case .phone: LinkField.phone.mask
    case .userName: LinkField.userName.mask
    case .email: LinkField.email.mask
    case .wholeName, .nameWord, .forenameStart, .surnameStart, .initials:
      LinkField.forename.mask | LinkField.surname.mask | LinkField.order.mask | LinkField.alias.mask
    case .birthDate, .birthYear, .birthDay: LinkField.birth.mask
    case .nationality: LinkField.nationality.mask
    case .sex: LinkField.sex.mask
    case .city, .postcode, .street, .houseNumber: LinkField.address.mask
    case .birthPlace: LinkField.birthPlace.mask
    case .occupation: LinkField.occupation.mask
    }
  }

  private var role: LinkRole? {
    switch self {
    case .personKey: .personKey
    case .identifier: .identifier
    case .phone: .phone
    case .userName: .userName
    case .email: .email
    case .nationality: .nationality
    case .sex: .sex
    case .city: .city
    case .postcode: .postcode
    case .street: .street
    case .houseNumber: .houseNumber
    case .birthPlace: .birthPlace
    case .occupation: .occupation
    default: nil
    }
  }

  func isPresent(in records: LinkRecords) -> Bool {
    if let role { return records.texts[role] != nil }
    switch self {
    case .birthDate, .birthYear, .birthDay: return !records.birth.isEmpty
    case .wholeName, .initials: return !records.forename.isEmpty && !records.surname.isEmpty
    case .forenameStart: return !records.forename.isEmpty
    case .surnameStart: return !records.surname.isEmpty
    default: return records.hasNames
    }
  }

  /// The keys of every record for this part, but for name words; 0 where there is none.
  func keys(of records: LinkRecords) -> [UInt64] {
    if let role, let field = records.texts[role] {
      return field.codes.map { $0 < 0 ? 0 : field.values.hashes[Int($0)] | 1 }
    }
    switch self {
    case .birthDate: return records.birth.map { BirthDate(packed: $0).isExact ? UInt64($0) : 0 }
    case .birthYear: return records.birth.map { UInt64($0 >> 9) }
    case .birthDay: return records.birth.map { BirthDate(packed: $0).isExact ? UInt64($0 & 511) : 0 }
    case .forenameStart: return records.forename.map { $0 < 0 ? 0 : UInt64(records.names.start[Int($0)]) }
    case .surnameStart: return records.surname.map { $0 < 0 ? 0 : UInt64(records.names.start[Int($0)]) }
    case .wholeName: return pairs(of: records) { records.names.skeletonHash[$0] }
    case .initials: return pairs(of: records) { UInt64(records.names.initial[$0]) + 1 }
    default: return [UInt64](repeating: 0, count: records.count)
    }
  }

  /// A key of forename and surname that does not depend on which is which.
  private func pairs(of records: LinkRecords, _ key: (Int) -> UInt64) -> [UInt64] {
    (0..<records.count).map { record in
      let (a, b) = (records.forename[record], records.surname[record])
      guard a >= 0, b >= 0 else { return 0 }
      let (first, second) = (key(Int(a)), key(Int(b)))
      guard first != 0, second != 0 else { return 0 }
      return Hash.combined(min(first, second), max(first, second)) | 1
    }
  }
}

/// Records are compared that agree on all parts of a pass.
package struct BlockingPass: Equatable, Sendable {
  package var parts: [BlockingPart]
  /// What divides a block that is too large, in this order.
  package var refinements: [BlockingPart]

  package init(_ parts: [BlockingPart], refinements: [BlockingPart] = []) {
    (self.parts, self.refinements) = (parts, refinements)
  }

  /// The parts by name, as reports have it.
  package var name: String { parts.map(\.rawValue).joined(separator: " + ") }

  /// The fields that pairs of this pass agree on because they are of this pass.
  package var fields: UInt32 { parts.reduce(0) { $0 | $1.fields } }

  /// The passes for what is in the records. The union of many passes, each of them strict, so that
  /// a mistake in one field is met by a pass that does not look at it.
  package static func all(for records: LinkRecords) -> [BlockingPass] {
    let present = Set(BlockingPart.allCases.filter { $0.isPresent(in: records) })
    let general: [BlockingPart] = [
      .birthYear, .forenameStart, .surnameStart, .nationality, .postcode, .city, .birthDay,
    ]
    return candidates.filter { parts in parts.allSatisfy(present.contains) }.map { parts in
      let fields = parts.reduce(0) { $0 | $1.fields }
      let isOfName = fields & LinkField.forename.mask != 0
      let rest = general.filter { part in
        present.contains(part) && !parts.contains(part) && (isOfName || part.fields & fields == 0)
      }
      return BlockingPass(parts, refinements: Array(rest.prefix(3)))
    }
  }

  private static let candidates: [[BlockingPart]] = [
    [.personKey], [.identifier], [.phone], [.userName], [.email],
    [.wholeName],
    [.nameWord, .birthYear],
    [.birthDate],
    [.nameWord, .nationality, .city], [.nameWord, .postcode], [.nameWord, .birthPlace], [.nameWord, .city],
    [.initials, .birthYear, .nationality], [.initials, .birthYear, .sex],
    [.birthDay, .nationality], [.birthDay, .forenameStart], [.birthDay, .surnameStart],
    [.postcode, .birthYear], [.postcode, .houseNumber],
    [.street, .houseNumber], [.nameWord], [.postcode], [.birthPlace, .birthYear],
    [.occupation, .birthPlace, .birthYear],
  ]
}
