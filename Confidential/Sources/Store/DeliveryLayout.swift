internal import Cryptography
internal import Foundation
internal import Model

/// What the packed columns of a delivery mean: kept beside them, so that they can be read when the codebook has moved
/// on. Codes are kept in the order in which the columns number them.
struct DeliveryLayout: Codable, Equatable {
  var variables: [PackedVariable] = []
  /// Names of the legal grounds; the column `@ground` holds 0 for none, else 1 + an index into these.
  var grounds: [String] = []

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(variables: [PackedVariable] = [], grounds: [String] = []) {
    self.variables = variables
    self.grounds = grounds
  }

  init(json: String) throws { self = try JSONDecoder().decode(DeliveryLayout.self, from: Data(json.utf8)) }

  /// Every column of every chunk with its bytes a value.
  var kept: [(name: String, width: Int)] {
    variables.map { ($0.name, $0.width) } + [
      (OwnColumn.person, BlindIndex.count), (OwnColumn.lane, 1), (OwnColumn.ground, 1), (OwnColumn.sourceRow, 4),
    ]
  }

  func variable(named name: String) -> PackedVariable? { variables.first { $0.name == name } }
}

/// The model's columns, in files where GRDB's own word is in sight too.
typealias PackedColumn = Column

/// One packed column: name, kind, bytes a value, and for categories and sets their codes.
struct PackedVariable: Codable, Equatable {
  enum Kind: String, Codable { case category, set, number, date, text }

  var name: String
  var kind: Kind
  var width: Int
  var codes: [String]
  /// Of numbers: they are kept as integers scaled by 10^decimals.
  var decimals: Int

  init(_ variable: Variable) {
    name = variable.name
    codes = variable.categories.map(\.code)
    decimals = 0
    width = variable.emptyColumn().width
    switch variable.kind {
    case .category: kind = .category
    case .set: kind = .set
    case .number(_, let decimals, _, _):
      kind = .number
      self.decimals = decimals
    case .date: kind = .date
    case .text: kind = .text
    }
  }
}

/// Columns of every chunk that are not variables of the codebook; no variable's name begins with `@`.
enum OwnColumn {
  static let person = "@person"
  static let lane = "@lane"
  static let ground = "@ground"
  static let sourceRow = "@sourceRow"
}

extension Column {
  /// Bytes a value.
  var width: Int {
    switch self {
    case .category: 1
    case .wideCategory: 2
    case .set: 8
    case .number: 4
    }
  }

  /// The values as they are kept: little-endian, one after the other.
  func withPackedBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    switch self {
    case .category(let codes): try codes.withUnsafeBytes(body)
    case .wideCategory(let codes): try codes.withUnsafeBytes(body)
    case .set(let masks): try masks.withUnsafeBytes(body)
    case .number(let values): try values.withUnsafeBytes(body)
    }
  }
}
