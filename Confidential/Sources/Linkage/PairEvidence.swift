/// What speaks for and against two records being of one person, field by field, in bits: `log2` of how much likelier what is
/// seen is among records of one person than among those of strangers.
///
///     total = prior + Σ fields + household
///
/// without what people said of other pairs.
public struct PairEvidence: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    /// The name of the field and of the level of agreement, as where pairs are written down.
    public var name, level: String
    /// Above 0 for one person, below 0 against.
    public var bits: Double
    /// By how many bits what both have is rarer than such values are.
    public var rarity: Double
  }

  /// In the order of the fields; those of which one of the two has nothing are left out.
  public var fields: [Field]
  /// Before anything is seen: how seldom two records are of one person.
  public var prior: Double
  /// What is taken off because two of one household or case would have much of it in common too.
  public var household: Double

  public var total: Double { prior + fields.reduce(0) { $0 + $1.bits } + household }
}

extension RecordLinking {
  /// What speaks for and against two records of the table.
  func evidence(_ first: Int, _ second: Int) -> PairEvidence? {
    guard let i = order.firstIndex(of: Int32(first)), let j = order.firstIndex(of: Int32(second)) else { return nil }
    let weights = model.weights
    var levels = [UInt8](repeating: 0, count: LinkField.count)
    var rarity = [Float](repeating: 0, count: LinkField.count)
    return levels.withUnsafeMutableBufferPointer { levels in
      rarity.withUnsafeMutableBufferPointer { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return nil }
        comparison.compare(i, j, levels, rarity)
        let fields = LinkField.allCases.compactMap { field -> PairEvidence.Field? in
          let level = levels[field.rawValue]
          guard level != LinkField.missing else { return nil }
          let weight = weights.match[MatchModel.place(field, Int(level))]
          return PairEvidence.Field(
            name: "\(field)", level: field.levelName(Int(level)), bits: Double(weight + rarity[field.rawValue]),
            rarity: Double(rarity[field.rawValue]))
        }
        let match = Double(weights.odds(levels, rarity).match)
        let total = Double(weights.logOdds(levels, rarity)) / 0.693_147_180_559_945_3
        return PairEvidence(
          fields: fields, prior: match - fields.reduce(0) { $0 + $1.bits }, household: total - match)
      }
    }
  }

  /// Whether both records of a scored pair have a value of a field that can tell who somebody is.
  func canBeTold(_ pair: Int) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: LinkField.count) { levels in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: LinkField.count) { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return false }
        comparison.compare(Int(pairs.first[pair]), Int(pairs.second[pair]), levels, rarity)
        return LinkField.allCases.contains { $0.tells && levels[$0.rawValue] != LinkField.missing }
      }
    }
  }
}

extension LinkField {
  /// Whether it can tell who somebody is, and not only what many are.
  fileprivate var tells: Bool {
    switch self {
    case .forename, .surname, .alias, .birth, .identifier, .phone, .userName, .email, .personKey: true
    case .order, .address, .sex, .nationality, .birthPlace, .occupation: false
    }
  }
}
