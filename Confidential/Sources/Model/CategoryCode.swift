/// One value of a category column: a category, or why there is none.
public struct CategoryCode: Hashable, Comparable, Sendable {
  /// The code as a column of two bytes a value holds it.
  public let wide: UInt16

  @inlinable public init(_ code: UInt16) { wide = code }
  @inlinable public init(_ code: UInt8) { wide = UInt16(code) }

  /// - Parameter index: Into the categories of the variable. One beyond the last makes a code that no category has.
  @inlinable public init(category index: Int) { wide = UInt16(index + Packing.firstCategory) }

  @inlinable public init(_ missing: Missing) { wide = UInt16(missing.rawValue) }

  /// The code as a column of one byte a value holds it; only of a variable whose column is that narrow.
  @inlinable public var narrow: UInt8 { UInt8(truncatingIfNeeded: wide) }

  @inlinable public var isKnown: Bool { Int(wide) >= Packing.firstCategory }

  /// Index into the categories of the variable; nil when the value is missing.
  @inlinable public var category: Int? { isKnown ? Int(wide) - Packing.firstCategory : nil }

  /// Why there is no value; nil when there is one.
  @inlinable public var missing: Missing? { isKnown ? nil : Missing(rawValue: UInt8(truncatingIfNeeded: wide)) }

  /// The set of this category alone, or the set that is missing for the same reason.
  ///
  /// - Precondition: the category is among the first `SetMask.limit`.
  @inlinable public var mask: SetMask {
    SetMask(1 << UInt64(isKnown ? Int(wide) - Packing.firstCategory : Packing.setLimit + Int(wide)))
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.wide < right.wide }
}

// MARK: Tables by code

extension CategoryCode {
  /// The place of the code in a table that has one for every code.
  @inlinable public var place: Int { Int(wide) }

  /// The code at a place of such a table.
  @inlinable public init(place: Int) { wide = UInt16(place) }

  /// How many codes there are for so many categories, the missing reasons among them.
  @inlinable public static func count(forCategories count: Int) -> Int { Packing.firstCategory + count }

  /// A table by code.
  public static func table<Value>(missing: (Missing) -> Value, categories: [Value]) -> [Value] {
    Missing.allCases.map(missing) + categories
  }
}
