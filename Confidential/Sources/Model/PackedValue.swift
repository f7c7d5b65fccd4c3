/// One value of a column of any kind, in 64 bits. Which of the three it is, the variable's kind says.
///
/// Values of one variable are ordered as their bits are, which says nothing about their meaning.
public struct PackedValue: Hashable, Comparable, Sendable {
  /// For tables and hashes of values; what the bits mean is asked of `code`, `mask` or `number`.
  public let bits: UInt64

  @inlinable public init(bits: UInt64) { self.bits = bits }
  @inlinable public init(_ code: CategoryCode) { bits = UInt64(code.wide) }
  @inlinable public init(_ mask: SetMask) { bits = mask.packed }
  @inlinable public init(_ number: NumberValue) { bits = UInt64(UInt32(bitPattern: number.packed)) }

  /// The value of a category variable.
  @inlinable public var code: CategoryCode { CategoryCode(UInt16(truncatingIfNeeded: bits)) }
  /// The value of a set variable.
  @inlinable public var mask: SetMask { SetMask(bits) }
  /// The value of a number or date.
  @inlinable public var number: NumberValue { NumberValue(Int32(truncatingIfNeeded: bits)) }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

extension Column {
  /// The value of a row, counted from 0.
  @inlinable public func packedValue(at row: Int) -> PackedValue {
    switch self {
    case .category(let codes): PackedValue(CategoryCode(codes[row]))
    case .wideCategory(let codes): PackedValue(CategoryCode(codes[row]))
    case .set(let masks): PackedValue(SetMask(masks[row]))
    case .number(let numbers): PackedValue(NumberValue(numbers[row]))
    }
  }

  /// The codes of a category column of either width; nil for other kinds.
  public var categoryCodes: [CategoryCode]? {
    switch self {
    case .category(let codes): codes.map { CategoryCode($0) }
    case .wideCategory(let codes): codes.map { CategoryCode($0) }
    case .set, .number: nil
    }
  }
}
