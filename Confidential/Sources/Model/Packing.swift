/// Where values lie in packed columns. The store keeps these bytes: no number here may ever change.
///
/// Only the types of a packed value (`CategoryCode`, `SetMask`, `NumberValue`) read this; everybody else asks them.
@usableFromInline
enum Packing {
  /// Category *i* is stored as `i + firstCategory`; lower codes are the `Missing` reasons.
  @inlinable static var firstCategory: Int { 4 }
  /// A category variable with more categories than this needs two bytes a value.
  @inlinable static var narrowLimit: Int { 256 - firstCategory }
  /// A set variable has at most this many categories; the bits from here on are the `Missing` reasons.
  @inlinable static var setLimit: Int { 60 }
  /// All four missing bits of a set column.
  @inlinable static var missingMask: UInt64 { 0b1111 << 60 }
  /// Numbers below this are missing reasons.
  @inlinable static var firstNumber: Int32 { Int32.min + 4 }
}
