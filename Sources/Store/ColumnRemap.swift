internal import Model

/// How values of a packed variable are read under the codebook of today.
enum ColumnRemap {
  /// The values mean the same now as then.
  case same
  /// New code for each old code; `unknownCode` for categories that are gone.
  case codes([UInt16])
  /// New bit for each old bit; nil for categories that are gone.
  case bits([Int?])

  static let unknownCode = UInt16.max

  /// Nil when the variable is of another kind now.
  init?(from packed: PackedVariable, to variable: Variable) {
    let current = PackedVariable(variable)
    guard packed.kind == current.kind, packed.decimals == current.decimals else { return nil }
    switch packed.kind {
    case .number, .date, .text:
      self = .same
    case .category, .set:
      let isPrefix = packed.width == current.width && current.codes.starts(with: packed.codes)
      guard !isPrefix else {
        self = .same
        return
      }
      let places = Dictionary(
        current.codes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
      if packed.kind == .set {
        self = .bits(packed.codes.map { places[$0] })
      } else {
        let reasons = (0..<UInt16(Packing.firstCategory)).map { $0 }
        self = .codes(
          reasons + packed.codes.map { places[$0].map { UInt16($0 + Packing.firstCategory) } ?? Self.unknownCode })
      }
    }
  }
}

/// Why a value cannot be read: its category, by place in the old list, is gone.
struct GoneCategory: Error {
  var place: Int
}

extension Column {
  /// Reads packed bytes into the values from `start`.
  /// - Throws: `GoneCategory` for the first value that the codebook no longer has.
  mutating func read(_ bytes: UnsafeRawBufferPointer, width: Int, as remap: ColumnRemap, at start: Int) throws {
    switch self {
    case .category(var codes):
      self = .category([])
      defer { self = .category(codes) }
      try ColumnReading.read(bytes, width: width, as: remap, into: &codes, at: start)
    case .wideCategory(var codes):
      self = .wideCategory([])
      defer { self = .wideCategory(codes) }
      try ColumnReading.read(bytes, width: width, as: remap, into: &codes, at: start)
    case .set(var masks):
      self = .set([])
      defer { self = .set(masks) }
      try ColumnReading.readSets(bytes, as: remap, into: &masks, at: start)
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
  static func copy<Value: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, into values: inout [Value], at start: Int)
  {
    let count = bytes.count / MemoryLayout<Value>.size
    values.withUnsafeMutableBytes {
      let place = start * MemoryLayout<Value>.size
      UnsafeMutableRawBufferPointer(rebasing: $0[place..<place + count * MemoryLayout<Value>.size])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Value>.size)]))
    }
  }

  static func read<Code: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, width: Int, as remap: ColumnRemap, into codes: inout [Code], at start: Int
  ) throws {
    guard case .codes(let table) = remap else {
      copy(bytes, into: &codes, at: start)
      return
    }
    for index in 0..<bytes.count / width {
      let old =
        width == 1
        ? Int(bytes[index]) : Int(bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self).littleEndian)
      let new = old < table.count ? table[old] : ColumnRemap.unknownCode
      guard new != ColumnRemap.unknownCode else { throw GoneCategory(place: old - Packing.firstCategory) }
      codes[start + index] = Code(truncatingIfNeeded: new)
    }
  }

  static func readSets(
    _ bytes: UnsafeRawBufferPointer, as remap: ColumnRemap, into masks: inout [UInt64], at start: Int
  ) throws {
    guard case .bits(let places) = remap else {
      copy(bytes, into: &masks, at: start)
      return
    }
    for index in 0..<bytes.count / 8 {
      let old = bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self).littleEndian
      var new = old & Packing.missingMask
      var rest = old & ~Packing.missingMask
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        guard bit < places.count, let place = places[bit] else { throw GoneCategory(place: bit) }
        new |= 1 << UInt64(place)
      }
      masks[start + index] = new
    }
  }

  static func kept<Value>(_ values: [Value], _ isKept: [Bool]) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(values.count)
    for (value, isKept) in zip(values, isKept) where isKept { result.append(value) }
    return result
  }
}
