internal import Model

/// Why packed values cannot be read.
enum UnreadableValue: Error {
  /// The category, by its place in the list it was stored with, is no longer in the codebook.
  case gone(place: Int)
  /// A value that never was one: the bytes are damaged.
  case damaged
}

extension Column {
  /// Reads packed bytes into the values from `start`.
  /// - Parameter packed: what the bytes mean; they are a whole number of its values.
  /// - Throws: `UnreadableValue` for the first value that cannot be read.
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, of packed: PackedVariable, as remap: ColumnRemap, at start: Int
  ) throws {
    switch self {
    case .category(var codes):
      self = .category([])
      defer { self = .category(codes) }
      try ColumnReading.readCodes(bytes, of: packed, as: remap, into: &codes, at: start)
    case .wideCategory(var codes):
      self = .wideCategory([])
      defer { self = .wideCategory(codes) }
      try ColumnReading.readCodes(bytes, of: packed, as: remap, into: &codes, at: start)
    case .set(var masks):
      self = .set([])
      defer { self = .set(masks) }
      try ColumnReading.readSets(bytes, of: packed, as: remap, into: &masks, at: start)
    case .number(var values):
      self = .number([])
      defer { self = .number(values) }
      ColumnReading.copy(bytes, into: &values, at: start)
    }
  }

  /// The values at the places where `isKept` holds.
  func kept(_ isKept: [Bool]) -> Column {
    switch self {
    case .category(let codes): .category(ColumnReading.kept(codes, isKept))
    case .wideCategory(let codes): .wideCategory(ColumnReading.kept(codes, isKept))
    case .set(let masks): .set(ColumnReading.kept(masks, isKept))
    case .number(let values): .number(ColumnReading.kept(values, isKept))
    }
  }
}

/// The loops over packed values.
enum ColumnReading {
  /// - Returns: the places that were filled.
  @discardableResult
  static func copy<Value: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, into values: inout [Value], at start: Int
  ) -> Range<Int> {
    let size = MemoryLayout<Value>.size
    let places = start..<start + bytes.count / size
    values.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[places.lowerBound * size..<places.upperBound * size])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<(places.count * size)]))
    }
    return places
  }

  static func readCodes<Code: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, of packed: PackedVariable, as remap: ColumnRemap, into codes: inout [Code],
    at start: Int
  ) throws {
    let count = CategoryCode.count(forCategories: packed.codes.count)
    guard let table = remap.codes else {
      let places = copy(bytes, into: &codes, at: start)
      var highest = Code.zero
      codes.withUnsafeBufferPointer { for place in places { highest = max(highest, $0[place]) } }
      guard Int(highest) < count else { throw UnreadableValue.damaged }
      return
    }
    for index in 0..<bytes.count / packed.width {
      let old =
        packed.width == 1
        ? Int(bytes[index]) : Int(bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self).littleEndian)
      guard old < count else { throw UnreadableValue.damaged }
      guard let new = table[old] else {
        throw UnreadableValue.gone(place: CategoryCode(place: old).category ?? old)
      }
      codes[start + index] = Code(truncatingIfNeeded: new.wide)
    }
  }

  static func readSets(
    _ bytes: UnsafeRawBufferPointer, of packed: PackedVariable, as remap: ColumnRemap, into masks: inout [UInt64],
    at start: Int
  ) throws {
    let meaningful = SetMask.meaningful(forCategories: packed.codes.count).packed
    let filled = copy(bytes, into: &masks, at: start)
    var used: UInt64 = 0
    for place in filled { used |= masks[place] }
    guard used & ~meaningful == 0 else { throw UnreadableValue.damaged }
    guard let places = remap.members else { return }
    for place in filled {
      let new = try SetMask(masks[place]).mapped { old in
        guard let new = places[old] else { throw UnreadableValue.gone(place: old) }
        return new
      }
      masks[place] = new.packed
    }
  }

  static func kept<Value>(_ values: [Value], _ isKept: [Bool]) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(values.count)
    for (value, isKept) in zip(values, isKept) where isKept { result.append(value) }
    return result
  }
}
