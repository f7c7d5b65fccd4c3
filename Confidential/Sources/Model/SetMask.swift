/// One value of a set column: some of the categories, or why there is no answer.
///
/// The empty set says "none of these", which is an answer. A set with a reason has no members.
public struct SetMask: Hashable, Sendable {
  /// The bits as a column holds them: bit *i* is category *i*, and above them one bit for each reason.
  public let packed: UInt64

  @inlinable public init(_ packed: UInt64) { self.packed = packed }

  /// The set of one category, by its index.
  ///
  /// - Precondition: the index is below `limit`.
  @inlinable public init(category index: Int) { packed = 1 << UInt64(index) }

  @inlinable public init(_ missing: Missing) { packed = 1 << UInt64(Packing.setLimit + Int(missing.rawValue)) }

  /// None of the categories.
  @inlinable public static var empty: SetMask { SetMask(0) }
  /// Every bit of a category.
  @inlinable public static var allMembers: SetMask { SetMask(~Packing.missingMask) }
  /// Every bit of a missing reason.
  @inlinable public static var allReasons: SetMask { SetMask(Packing.missingMask) }
  /// A set variable has at most this many categories.
  @inlinable public static var limit: Int { Packing.setLimit }

  /// Every bit that means something when a variable has so many categories.
  public static func meaningful(forCategories count: Int) -> SetMask {
    SetMask(Packing.missingMask | ((1 << UInt64(count)) - 1))
  }

  @inlinable public var isEmpty: Bool { packed == 0 }
  @inlinable public var isKnown: Bool { packed & Packing.missingMask == 0 }

  /// Why there is no answer; nil when there is one.
  @inlinable public var missing: Missing? {
    isKnown ? nil : Missing(rawValue: UInt8((packed >> UInt64(Packing.setLimit)).trailingZeroBitCount))
  }

  /// The set without reasons.
  @inlinable public var members: SetMask { SetMask(packed & ~Packing.missingMask) }

  /// How many categories are in the set.
  @inlinable public var memberCount: Int { members.packed.nonzeroBitCount }

  /// Whether the category with this place in the codebook, counted from 0, is a member.
  @inlinable public func contains(category index: Int) -> Bool { packed >> UInt64(index) & 1 == 1 }

  /// All members of both, and all reasons.
  @inlinable public func union(_ other: SetMask) -> SetMask { SetMask(packed | other.packed) }
  /// The members, and the reasons, of both.
  @inlinable public func intersection(_ other: SetMask) -> SetMask { SetMask(packed & other.packed) }
}

// MARK: Member by member

extension SetMask {
  /// Calls for each category of the set by its index, the first of the codebook first.
  @inlinable public func forEachCategory(_ body: (Int) throws -> Void) rethrows {
    var rest = members.packed
    while rest != 0 {
      try body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// The indices of the categories of the set, rising.
  public var categories: [Int] {
    var indices: [Int] = []
    forEachCategory { indices.append($0) }
    return indices
  }

  /// The set of other categories for these; a missing set stays missing for the same reason.
  @inlinable public func mapped(_ other: (Int) throws -> Int) rethrows -> SetMask {
    var result = intersection(.allReasons)
    try forEachCategory { result = result.union(SetMask(category: try other($0))) }
    return result
  }
}
