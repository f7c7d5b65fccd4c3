import Disclosure
import Glibc
import Model
import Tabulation

/// Cases as plain little-endian columns, one file each, and `figures.json` with the equivalent SQL and the answers.
struct ComparisonFolder {
  let path: String

  init(path: String) { self.path = path }

  struct CannotWrite: Error {}

  func write(_ cases: Cases, figures: [Figure], tables: [PublishedTable]) throws {
    var columns: [String] = []
    var used = Set(["excludedBy"])
    var entries: [String] = []
    for (figure, table) in zip(figures, tables) {
      guard let query = EquivalentQuery(figure, cases) else { continue }
      used.formUnion(query.variables)
      entries.append(query.json(answers: table))
    }
    for (variable, column) in zip(cases.columns.variables, cases.columns.columns) where used.contains(variable.name) {
      switch column {
      case .category(let codes): try write(codes, variable.name)
      case .wideCategory(let codes): try write(codes, variable.name)
      case .set(let masks): try write(masks, variable.name)
      case .number(let numbers): try write(numbers, variable.name)
      }
      columns.append("\"\(variable.name)\": \"\(Self.type(of: column))\"")
    }
    try write(cases.excludedBy, "excludedBy")
    columns.append("\"excludedBy\": \"uint8\"")
    let json =
      "{\"columns\": {\(columns.joined(separator: ", "))}, \"figures\": [\n\(entries.joined(separator: ",\n"))\n]}\n"
    try write(Array(json.utf8), to: "figures.json")
  }

  private static func type(of column: Column) -> String {
    switch column {
    case .category: "uint8"
    case .wideCategory: "uint16"
    case .set: "uint64"
    case .number: "int32"
    }
  }

  private func write<Value: BitwiseCopyable>(_ values: [Value], _ name: String) throws {
    try write(values, to: "\(name).column")
  }

  private func write<Value: BitwiseCopyable>(_ values: [Value], to file: String) throws {
    guard let stream = fopen("\(path)/\(file)", "wb") else { throw CannotWrite() }
    let written = values.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
    guard fclose(stream) == 0, written == values.count * MemoryLayout<Value>.stride else { throw CannotWrite() }
  }
}
