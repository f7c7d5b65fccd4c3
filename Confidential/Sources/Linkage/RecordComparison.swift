internal import Glibc

/// Compares two records field by field: a level for each field, and by how much a value that both have is rarer or more
/// common than such values are on average.
package struct RecordComparison: Sendable {
  package let records: LinkRecords
  let forenames: NameFrequency
  let surnames: NameFrequency
  let wholeNames: NameFrequency
  let aliases: NameFrequency
  let yearShares: [Float]
  let yearMean: Float
  let wordShares: [Float]
  let wordMean: Float
  /// For each text field `log2` of the share of each of its values, and `log2 Σ f²`.
  let textShares: [LinkRole: (shares: [Float], mean: Float)]
  let identifier, phone, userName, email, sex, nationality, birthPlace, occupation: LinkRecords.TextField?
  let houseNumber, street, locality, city, postcode, region: LinkRecords.TextField?
  let natShares, postcodeShares, cityShares: (shares: [Float], mean: Float)?
  let hasAddress: Bool
  /// The values of each record side by side, `Slot.count` to a record: comparing two takes two looks at memory.
  private let rows: [Int32]

  /// The place of a value in the row of a record.
  enum Slot {
    static let forename = 0, surname = 1, alias = 2, birth = 3, first = 4, count = 19
    /// The fields of one text, from `first` on.
    static let roles: [LinkRole] = [
      .sex, .nationality, .phone, .identifier, .userName, .email, .houseNumber, .street, .locality, .city, .postcode,
      .region, .birthPlace, .occupation, .personKey,
    ]
    static let sex = 4, nationality = 5, phone = 6, identifier = 7, userName = 8, email = 9, houseNumber = 10
    static let street = 11, locality = 12, city = 13, postcode = 14, region = 15, birthPlace = 16, occupation = 17
    static let personKey = 18
  }

  private static func rows(_ records: LinkRecords) -> [Int32] {
    var rows = [Int32](repeating: -1, count: records.count * Slot.count)
    func fill(_ slot: Int, _ codes: [Int32]) {
      for record in codes.indices { rows[record * Slot.count + slot] = codes[record] }
    }
    fill(Slot.forename, records.forename)
    fill(Slot.surname, records.surname)
    fill(Slot.alias, records.alias)
    fill(Slot.birth, records.birth.map { $0 == 0 ? -1 : Int32($0) })
    for (place, role) in Slot.roles.enumerated() { fill(Slot.first + place, records.texts[role]?.codes ?? []) }
    return rows
  }

  package init(_ records: LinkRecords) {
    self.records = records
    let origins = records.texts[.nationality]
    let count = records.names.count
    forenames = NameFrequency(records.forename, names: count, origins: origins)
    surnames = NameFrequency(records.surname, names: count, origins: origins)
    aliases = NameFrequency(records.alias, names: count, origins: nil)
    wholeNames = NameFrequency(records.forename + records.surname, names: count, origins: nil)
    (yearShares, yearMean) = Self.years(records.birth)
    (wordShares, wordMean) = Self.words(records)
    textShares = records.texts.mapValues(Self.shares)
    identifier = records.texts[.identifier]
    phone = records.texts[.phone]
    userName = records.texts[.userName]
    email = records.texts[.email]
    sex = records.texts[.sex]
    nationality = origins
    birthPlace = records.texts[.birthPlace]
    occupation = records.texts[.occupation]
    houseNumber = records.texts[.houseNumber]
    street = records.texts[.street]
    locality = records.texts[.locality]
    city = records.texts[.city]
    postcode = records.texts[.postcode]
    region = records.texts[.region]
    natShares = textShares[.nationality]
    postcodeShares = textShares[.postcode]
    cityShares = textShares[.city]
    rows = Self.rows(records)
    hasAddress = street != nil || city != nil || postcode != nil || region != nil || locality != nil
  }

  private static func years(_ birth: [UInt32]) -> (shares: [Float], mean: Float) {
    var counts = [Int32](repeating: 0, count: 4096)
    var known = 0
    for date in birth where date != 0 {
      counts[Int(date >> 9)] += 1
      known += 1
    }
    let total = Double(max(1, known)) + 100
    let shares = counts.map { Float(log2((Double($0) + 1) / total)) }
    return (shares, Float(log2(max(LinkRecords.TextField.agreement(counts, known), 1e-6))))
  }

  private static func words(_ records: LinkRecords) -> (shares: [Float], mean: Float) {
    var counts = [Int32](repeating: 0, count: records.names.wordValues.count)
    var known = 0
    for names in [records.forename, records.surname] {
      for name in names where name >= 0 {
        for place in records.names.range(ofWords: name) { counts[Int(records.names.words[place])] += 1 }
        known += 1
      }
    }
    let total = Double(max(1, known))
    let mean = log2(max(LinkRecords.TextField.agreement(counts, known), 1e-9))
    return (counts.map { Float(log2(max(0.5, Double($0)) / total)) }, Float(mean))
  }

  private static func shares(_ field: LinkRecords.TextField) -> (shares: [Float], mean: Float) {
    let total = Double(max(1, field.known))
    return (
      field.counts.map { Float(log2(max(0.5, Double($0)) / total)) }, Float(log2(max(field.agreementByChance, 1e-9)))
    )
  }

  /// Compares records `i` and `j`.
  ///
  /// - Parameters:
  ///   - levels: A level for each `LinkField`, `LinkField.missing` where one of the two has no value.
  ///   - rarity: For each field by how many bits the value both have is rarer (above 0) than average; 0 where that does
  ///     not count.
  @inline(__always)
  package func compare(
    _ i: Int, _ j: Int, _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    for field in 0..<LinkField.count {
      levels[field] = LinkField.missing
      rarity[field] = 0
    }
    rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      let (a, b) = (start + i * Slot.count, start + j * Slot.count)
      compareNames(a, b, levels, rarity)
      compareBirth(a[Slot.birth], b[Slot.birth], levels, rarity)
      compareContacts(a, b, levels)
      if hasAddress { compareAddress(a, b, levels, rarity) }
      compareRest(a, b, levels, rarity)
    }
  }

  private func compareBirth(
    _ a: Int32, _ b: Int32, _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    guard a >= 0, b >= 0 else { return }
    let level = BirthLevel.level(UInt32(a), UInt32(b))
    levels[LinkField.birth.rawValue] = level
    if BirthLevel.sharesYear(level) { rarity[LinkField.birth.rawValue] = yearMean - yearShares[Int(a >> 9)] }
  }

  private func compareContacts(_ a: Row, _ b: Row, _ levels: UnsafeMutablePointer<UInt8>) {
    levels[LinkField.identifier.rawValue] = code(identifier, a[Slot.identifier], b[Slot.identifier])
    levels[LinkField.phone.rawValue] = code(phone, a[Slot.phone], b[Slot.phone])
    levels[LinkField.userName.rawValue] = code(userName, a[Slot.userName], b[Slot.userName])
    levels[LinkField.email.rawValue] = address(email, a[Slot.email], b[Slot.email])
    if a[Slot.personKey] >= 0, b[Slot.personKey] >= 0 {
      levels[LinkField.personKey.rawValue] = a[Slot.personKey] == b[Slot.personKey] ? 0 : 1
    }
  }

  typealias Row = UnsafePointer<Int32>

  /// Equal, one edit apart, different.
  @inline(__always)
  private func code(_ field: LinkRecords.TextField?, _ a: Int32, _ b: Int32) -> UInt8 {
    guard a >= 0, b >= 0, let field else { return LinkField.missing }
    if a == b { return 0 }
    // One edit changes at most two signs.
    if (field.values.signs[Int(a)] ^ field.values.signs[Int(b)]).nonzeroBitCount > 2 { return 2 }
    return field.values.withValue(a) { a in
      field.values.withValue(b) { b in min(a.count, b.count) >= 5 && TextSimilarity.isOneEditApart(a, b) ? 1 : 2 }
    }
  }

  /// Of e-mail: equal; the part before the `@` equal, or nearly the same; different.
  private func address(_ field: LinkRecords.TextField?, _ a: Int32, _ b: Int32) -> UInt8 {
    guard a >= 0, b >= 0, let field else { return LinkField.missing }
    if a == b { return 0 }
    return field.values.withValue(a) { a in
      field.values.withValue(b) { b in
        let (first, second) = (a.prefix { $0 != 0x40 }, b.prefix { $0 != 0x40 })
        if first.count >= 4, first.elementsEqual(second) { return 1 }
        return TextSimilarity.jaroWinkler(a, b) >= 0.93 ? 1 : 2
      }
    }
  }

  private func compareRest(
    _ a: Row, _ b: Row, _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    // Who shares a forename shares the sex: only a difference says more then.
    if a[Slot.sex] >= 0, b[Slot.sex] >= 0 {
      let isSame = a[Slot.sex] == b[Slot.sex]
      let forename = levels[LinkField.forename.rawValue]
      let isNamesake = forename != LinkField.missing && forename % UInt8(NameLevel.count) <= NameLevel.close
      if !isSame || !isNamesake { levels[LinkField.sex.rawValue] = isSame ? 0 : 1 }
    }
    if a[Slot.nationality] >= 0, b[Slot.nationality] >= 0 {
      let isSame = a[Slot.nationality] == b[Slot.nationality]
      levels[LinkField.nationality.rawValue] = isSame ? 0 : 1
      if isSame, let natShares {
        rarity[LinkField.nationality.rawValue] = natShares.mean - natShares.shares[Int(a[Slot.nationality])]
      }
    }
    if let birthPlace {
      compareWord(birthPlace, .birthPlace, .birthPlace, a[Slot.birthPlace], b[Slot.birthPlace], levels, rarity)
    }
    if let occupation {
      compareWord(occupation, .occupation, .occupation, a[Slot.occupation], b[Slot.occupation], levels, rarity)
    }
  }

  /// Equal, similar, different.
  private func compareWord(
    _ field: LinkRecords.TextField, _ role: LinkRole, _ place: LinkField, _ a: Int32, _ b: Int32,
    _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    guard a >= 0, b >= 0 else { return }
    levels[place.rawValue] = a == b ? 0 : isAlike(field, a, b) ? 1 : 2
    if a == b, let shares = textShares[role] { rarity[place.rawValue] = shares.mean - shares.shares[Int(a)] }
  }

  /// Whether two words are equal or a slip of the pen apart.
  @inline(__always)
  func isAlike(_ field: LinkRecords.TextField, _ a: Int32, _ b: Int32) -> Bool {
    if a == b { return true }
    let (signsA, signsB) = (field.values.signs[Int(a)], field.values.signs[Int(b)])
    // Whoever is one edit or .9 apart shares nearly all signs.
    guard (signsA & signsB).nonzeroBitCount * 2 >= max(signsA.nonzeroBitCount, signsB.nonzeroBitCount) else {
      return false
    }
    return field.values.withValue(a) { a in
      field.values.withValue(b) { b in
        let shorter = min(a.count, b.count)
        guard shorter < 5 || TextSimilarity.mostJaroWinkler(a, b, signsA, signsB) >= 0.85 else { return false }
        if shorter >= 4 && TextSimilarity.isOneEditApart(a, b) { return true }
        return shorter >= 5 && TextSimilarity.jaroWinkler(a, b) >= 0.9
      }
    }
  }
}
