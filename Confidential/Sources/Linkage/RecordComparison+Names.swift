/// Names and addresses: fields of several columns.
extension RecordComparison {
  /// Compares the names in the order in which they stand and in the other, and takes the better.
  func compareNames(
    _ a: Row, _ b: Row, _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    let first = (a[Slot.forename], a[Slot.surname])
    let second = (b[Slot.forename], b[Slot.surname])
    let isOfOneOrigin = a[Slot.nationality] == b[Slot.nationality]
    let origin = isOfOneOrigin ? a[Slot.nationality] : -1
    if a[Slot.alias] >= 0 || b[Slot.alias] >= 0 {
      compareAlias(a[Slot.alias], b[Slot.alias], first, second, levels, rarity)
    }
    guard first.0 >= 0 || first.1 >= 0, second.0 >= 0 || second.1 >= 0 else { return }
    let straight = (part(first.0, second.0), part(first.1, second.1))
    if value(straight.0) + value(straight.1) < 18 {
      let crossed = (part(first.0, second.1), part(first.1, second.0))
      if value(crossed.0) + value(crossed.1) > value(straight.0) + value(straight.1) + 3 {
        levels[LinkField.order.rawValue] = 1
        // The pair that is known more often as a surname is the surname.
        let isFirst = isSurname(first.0 >= 0 ? first.0 : second.1)
        let (fore, sur) = isFirst ? (crossed.1, crossed.0) : crossed
        let (a, b) = isFirst ? ((first.1, second.0), (first.0, second.1)) : ((first.0, second.1), (first.1, second.0))
        set(.forename, fore, a.0, a.1, wholeNames, origin, levels, rarity)
        set(.surname, sur, b.0, b.1, wholeNames, origin, levels, rarity)
        return
      }
    }
    if value(straight.0) + value(straight.1) >= 10 { levels[LinkField.order.rawValue] = 0 }
    set(.forename, straight.0, first.0, second.0, forenames, origin, levels, rarity)
    set(.surname, straight.1, first.1, second.1, surnames, origin, levels, rarity)
  }

  /// Whether a name is a surname more often than a forename.
  private func isSurname(_ name: Int32) -> Bool {
    guard name >= 0, !records.surname.isEmpty, !records.forename.isEmpty else { return true }
    return surnames.share(name, origin: -1) > forenames.share(name, origin: -1)
  }

  /// An alias in both; an alias that is the name of the other; or two aliases that differ.
  private func compareAlias(
    _ a: Int32, _ b: Int32, _ first: (Int32, Int32), _ second: (Int32, Int32), _ levels: UnsafeMutablePointer<UInt8>,
    _ rarity: UnsafeMutablePointer<Float>
  ) {
    let place = LinkField.alias.rawValue
    if a >= 0 && b >= 0 {
      levels[place] = part(a, b) <= NameLevel.close ? 0 : 2
      if a == b { rarity[place] = aliases.mean - aliases.share(a, origin: -1) }
    }
    guard levels[place] != 0 else { return }
    for (alias, name) in [(a, second.0), (a, second.1), (b, first.0), (b, first.1)] where alias >= 0 && name >= 0 {
      if part(alias, name) == NameLevel.exact { levels[place] = 1 }
    }
  }

  @inline(__always)
  private func part(_ a: Int32, _ b: Int32) -> UInt8 {
    a < 0 || b < 0 ? LinkField.missing : records.names.level(a, b)
  }

  /// What a level is worth when the order of names is chosen.
  @inline(__always)
  private func value(_ level: UInt8) -> Int {
    switch level {
    case NameLevel.exact: 10
    case NameLevel.close: 8
    case NameLevel.part: 6
    case NameLevel.similar: 5
    case NameLevel.initial: 2
    case NameLevel.different: 0
    default: 1
    }
  }

  /// The level of a part, with the rarity of its value: in full where both are equal, by half where they are close.
  private func set(
    _ field: LinkField, _ level: UInt8, _ a: Int32, _ b: Int32, _ frequency: NameFrequency, _ origin: Int32,
    _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    guard level != LinkField.missing else { return }
    levels[field.rawValue] = origin >= 0 ? level + UInt8(NameLevel.count) : level
    switch level {
    case NameLevel.exact: rarity[field.rawValue] = frequency.rarity(a, b, origin: origin)
    case NameLevel.close: rarity[field.rawValue] = frequency.rarity(a, b, origin: origin) / 2
    case NameLevel.part:
      rarity[field.rawValue] = (wordMean - sharedWordShare(a, b)) / 2
    default: break
    }
  }

  /// `log2` of the share of the rarest word that stands in both.
  private func sharedWordShare(_ a: Int32, _ b: Int32) -> Float {
    let names = records.names
    var rarest: Float = 0
    for i in names.range(ofWords: a) where names.wordLength[Int(names.words[i])] >= 3 {
      for j in names.range(ofWords: b) where names.wordLength[Int(names.words[j])] >= 3 {
        let (one, other) = (Int(names.words[i]), Int(names.words[j]))
        guard one == other || names.wordSkeleton[one] == names.wordSkeleton[other] else { continue }
        rarest = min(rarest, max(wordShares[one], wordShares[other]))
      }
    }
    return rarest
  }

  func compareAddress(
    _ a: Row, _ b: Row, _ levels: UnsafeMutablePointer<UInt8>, _ rarity: UnsafeMutablePointer<Float>
  ) {
    let code = agreement(postcode, a[Slot.postcode], b[Slot.postcode])
    let town = agreement(city, a[Slot.city], b[Slot.city])
    let road = agreement(street, a[Slot.street], b[Slot.street])
    let place = agreement(locality, a[Slot.locality], b[Slot.locality])
    let state = equality(a[Slot.region], b[Slot.region])
    guard code != nil || town != nil || road != nil || place != nil || state != nil else { return }
    let number = equality(a[Slot.houseNumber], b[Slot.houseNumber])
    let isNear = code == true || town == true || place == true
    let field = LinkField.address.rawValue
    if road == true, number == true {
      levels[field] = isNear ? AddressLevel.exact : AddressLevel.house
    } else if number == true, code == true, town == true {
      levels[field] = AddressLevel.house
    } else if road == true, isNear {
      levels[field] = AddressLevel.street
    } else if code == true, town == true || place == true {
      levels[field] = AddressLevel.postcodeAndCity
    } else if code == true {
      levels[field] = AddressLevel.postcode
    } else if town == true || place == true || road == true {
      levels[field] = AddressLevel.city
    } else {
      levels[field] = state == true ? AddressLevel.region : AddressLevel.different
    }
    if levels[field] == AddressLevel.city, town == true, let cityShares, a[Slot.city] == b[Slot.city] {
      rarity[field] = cityShares.mean - cityShares.shares[Int(a[Slot.city])]
    }
  }

  /// Whether two values are alike; nil where one is missing.
  @inline(__always)
  private func agreement(_ field: LinkRecords.TextField?, _ a: Int32, _ b: Int32) -> Bool? {
    guard a >= 0, b >= 0 else { return nil }
    if a == b { return true }
    guard let field else { return nil }
    return isAlike(field, a, b)
  }

  @inline(__always)
  private func equality(_ a: Int32, _ b: Int32) -> Bool? { a < 0 || b < 0 ? nil : a == b }
}
