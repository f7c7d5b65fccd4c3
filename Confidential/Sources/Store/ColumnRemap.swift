internal import Model

/// How values of a packed variable are read under the codebook of today.
enum ColumnRemap {
  /// The values mean the same now as then.
  case same
  /// New code for each old code; nil for categories that are gone.
  case codes([CategoryCode?])
  /// New category of a set for each old one; nil for categories that are gone.
  case members([Int?])

  /// Nil where codes stay as they are.
  var codes: [CategoryCode?]? {
    switch self {
    case .codes(let codes): codes
    case .same, .members: nil
    }
  }

  /// Nil where bits stay as they are.
  var members: [Int?]? {
    switch self {
    case .members(let members): members
    case .same, .codes: nil
    }
  }

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
        self = .members(packed.codes.map { places[$0] })
      } else {
        let categories = packed.codes.map { places[$0].map { CategoryCode(category: $0) } }
        self = .codes(CategoryCode.table(missing: { CategoryCode($0) }, categories: categories))
      }
    }
  }
}
