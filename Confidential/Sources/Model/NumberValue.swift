/// One value of a number or date column: a number, or why there is none.
public struct NumberValue: Hashable, Sendable {
  /// The value as a column holds it.
  public let packed: Int32

  @inlinable public init(_ packed: Int32) { self.packed = packed }

  @inlinable public init(_ missing: Missing) { packed = Int32.min + Int32(missing.rawValue) }

  /// What a column can hold beside the missing reasons.
  @inlinable public static var numbers: ClosedRange<Int32> { Packing.firstNumber...Int32.max }

  @inlinable public var isKnown: Bool { packed >= Packing.firstNumber }

  /// The number; nil when the value is missing.
  @inlinable public var number: Int32? { isKnown ? packed : nil }

  /// Why there is no number; nil when there is one.
  @inlinable public var missing: Missing? { isKnown ? nil : Missing(rawValue: UInt8(packed - Int32.min)) }
}
