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
